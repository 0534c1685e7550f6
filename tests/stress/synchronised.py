# Locks, conditions, semaphores, events, barriers and queues under many threads: who is inside is alone, and nothing waits for ever.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from harness import done, race, rounds, scaled


def locks(count):
    lock, again = threading.Lock(), threading.RLock()
    plain = 0
    nested = 0
    table = {"n": 0}
    holder = [0]

    def work():
        nonlocal plain, nested
        for number in range(count):
            with lock:
                plain += 1
                table["n"] += 1
                holder[0] = holder[0] + 1
            with again:
                with again:
                    nested += 1
            if lock.acquire(blocking=False):
                plain += 0
                lock.release()
            if lock.acquire(timeout=0.0001):
                lock.release()

    race([work] * 3, [lock.locked])
    assert plain == nested == table["n"] == holder[0] == 3 * count
    assert not lock.locked()


def conditions(count):
    condition = threading.Condition()
    items = []
    taken = []

    def put():
        for number in range(count):
            with condition:
                items.append(number)
                condition.notify()

    def take():
        for _ in range(count):
            with condition:
                while not items:
                    condition.wait()
                taken.append(items.pop())

    race([put, take, put, take])
    assert not items and sorted(taken) == sorted(list(range(count)) * 2)


def semaphores(count):
    semaphore = threading.BoundedSemaphore(2)
    inside = []
    most = []

    def work():
        for number in range(count):
            with semaphore:
                inside.append(number)
                most.append(len(inside))
                inside.pop()

    race([work] * 4)
    assert max(most) <= 2 and not inside


def barriers(count):
    barrier = threading.Barrier(3)
    steps = [0, 0, 0]

    def work(owner):
        def run():
            for number in range(count):
                steps[owner] = number
                barrier.wait()
                assert steps == [number] * 3
                barrier.wait()
        return run

    race([work(owner) for owner in range(3)])


def events(count):
    ping, pong = threading.Event(), threading.Event()

    def one():
        for _ in range(count):
            ping.set()
            pong.wait()
            pong.clear()

    def two():
        for _ in range(count):
            ping.wait()
            ping.clear()
            pong.set()

    race([one, two])


def queues(count):
    for make in (queue.SimpleQueue, queue.Queue, queue.LifoQueue, queue.PriorityQueue, lambda: queue.Queue(2)):
        given = make()
        taken = [[], []]

        def put(owner):
            def run():
                for number in range(count):
                    given.put((owner, number))
            return run

        def take(mine):
            def run():
                for _ in range(count):
                    mine.append(given.get())
            return run

        race([put(0), put(1), take(taken[0]), take(taken[1])])
        assert sorted(taken[0] + taken[1]) == [(owner, number) for owner in range(2) for number in range(count)]
        assert given.empty()


def pools(count):
    def work(number):
        if number % 10 == 9:
            raise KeyError(number)
        return [number, (number, str(number))]

    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(work, number) for number in range(count)]
        for number, future in enumerate(futures):
            if number % 10 == 9:
                assert type(future.exception()) is KeyError
            else:
                assert future.result() == [number, (number, str(number))]
        assert list(pool.map(abs, range(-count, 0))) == list(range(count, 0, -1))


for random in rounds():
    locks(scaled(300))
    conditions(scaled(100))
    semaphores(scaled(100))
    barriers(scaled(20))
    events(scaled(50))
    queues(scaled(60))
    pools(scaled(50))
done()
