# An awaitable of an asynchronous generator that dies without having been awaited is a mistake, which a warning names.
import gc
import warnings


async def items():
    try:
        yield 1
    finally:
        pass


def told(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
        gc.collect()
    print([(warning.category.__name__, str(warning.message)) for warning in caught])


def run(awaitable):
    try:
        awaitable.send(None)
    except (StopIteration, StopAsyncIteration) as stop:
        print(type(stop).__name__, stop)


told(lambda: items().asend(None))
told(lambda: items().__anext__())
told(lambda: items().athrow(ValueError))
told(lambda: items().aclose())
told(lambda: run(items().asend(None)))
told(lambda: run(items().__anext__()))
told(lambda: run(items().aclose()))


def thrown():
    try:
        items().athrow(ValueError("thrown")).send(None)
    except ValueError as error:
        print(error)


told(thrown)


def thrown_into_the_awaitable():
    try:
        items().asend(None).throw(KeyError("thrown"))
    except KeyError as error:
        print(error)


told(thrown_into_the_awaitable)
told(lambda: items().asend(None).close())


def twice():
    generator = items()
    awaitable = generator.asend(None)
    run(awaitable)
    try:
        awaitable.send(None)
    except RuntimeError as error:
        print(error)
    run(generator.aclose())


told(twice)


async def loop():
    async for item in items():
        print(item)


told(lambda: run(loop()))
