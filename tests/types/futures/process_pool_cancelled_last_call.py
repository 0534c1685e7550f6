# An executor that is shut down when its last call has just been cancelled ends all the same.
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


if __name__ == "__main__":
    for _ in range(3):
        executor = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        print(executor.submit(abs, -1).result())
        executor.submit(abs, -2).cancel()
        executor.shutdown()
    print("ended")
