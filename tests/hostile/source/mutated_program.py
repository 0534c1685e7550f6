# A right program with every character removed, doubled or replaced
program = '''
import sys
@decorator(1, k=2)
async def f(a, /, b: int = 1, *args, c=[x for x in y if x], **kw) -> str:
    """doc"""
    async with a as (b, c), d: pass
    try:
        x[1:2, ...] += yield_(f"{a!r:>{b}}")
    except* (A, B) as e:
        raise C from None
    else:
        return lambda z, *w: {**z, 'k': w} if not z else [*w]
class C[T: int](Base, metaclass=M):
    x: int = 0x_ff
    def g(self): yield from (1 < 2 <= 3 != 4)
match p:
    case {"a": [1, *_], **rest} | C(x=2) if q: del p.q, r[0]
'''
counts = {"ok": 0, "refused": 0}
def attempt(source):
    try:
        compile(source, "<mutated>", "exec")
        counts["ok"] += 1
    except (SyntaxError, MemoryError, RecursionError, OverflowError, ValueError):
        counts["refused"] += 1
for i in range(0, len(program)):
    if program[i] in "\"'":
        continue
    attempt(program[:i] + program[i + 1:])
    attempt(program[:i])
    attempt(program[:i] + program[i] * 2 + program[i + 1:])
    attempt(program[:i] + "(){}[]:=,.'\"\n\t x*@#"[i % 19] + program[i + 1:])
    attempt(program[i:])
print(counts["ok"] + counts["refused"] > 4 * len(program), counts["refused"] > 500)
