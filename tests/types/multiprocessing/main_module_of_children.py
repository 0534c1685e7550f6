# The script is the main module of children, too, under another name; what it defines is pickled by name.
import multiprocessing as mp
import sys

names = [__name__]
if __name__ != "__main__":
    print("imported as", __name__, sys.argv[1:], sys.modules["__mp_main__"].__name__, flush=True)


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(other) is Point and self.x == other.x

    def moved(self, by):
        return Point(self.x + by)


def answer(connection, point, function):
    main = sys.modules["__main__"]
    print(main is sys.modules["__mp_main__"], main.Point is Point, Point.__module__, names)
    print(__file__ == main.__file__, main.__spec__)
    connection.send((point.moved(1), function, type(point)))


if __name__ == "__main__":
    sys.argv.append("an argument")
    mp.set_start_method("spawn")
    ours, theirs = mp.Pipe()
    p = mp.Process(target=answer, args=(theirs, Point(4)), kwargs={"function": answer})
    p.start()
    point, function, cls = ours.recv()
    p.join()
    print(point == Point(5), function is answer, cls is Point, p.exitcode)
