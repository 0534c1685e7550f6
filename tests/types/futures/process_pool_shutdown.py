# The end of an executor: work that was submitted is done, unless it is cancelled.
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor, TimeoutError
from multiprocessing import active_children, get_context


def slow(x, seconds=0.05):
    time.sleep(seconds)
    return x


def refused(call):
    try:
        print(call())
    except (RuntimeError, CancelledError, TimeoutError) as e:
        print(type(e).__name__, e)


if __name__ == "__main__":
    context = get_context("spawn")
    executor = ProcessPoolExecutor(1, mp_context=context)
    futures = [executor.submit(slow, i) for i in range(3)]
    executor.shutdown(wait=False)
    refused(lambda: executor.submit(slow, 1))
    print([future.result() for future in futures])
    executor.shutdown()
    executor.shutdown()

    executor = ProcessPoolExecutor(1, mp_context=context)
    refused(lambda: executor.submit(slow, 1, 0.2).result(timeout=0.01))
    futures = [executor.submit(slow, i, 0.05) for i in range(6)]
    print(futures[5].cancel(), futures[5].cancelled(), futures[5].cancel())
    executor.shutdown(cancel_futures=True)
    # How many have begun by then differs.
    print(futures[4].cancelled(), futures[5].cancelled(), all(f.done() for f in futures))
    refused(futures[4].result)

    results = ProcessPoolExecutor(1, mp_context=context)
    numbers = results.map(slow, range(3), timeout=20)
    print(list(numbers))
    late = results.map(slow, [1], [0.2], timeout=0.01)
    refused(lambda: next(late))
    results.shutdown()
    ProcessPoolExecutor(1, mp_context=context).shutdown()
    print(active_children())

    # Nobody holds it; its work is done all the same, at the latest at the end of the program.
    print(ProcessPoolExecutor(1, mp_context=context).submit(slow, "dropped").result())
    last = ProcessPoolExecutor(1, mp_context=context).submit(slow, "at the end")
    last.add_done_callback(lambda f: print(f.result(), flush=True))
    print("the end of the script", flush=True)
