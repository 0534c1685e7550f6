# currentframe(), stack(), trace(), getframeinfo(), getargvalues()
import inspect


def inner(a, *rest, key=1):
    here = inspect.currentframe()
    print(here.f_code.co_name, here.f_back.f_code.co_name)
    print(inspect.getargvalues(here)[:3])
    print(inspect.formatargvalues(*inspect.getargvalues(here)[:3], {"a": 1, "rest": (2,)} | {"key": 3}))
    for info in inspect.stack():
        print(info.function, info.lineno, info.code_context, info.index, info.positions)
        print(info[2:], len(info), info.filename == __file__)
    for info in inspect.stack(3)[:2]:
        print(info.code_context, info.index)
    print(inspect.stack(0)[0][3:])
    return inspect.getframeinfo(here)


def outer():
    return inner(1, 2)


info = outer()
print(info.function, info.lineno, info.code_context, type(info).__name__, repr(info)[:20])
print(inspect.getlineno(inspect.currentframe()))


def fails():
    raise ValueError("no")


try:
    fails()
except ValueError as e:
    for item in inspect.trace():
        print(item.function, item.lineno, item.code_context)
    print([i.function for i in inspect.getinnerframes(e.__traceback__)])
    print(inspect.getframeinfo(e.__traceback__)[1:])
print(inspect.trace() == [] if not __import__("sys").exception() else None)
print(inspect.getargs(inner.__code__))
