# by hand
# Children share the interpreter between threads in the way of their parent.
import gil
import multiprocessing as mp
import sys


def tell(queue):
    queue.put((gil.mode(), sys._is_gil_enabled()))


if __name__ == "__main__":
    queue = mp.SimpleQueue()
    p = mp.Process(target=tell, args=(queue,))
    p.start()
    p.join()
    print(queue.get() == (gil.mode(), sys._is_gil_enabled()))
