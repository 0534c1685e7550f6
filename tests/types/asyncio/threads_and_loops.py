import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(lambda a, b: a + b, 1, b=2))
    print(await loop.run_in_executor(None, threading.current_thread) is not threading.main_thread())
    event = asyncio.Event()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(event.set)).start()
    print(await event.wait())

    async def add(a, b):
        await asyncio.sleep(0)
        return a + b

    def other_thread():
        future = asyncio.run_coroutine_threadsafe(add(3, 4), loop)
        return future.result(5)

    print(await asyncio.to_thread(other_thread))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)

asyncio.run(main())


def run_own(number):
    results.append(asyncio.run(asyncio.sleep(0.01, number)))


results = []
threads = [threading.Thread(target=run_own, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(results)))
