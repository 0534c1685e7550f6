# tb_frame, tb_lineno, tb_next and with_traceback.
import sys


def a():
    b()


def b():
    x = 1
    raise ValueError('deep')


def lines(tb):
    out = []
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


try:
    a()
except ValueError as e:
    tb = e.__traceback__
    print(lines(tb))
    print(tb.tb_next.tb_next.tb_frame.f_locals, tb.tb_next.tb_frame.f_lineno, type(tb).__name__)
    saved = e
try:
    raise saved
except ValueError as e:
    print(lines(e.__traceback__))
try:
    raise saved.with_traceback(None)
except ValueError as e:
    print(lines(e.__traceback__))
try:
    try:
        a()
    except ValueError:
        raise
except ValueError as e:
    print(lines(e.__traceback__))
try:
    try:
        a()
    except ValueError as e:
        raise e
except ValueError as e:
    print(lines(e.__traceback__))


def gen():
    yield 1
    raise KeyError('gen')


def use():
    for _ in gen():
        pass


try:
    use()
except KeyError as e:
    print(lines(e.__traceback__))


def recursion(n):
    if n == 0:
        1 / 0
    recursion(n - 1)


try:
    recursion(3)
except ZeroDivisionError as e:
    print(lines(e.__traceback__))
try:
    sorted([1, 2], key=lambda v: v / 0)
except ZeroDivisionError as e:
    print(lines(e.__traceback__))


class C:
    def __init__(self): self.x
    def __getattr__(self, n): raise AttributeError(n)


try:
    C()
except AttributeError as e:
    print(lines(e.__traceback__))
try:
    exec('def f():\n  1/0\nf()')
except ZeroDivisionError as e:
    print(lines(e.__traceback__))
tb = saved.__traceback__
tb.tb_next = None
print(lines(tb))
try:
    tb.tb_next = tb
except ValueError as e:
    print(e)
saved.__traceback__ = None
print(saved.__traceback__)
