# A signal reaches a loop that always has something to call, and so does a call of another thread.
import asyncio
import os
import signal
import threading


async def main():
    loop = asyncio.get_running_loop()
    came = []
    loop.add_signal_handler(signal.SIGUSR1, came.append, "signal")
    os.kill(os.getpid(), signal.SIGUSR1)
    turns = 0
    while not came:
        await asyncio.sleep(0)
        turns += 1
        assert turns < 10_000_000
    print(came)
    loop.remove_signal_handler(signal.SIGUSR1)

    def other():
        loop.call_soon_threadsafe(came.append, "thread")

    thread = threading.Thread(target=other)
    thread.start()
    while len(came) < 2:
        await asyncio.sleep(0)
    print(came)
    thread.join()

    # A loop that waits is woken.
    event = asyncio.Event()
    thread = threading.Timer(0.02, lambda: loop.call_soon_threadsafe(event.set))
    thread.start()
    await asyncio.wait_for(event.wait(), 10)
    print("woken")
    thread.join()

    # Many calls of other threads, none of which is lost.
    total = 0

    def count(n):
        nonlocal total
        total += n

    def many():
        for _ in range(500):
            loop.call_soon_threadsafe(count, 1)

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        await asyncio.sleep(0.001)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(total)


asyncio.run(main())
