# With a flag of compile(), await may stand outside functions; the code of the module is a coroutine's then.
import inspect
import types
import warnings

ALLOW = 0x2000


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def numbers():
    for i in range(3):
        yield i


class Manager:
    async def __aenter__(self):
        return await Step("enter")

    async def __aexit__(self, *exc):
        await Step("exit")


def drive(coroutine):
    sent = None
    yields = []
    try:
        while True:
            yields.append(coroutine.send(sent))
            sent = yields[-1]
    except StopIteration as stop:
        return yields, stop.value


def show(source, mode="exec", flags=ALLOW):
    try:
        code = compile(source, "<text>", mode, flags)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)
        return
    print(repr(source), bool(code.co_flags & inspect.CO_COROUTINE), bool(code.co_flags & inspect.CO_OPTIMIZED))


for source in [
    "x = await f()",
    "async with a: pass",
    "async for i in a: pass",
    "x = [i async for i in a]",
    "x = [await i for i in a]",
    "x = (i async for i in a)",
    "x = (await i for i in a)",
    "x = {i: [j async for j in i] for i in a}",
    "x = 1",
    "async def f(): await g()",
    "class C:\n    x = await f()",
    "class C:\n    async for i in x: pass",
    "lambda: await f()",
    "def f(): await g()",
    "def f():\n    async with a: pass",
    "def f(): return [i async for i in a]",
    "yield 1",
    "return 1",
    "x: await f() = 1",
    "x = yield await f()",
    "[(yield await f()) for i in a]",
]:
    show(source)
    if "await" in source or "async" in source:
        show(source, flags=0)
show("await f()", "eval")
show("await f()", "single")
show("await f()", "single", 0)

namespace = {"Step": Step, "numbers": numbers, "Manager": Manager}
code = compile("""
x = await Step(1)
async with Manager() as y:
    z = [i async for i in numbers()] + [await Step(i) for i in range(2)]
async for last in numbers():
    pass
def f():
    return x, y, z
w = await Step(f())
""", "<text>", "exec", ALLOW)
warnings.simplefilter("ignore")
print(exec(code, dict(namespace)))
coroutine = eval(code, namespace)
print(type(coroutine), coroutine.__name__, coroutine.__qualname__, coroutine.cr_code.co_name)
print(coroutine.cr_frame.f_locals is namespace, coroutine.cr_frame.f_globals is namespace)
print(drive(coroutine))
print({name: namespace[name] for name in "xyzw"}, namespace["last"])

# Names are looked up in the namespace first, also after the call of eval() has ended.
own = {}
coroutine = eval(compile("x = await Step(5); y = x + base; locals_are = locals()", "<text>", "exec", ALLOW),
                 {"Step": Step, "base": 10}, own)
print(drive(coroutine), own["x"], own["y"], own["locals_are"] is own)
namespace = {"Step": Step}
function = types.FunctionType(compile("x = await Step(7); same = locals() is globals()", "<t>", "exec", ALLOW), namespace)
print(drive(function()), namespace["x"], namespace["same"])
print(drive(eval(compile("[await Step(1), await Step(2)]", "<t>", "eval", ALLOW), {"Step": Step})))
print(drive(eval(compile("await Step(3)", "<t>", "single", ALLOW), {"Step": Step})))


class Mapping(dict):
    def __missing__(self, name):
        return f"no {name}"


own = Mapping()
coroutine = eval(compile("await Step(1)\nfound = thing", "<t>", "exec", ALLOW), {"Step": Step}, own)
try:
    print(drive(coroutine), own)
except TypeError as error:
    print(type(error).__name__)

# Without an await nothing changes.
namespace = {}
print(eval(compile("a = 1", "<t>", "exec", ALLOW), namespace), namespace["a"])
coroutine = eval(compile("1 / (await Step(0))", "<t>", "eval", ALLOW), {"Step": Step})
try:
    drive(coroutine)
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_next.tb_next.tb_frame if error.__traceback__.tb_next.tb_next else error.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_lineno)
