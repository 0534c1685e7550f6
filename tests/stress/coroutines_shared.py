# Coroutines and asynchronous generators that are driven by changing threads.
import queue
from harness import done, race, rounds, scaled, settle

finished = []


class Step:
    def __init__(self, number):
        self.number = number

    def __await__(self):
        return (yield self.number)


async def add(left, right):
    return await Step(left) + await Step(right)


async def work(owner, number):
    total = 0
    try:
        for step in range(4):
            total += await add(step, number)
        async for value in ticker(3):
            total += value
        async with Context() as value:
            total += value
        return (owner, number, total)
    finally:
        finished.append((owner, number))


async def ticker(count):
    for number in range(count):
        yield await Step(number)


class Context:
    async def __aenter__(self):
        return await Step(100)

    async def __aexit__(self, kind, value, traceback):
        await Step(0)


def expected(number):
    return 6 + 4 * number + 3 + 100


def one_round(random):
    count = scaled(100)
    finished.clear()
    ready = queue.SimpleQueue()
    results = []

    def make(owner):
        def run():
            for number in range(count):
                ready.put((work(owner, number), None))
        return run

    def drive():
        while True:
            coroutine, value = ready.get()
            if coroutine is None:
                return
            try:
                asked = coroutine.send(value)
            except StopIteration as stop:
                results.append(stop.value)
                if len(results) == 2 * count:
                    for _ in range(3):
                        ready.put((None, None))
            else:
                ready.put((coroutine, asked))
            del coroutine

    race([make(0), make(1), drive, drive, drive])
    assert sorted(results) == [(owner, number, expected(number)) for owner in range(2) for number in range(count)]
    assert sorted(finished) == [(owner, number) for owner in range(2) for number in range(count)]

    # Begun here, closed or dropped there.
    finished.clear()
    given = queue.SimpleQueue()

    def begin():
        for number in range(count):
            coroutine = work(2, number)
            coroutine.send(None)
            given.put(coroutine)
            del coroutine
        given.put(None)

    def end():
        number = 0
        while (coroutine := given.get()) is not None:
            number += 1
            if number % 2:
                coroutine.close()
            del coroutine

    race([begin, end])
    settle(lambda: len(finished) == count)

    # One coroutine, several drivers.
    coroutine = work(3, 1)

    def push():
        try:
            for _ in range(10):
                coroutine.send(1)
        except StopIteration:
            pass
        except (ValueError, RuntimeError) as error:
            assert "already executing" in str(error) or "already awaited" in str(error) or "reuse" in str(error), error
        except TypeError as error:
            assert "just-started" in str(error), error

    try:
        coroutine.send(None)
        race([push, push, push])
    finally:
        try:
            coroutine.close()
        except ValueError:
            pass


for random in rounds():
    one_round(random)
done()
