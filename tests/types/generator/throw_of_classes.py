# throw() of a class throws what the class makes; what making it raises is thrown in its stead.
def catching():
    while True:
        try:
            yield
        except Exception as error:
            print(type(error).__name__, error)


class Itself(Exception):
    def __new__(cls, *args):
        return cls


class Number(Exception):
    def __new__(cls, *args):
        return 5


class Refuses(Exception):
    def __init__(self):
        raise ValueError("refused")


generator = catching()
next(generator)
for kind in Itself, Number, Refuses, ValueError:
    generator.throw(kind)
for wrong in 5, int, "text", None, Number():
    try:
        generator.throw(wrong)
    except TypeError as error:
        print("TypeError", error)
for kind in Itself, Refuses:
    for started in catching(), (i for i in ()):
        try:
            started.throw(kind)
        except Exception as error:
            print(type(error).__name__, error)
        print(next(started, "over"))


async def coroutine():
    pass


running = coroutine()
try:
    running.throw(Itself)
except TypeError as error:
    print(error)
