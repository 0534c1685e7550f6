# Walking tracebacks: frames, lines, depth, with_traceback, clearing
import sys
def a(n):
    if n == 0: raise ValueError("bottom")
    a(n - 1)
def names(tb):
    result = []
    while tb:
        result.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return result
try:
    a(2)
except ValueError as error:
    print(names(error.__traceback__), sys.exc_info()[2] is error.__traceback__)
    saved = error
print(names(saved.__traceback__))
try:
    raise saved
except ValueError as error:
    print(names(error.__traceback__))
try:
    raise saved.with_traceback(None)
except ValueError as error:
    print(names(error.__traceback__))
def reraise():
    try: a(0)
    except ValueError: raise
try:
    reraise()
except ValueError as error:
    print(names(error.__traceback__))
def wrap():
    try: a(1)
    except ValueError as e: raise KeyError("wrapped") from e
try:
    wrap()
except KeyError as error:
    print(names(error.__traceback__), names(error.__cause__.__traceback__))
tb = saved.__traceback__
print(tb.tb_frame.f_locals is not None, tb.tb_frame.f_globals is globals(), type(tb).__name__, type(tb.tb_frame).__name__)
try:
    tb.tb_next = tb
except ValueError as error:
    print(error)
def generator():
    yield 1
    raise LookupError("in generator")
try:
    for _ in generator(): pass
except LookupError as error:
    print(names(error.__traceback__))
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as error:
    print([n for n, _ in names(error.__traceback__)])
try:
    (lambda: {}["k"])()
except KeyError as error:
    print([n for n, _ in names(error.__traceback__)])
class C:
    def __getitem__(self, k): raise IndexError(k)
    def __add__(self, o): return self[o]
try:
    C() + 5
except IndexError as error:
    print([n for n, _ in names(error.__traceback__)])
try:
    sorted([2, 1], key=lambda x: 1 / 0)
except ZeroDivisionError as error:
    print([n for n, _ in names(error.__traceback__)])
TB = type(tb)
made = TB(None, tb.tb_frame, 5, 77)
print(made.tb_lineno, made.tb_next)
