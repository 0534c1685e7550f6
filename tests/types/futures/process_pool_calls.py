# An executor with processes: results, exceptions with the traceback of the process, and map().
import os
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context


class Special(Exception):
    pass


def square(x):
    return x * x


def fails(x):
    raise Special(x)


def total(*args, **kwargs):
    return sum(args) + sum(kwargs.values())


def exits():
    sys.exit(5)


def pid(*_):
    return os.getpid()


def gives_lambda():
    return lambda: 1


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


if __name__ == "__main__":
    context = get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        future = executor.submit(total, 1, 2, x=3)
        print(future.result(), future.done(), future.exception())
        future = executor.submit(fails, 7)
        error = future.exception()
        print(repr(error), type(error.__cause__).__module__, type(error.__cause__).__name__)
        text = str(error.__cause__)
        print(text.startswith('\n"""\nTraceback (most recent call last):\n'), "in fails" in text, text.endswith('(7)\n"""'))
        print("".join(traceback.format_exception(error)).splitlines()[0])
        refused(future.result)
        print(list(executor.map(square, range(5))), list(executor.map(total, [1, 2, 3], [4, 5])))
        print(list(executor.map(square, range(10), chunksize=4)), list(executor.map(square, [], chunksize=4)))
        refused(lambda: executor.map(square, [1], chunksize=0))
        results = executor.map(fails, [1, 2])
        refused(lambda: next(results))
        refused(lambda: next(results))
        futures = [executor.submit(square, i) for i in range(4)]
        print(sorted(f.result() for f in as_completed(futures)), len(wait(futures).done))
        print(repr(executor.submit(exits).exception()))
        print(type(executor.submit(exits).exception()).__name__, executor.submit(exits).exception().code)
        refused(lambda: executor.submit(lambda: 1).result())
        print(type(executor.submit(square, lambda: 1).exception().__cause__).__name__)
        refused(lambda: executor.submit(gives_lambda).result())
        called = []
        executor.submit(square, 3).add_done_callback(lambda f: called.append(f.result()))
        print(os.getpid() in {f.result() for f in [executor.submit(pid) for _ in range(4)]}, len(executor._processes) <= 2)
    print(called)
    refused(lambda: executor.submit(square, 1))
    for arguments in ({"max_workers": 0}, {"initializer": 5}, {"max_workers": 1, "mp_context": context, "max_tasks_per_child": 0},
                      {"max_workers": 1, "mp_context": context, "max_tasks_per_child": "1"}):
        refused(lambda: ProcessPoolExecutor(**arguments))
    print(issubclass(BrokenProcessPool, RuntimeError), BrokenProcessPool.__module__)
