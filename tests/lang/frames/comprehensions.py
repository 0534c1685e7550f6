# Comprehensions run in the frame of what is around them; generator expressions have frames of their own.
import sys


def inlined():
    x = "outer"
    print([sys._getframe().f_code.co_name for _ in range(1)])
    print([sys._getframe().f_locals["x"] for x in (1, 2)])
    print(sys._getframe().f_locals["x"], x)
    print([[dict(sys._getframe().f_locals) for x in "a"] for x in "b"])
    print([list(locals()) for y in (1,)], "y" in sys._getframe().f_locals)
    print({k: sys._getframe().f_locals["k"] for k in (1, 2)})
    print([(lambda: z)() + sys._getframe().f_locals["z"] for z in (1, 2)])
    frames = [sys._getframe() for _ in range(2)]
    return frames[0] is frames[1] is sys._getframe()


print(inlined())


def generator_expression():
    here = sys._getframe()
    frames = list(sys._getframe() for _ in range(2))
    print(frames[0] is frames[1], frames[0] is here, frames[0].f_code.co_name, frames[0].f_back is here)
    print([sorted(locals()) for _ in (1,)], list(sorted(locals()) for v in (1,)))


generator_expression()
print([sys._getframe().f_locals for n in (1, 2)])
print([locals() for n in (1, 2)], [type(sys._getframe().f_locals).__name__ for n in (1,)])
print("n" in globals(), sys._getframe().f_locals is globals())


class Body:
    value = 1
    seen = [(list(locals()), list(sys._getframe().f_locals)) for item in (5,)]
    print(seen, list(locals()))
