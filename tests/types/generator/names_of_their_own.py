# A generator, coroutine or asynchronous generator has the names that its function had when it was made.

def numbers():
    yield 1


async def answer():
    return 42


async def each():
    yield 1


def names(maker):
    first = maker()
    print(first.__name__, first.__qualname__, repr(first).split(" at ")[0])
    maker.__name__ = "renamed"
    print(first.__name__, first.__qualname__)
    second = maker()
    print(second.__name__, second.__qualname__)
    maker.__qualname__ = "Some.renamed"
    print(second.__qualname__, maker().__qualname__ if maker is numbers else "")
    second.__name__ = "own"
    second.__qualname__ = "its.own"
    print(second.__name__, second.__qualname__, repr(second).split(" at ")[0], maker.__name__)
    maker.__code__ = maker.__code__.replace(co_name="code", co_qualname="A.code")
    third = maker()
    print(first.__name__, third.__name__, third.__qualname__)
    for made in (first, second, third):
        if hasattr(made, "close"):
            made.close()


names(numbers)
names(answer)
names(each)
squares = (n * n for n in range(3))
print(squares.__name__, squares.__qualname__)
try:
    numbers().__name__ = 3
except TypeError as error:
    print(error)
