# by hand
# asyncio.print_call_graph() and its like, which CPython has from 3.14 on: who waits for whom, as text and as data.
import asyncio
import io
import types


def text_of(*args, **kwargs):
    """The graph without addresses and folders, and without the lines of the library."""
    return "\n".join(map(shown, asyncio.format_call_graph(*args, **kwargs).split("\n")))


def shown(line):
    before, is_header, after = line.partition("id=0x")
    if is_header:
        return f"{before}id=...{after[after.index(')'):]}"
    before, is_frame, after = line.partition("File '")
    if not is_frame:
        return line
    path, _, after = after.partition("'")
    if path.startswith("<library>/"):
        return f"{before}{path[10:]}{after[after.index(', in '):]}"
    return f"{before}{path.rpartition('/')[2]}{after}"


async def leaf(*args, **kwargs):
    await asyncio.sleep(0)
    print(text_of(*args, **kwargs))


async def through(coroutine):
    return await coroutine


async def show_here():
    async def main():
        await through(leaf())
        await through(leaf(limit=2))
        await through(leaf(limit=-2))
        await through(leaf(limit=0))
        await through(leaf(depth=2))

    await asyncio.create_task(main(), name="inner")


async def show_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(), name="child 1")
        group.create_task(through(leaf()), name="child 2")


async def show_gather():
    await asyncio.gather(through(leaf()), asyncio.create_task(asyncio.sleep(0), name="other"))


async def show_shield():
    await asyncio.shield(asyncio.create_task(leaf(), name="shielded"))


async def show_wait():
    await asyncio.wait([asyncio.create_task(leaf(), name="waited for")])


async def show_wait_for():
    await asyncio.wait_for(asyncio.create_task(leaf(), name="with a deadline"), 10)


async def numbers():
    await asyncio.sleep(0)
    print(text_of())
    yield 1


async def show_generator():
    async for _ in numbers():
        pass


@types.coroutine
def old_style(future):
    yield from future


class Own:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


async def suspended():
    future = asyncio.get_running_loop().create_future()

    async def items():
        await old_style(future)
        yield 1

    async def wait_deep():
        async for _ in items():
            pass

    async def wait_own():
        await Own(future)

    deep = asyncio.create_task(through(wait_deep()), name="deep")
    own = asyncio.create_task(wait_own(), name="own")
    pending = asyncio.create_task(through(leaf()), name="not begun")
    waits = asyncio.gather(deep, own)
    print(text_of(future))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(text_of(future))
    print(text_of(future, limit=1))
    print(text_of(future, limit=-1))
    print(text_of(deep))
    print(text_of(own))
    await pending
    print(text_of(pending))
    print(sorted(task.get_name() for task in future._asyncio_awaited_by), waits._asyncio_awaited_by)
    future.set_result(None)
    print(future._asyncio_awaited_by, text_of(future))
    await waits
    print(text_of(deep))


async def cycles():
    loop = asyncio.get_running_loop()
    a, b, c = loop.create_future(), loop.create_future(), loop.create_future()
    for waited, waiter in [(a, b), (b, c), (c, a), (a, a)]:
        asyncio.future_add_to_awaited_by(waited, waiter)
    print(text_of(a))
    tasks = {}

    async def wait_for_second():
        await tasks["second"]

    async def wait_for_first():
        await asyncio.shield(tasks["first"])

    tasks["first"] = asyncio.create_task(wait_for_second(), name="first")
    tasks["second"] = asyncio.create_task(wait_for_first(), name="second")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(text_of(tasks["first"]))
    tasks["first"].cancel()
    asyncio.future_discard_from_awaited_by(a, b)
    asyncio.future_discard_from_awaited_by(a, b)
    print(text_of(a))


async def many():
    async def wait_for_all(futures):
        await asyncio.gather(*futures)

    first = asyncio.get_running_loop().create_future()
    layer = [first]
    for _ in range(40):
        layer = [asyncio.create_task(wait_for_all(layer)) for _ in range(2)]
    await asyncio.sleep(0)
    text = asyncio.format_call_graph(first)
    print(text.count("* Task") < 3000, "(shown above)" in text)
    first.set_result(None)
    await asyncio.wait(layer)

    async def wait_for_one(future):
        await future

    first = last = asyncio.get_running_loop().create_future()
    for _ in range(3000):
        last = asyncio.create_task(wait_for_one(last))
    await asyncio.sleep(0)
    text = asyncio.format_call_graph(first)
    print(text.count("* Task"), text.splitlines()[-1].strip())
    graph = asyncio.capture_call_graph(first)
    depth = 0
    while graph.awaited_by:
        depth += 1
        graph, = graph.awaited_by
    print(depth)
    first.set_result(None)
    await last


async def data():
    graph = asyncio.capture_call_graph()
    print(type(graph).__name__, graph.future is asyncio.current_task(), graph.awaited_by)
    print([(type(entry).__name__, entry.frame.f_code.co_name) for entry in graph.call_stack])
    print(asyncio.capture_call_graph(limit=0).call_stack)
    out = io.StringIO()
    print(asyncio.print_call_graph(file=out), out.getvalue().count("in async data()"))
    for wrong in 3, "text":
        try:
            asyncio.capture_call_graph(wrong)
        except TypeError as error:
            print(error)

    def callback():
        print(asyncio.capture_call_graph(), repr(asyncio.format_call_graph()))

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    future = asyncio.get_running_loop().create_future()
    print(text_of(future), future._asyncio_awaited_by)
    asyncio.future_add_to_awaited_by(future, 3)
    asyncio.future_add_to_awaited_by(3, future)
    print(future._asyncio_awaited_by)
    other = asyncio.wrap_future(future)
    print(other is future)


for show in (show_here, show_group, show_gather, show_shield, show_wait, show_wait_for, show_generator, suspended, cycles, many, data):
    print("---", show.__name__)
    asyncio.run(show())
try:
    asyncio.capture_call_graph()
except RuntimeError as error:
    print(error)
