# Contexts that several threads enter in turn, while others read, copy, compare and iterate over them; variables that all use.
import weakref
from contextvars import Context, ContextVar, Token, copy_context

from harness import done, race, rounds, scaled


class Thing:
    def __init__(self, number):
        self.number = number


def one_round(random):
    count = scaled(300)
    variables = [ContextVar(f"v{i}", default=None) for i in range(40)]
    shared = [Context() for _ in range(3)]
    tokens = []
    watched = []

    def enter(seed):
        def body(number):
            assert len(copy_context()) <= len(variables)
            mine = []
            for i in range(8):
                variable = variables[(seed * 7 + number + i) % len(variables)]
                thing = Thing(number)
                mine.append((variable, variable.set(thing), thing))
                assert variable.get() is thing
            tokens.append(mine[0][1])
            snapshot = copy_context()
            for variable, token, thing in reversed(mine[1:]):
                variable.reset(token)
                old = token.old_value
                assert variable.get() is (None if old is Token.MISSING else old)
            for variable, _, thing in mine:
                assert snapshot[variable] is thing
            return number

        def run():
            entered = 0
            for number in range(count):
                context = shared[(number + seed) % len(shared)]
                try:
                    assert context.run(body, number) == number
                    entered += 1
                except RuntimeError as error:
                    assert "is already entered" in str(error), error
            own = Context()
            watched.append(weakref.ref(own))
            assert own.run(body, 1) == 1
            # What is set outside of all contexts stays in the thread.
            assert variables[0].get() is None
            variables[0].set(seed)
            assert copy_context()[variables[0]] == seed and len(copy_context()) == 1
        return run

    def read():
        for context in shared:
            for variable, value in context.items():
                assert variable in variables and type(value) is Thing
            copy = context.copy()
            held = list(copy.values())
            assert len(held) == len(copy) == len(list(copy))
            assert copy == copy.copy()
            context == copy
            assert all(copy[variable] is value for variable, value in copy.items())
            for variable in variables:
                assert type(context.get(variable, Thing)) in (Thing, type)

    def misuse():
        for token in tokens[-5:]:
            try:
                token.var.reset(token)
            except ValueError as error:
                assert "was created in a different Context" in str(error)
            except RuntimeError as error:
                assert "has already been used once" in str(error)
            else:
                raise AssertionError("a token of another context was taken")

    race([enter(seed) for seed in range(4)], [read, misuse])
    for context in shared:
        assert context.run(lambda: variables[0].set(1)).var is variables[0]
    tokens.clear()
    del enter
    assert all(reference() is None for reference in watched)


for random in rounds():
    one_round(random)
done()
