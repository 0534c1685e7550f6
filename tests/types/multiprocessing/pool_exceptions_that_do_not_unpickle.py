# by hand
# Functions that are not found in a worker, and exceptions that are not found or cannot be made here, fail their call alone.
import multiprocessing as mp


class OneWay(Exception):
    def __init__(self, needs, two):
        super().__init__(needs)


def raises():
    raise OneWay(1, 2)


class Opaque(Exception):
    def __reduce__(self):
        raise TypeError("not to be sent")


def raises_opaque():
    raise Opaque("text")


if __name__ == "__main__":

    def here_alone():
        pass

    with mp.Pool(1) as pool:
        for function in (raises, raises_opaque, here_alone, abs):
            try:
                print(pool.apply(function))
            except Exception as e:
                print(type(e).__name__, str(e).split(" on <module")[0])
        print(pool.apply(abs, (-1,)))
