import asyncio
import sys


closed = []


async def numbers(name):
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        await asyncio.sleep(0)
        print("closed", name)
        closed.append(name)


async def main():
    async for n in numbers("dropped"):
        if n == 2:
            break
    for _ in range(500):
        if closed:
            break
        await asyncio.sleep(0.01)
    global kept
    kept = numbers("kept")
    print(await anext(kept))
    print(sys.get_asyncgen_hooks().firstiter is not None)


asyncio.run(main())
print(sys.get_asyncgen_hooks())
for wrong in {"firstiter": 3}, {"finalizer": "x"}:
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as error:
        print(error)
