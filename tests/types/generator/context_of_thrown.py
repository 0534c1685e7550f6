# What is thrown into a generator that is handling an exception has that as its context; what the thrower handles is none of it.
import types


def handling():
    try:
        raise KeyError("own")
    except KeyError:
        yield 1


def plain():
    yield 1


def show(error):
    chain = []
    while error is not None:
        chain.append(repr(error))
        error = error.__context__
    print(" <- ".join(chain))


def thrown(generator, error):
    next(generator)
    try:
        generator.throw(error)
    except Exception as raised:
        show(raised)


thrown(handling(), ValueError("thrown"))
thrown(plain(), ValueError("thrown"))
try:
    raise OSError("the thrower's")
except OSError:
    thrown(plain(), ValueError("thrown"))
    thrown(handling(), ValueError("thrown"))


def delegating(inner):
    try:
        raise IndexError("outer")
    except IndexError:
        yield from inner


thrown(delegating(plain()), ValueError("thrown"))
thrown(delegating(handling()), ValueError("thrown"))


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, error):
        raise TypeError("by throw()") from error


thrown(delegating(Iterator()), ValueError("thrown"))


# An exception whose context is already the one that is handled makes no circle.
def same():
    try:
        raise KeyError("own")
    except KeyError as error:
        kept.append(error)
        yield 1


kept = []
generator = same()
next(generator)
try:
    generator.throw(kept[0])
except KeyError as raised:
    show(raised)


# close() as well.
def closed():
    try:
        try:
            raise KeyError("own")
        except KeyError:
            yield 1
    except GeneratorExit as error:
        show(error)


generator = closed()
next(generator)
generator.close()


# Coroutines and asynchronous generators.
@types.coroutine
def suspend():
    yield 1


async def coroutine():
    try:
        raise KeyError("own")
    except KeyError:
        await suspend()


running = coroutine()
running.send(None)
try:
    running.throw(ValueError("thrown"))
except ValueError as raised:
    show(raised)


async def asynchronous():
    try:
        raise KeyError("own")
    except KeyError:
        yield 1


async def use():
    items = asynchronous()
    await items.__anext__()
    try:
        await items.athrow(ValueError("thrown"))
    except ValueError as raised:
        show(raised)


try:
    use().send(None)
except StopIteration:
    pass
