# What waits for child processes can still be asked for, with a warning at the caller's place.
import asyncio
import warnings


def told(function, *arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        answer = function(*arguments)
    for warning in caught:
        print(warning.category.__name__, warning.message)
    return answer


watcher = told(asyncio.get_child_watcher)
print(isinstance(watcher, asyncio.AbstractChildWatcher), watcher.is_active())
for name in "SafeChildWatcher", "FastChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher", "PidfdChildWatcher":
    made = told(getattr(asyncio, name))
    print(name, isinstance(made, asyncio.AbstractChildWatcher))


def derive():
    class Watcher(asyncio.AbstractChildWatcher):
        pass

    return Watcher


print(told(derive).__mro__[1].__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.SafeChildWatcher()
print(caught[0].filename == __file__)


async def run():
    process = await asyncio.create_subprocess_exec("true")
    return await process.wait()


told(asyncio.set_child_watcher, asyncio.ThreadedChildWatcher())
print(asyncio.run(run()))
told(asyncio.set_child_watcher, None)
try:
    told(asyncio.set_child_watcher, "watcher")
except AssertionError:
    print("AssertionError")
