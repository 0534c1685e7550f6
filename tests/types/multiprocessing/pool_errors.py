# What calls raise comes back with the traceback that it had there; what cannot come back says so.
import multiprocessing as mp
import traceback


class Special(Exception):
    def __init__(self, code, detail):
        super().__init__(code, detail)
        self.code = code

    def __reduce__(self):
        return Special, self.args


class OneWay(Exception):
    def __init__(self, needs, two):
        super().__init__(needs)


def inner(x):
    raise Special(x, "detail")


def outer(x):
    try:
        inner(x)
    except Special as e:
        raise KeyError(x) from e


def noted():
    error = ValueError("with a note")
    error.add_note("the note")
    raise error


def group():
    raise ExceptionGroup("several", [ValueError(1), TypeError(2)])


def gives_lambda():
    return lambda: 1


class Opaque:
    def __init__(self, text):
        self.text = text

    def __reduce__(self):
        raise TypeError("not to be sent")

    def __repr__(self):
        return f"<opaque {self.text}>"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(1) as pool:
        try:
            pool.apply(inner, (5,))
        except Special as e:
            print(e.code, e.args, type(e.__cause__).__module__, type(e.__cause__).__name__)
            text = str(e.__cause__)
            print(text.startswith('\n"""\nTraceback (most recent call last):\n'), text.endswith('\n"""'))
            print("in inner" in text, 'raise Special(x, "detail")' in text)
            lines = "".join(traceback.format_exception(e)).splitlines()
            print(lines[0], lines[1], lines[-1])
        try:
            pool.map(outer, [1, 2])
        except KeyError as e:
            text = str(e.__cause__)
            print(repr(e), "Special: (1, 'detail')" in text, "direct cause" in text, "in outer" in text)
        try:
            pool.apply(noted)
        except ValueError as e:
            print(e, e.__notes__)
        try:
            pool.apply(group)
        except* ValueError as e:
            print(e.exceptions)
        except* TypeError as e:
            print(e.exceptions)
        try:
            pool.apply(Opaque, ("result",))
        except mp.pool.MaybeEncodingError as e:
            print(e)
        for function in (lambda: 1, Opaque("argument")):
            try:
                pool.apply(print, (function,))
            except (AttributeError, TypeError, mp.ProcessError, Exception) as e:
                print(type(e).__name__, str(e).split(" <function")[0])
        iterator = pool.imap(int, ["1", "x", "3"])
        for _ in range(4):
            try:
                print(next(iterator))
            except (ValueError, StopIteration) as e:
                print(type(e).__name__, e)
        print(pool.apply(abs, (-3,)))
