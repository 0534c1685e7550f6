# A call that cannot be read in the worker, and an answer that cannot be read here, break the executor; nobody waits for ever.
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context


def raise_quietly():
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    raise LookupError("not to be read")


class ReadFails:
    def __reduce__(self):
        return raise_quietly, ()


class ReadExits:
    def __reduce__(self):
        return sys.exit, (3,)


class WriteExits:
    def __reduce__(self):
        sys.exit(4)


def make(kind):
    return kind()


def refused(context, *call):
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        futures = [executor.submit(*call), executor.submit(abs, -1)]
        for future in futures:
            try:
                print(future.result())
            except BrokenProcessPool as e:
                cause = e.__cause__
                text = str(cause).strip("'\n").splitlines()[-1] if cause else None
                print(type(e).__name__, type(cause).__name__, text)
            except SystemExit as e:
                print("exit", e.code)


if __name__ == "__main__":
    context = get_context("spawn")
    print("calls")
    refused(context, repr, ReadFails())
    refused(context, repr, ReadExits())
    print("answers")
    refused(context, make, ReadExits)
    refused(context, make, WriteExits)
    saved = os.dup(2)
    refused(context, make, ReadFails)
    os.dup2(saved, 2)
