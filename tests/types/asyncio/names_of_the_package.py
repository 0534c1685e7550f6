import asyncio

print(len(asyncio.__all__), sorted(asyncio.__all__))
for name in asyncio.__all__:
    getattr(asyncio, name)
try:
    asyncio.nothing
except AttributeError as error:
    print(error)
print(asyncio.EventLoop is asyncio.SelectorEventLoop, asyncio.TimeoutError is TimeoutError)
print(asyncio.iscoroutine(3), asyncio.iscoroutinefunction(asyncio.sleep))
