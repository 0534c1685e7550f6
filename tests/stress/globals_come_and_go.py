# Globals and built-in names are stored, deleted, shadowed and made anew while others read them in loops.
from harness import done, race, rounds, scaled
import builtins

builtin_len = len


def shadow(things):
    return builtin_len(things)


def one_round(random):
    global steady, number
    count = scaled(4000)
    steady = (0, 0)
    allowed = (int, tuple, list, str)

    def store(owner):
        def run():
            global steady, coming, number, len
            for turn in range(count):
                steady = (owner, turn)
                coming = [owner, turn]
                number = turn
                coming = "text" + str(turn)
                number = turn << 70
                try:
                    del coming
                except NameError:
                    pass
                if turn % 20 == 0:
                    len = shadow
                    try:
                        del len
                    except NameError:
                        pass
                if turn % 10 == 0:
                    globals()["made_%d" % (turn % 70)] = (owner, turn)
                    globals().pop("made_%d" % (turn % 70), None)
                if turn % 40 == 0:
                    builtins.stress_name = (owner, turn)
                    try:
                        del builtins.stress_name
                    except AttributeError:
                        pass
        return run

    def read():
        for _ in range(30):
            owner, turn = steady
            assert 0 <= owner < 3 and 0 <= turn < count
            try:
                value = coming
                assert type(value) in allowed, type(value)
                if type(value) is list:
                    assert value[0] < 3
            except NameError as error:
                assert error.name == "coming"
            try:
                assert type(number) is int
            except NameError as error:
                assert error.name == "number"
            assert len("four") == 4
            try:
                assert stress_name[0] < 3
            except NameError as error:
                assert error.name == "stress_name"
            try:
                assert made_10[0] < 3
            except NameError as error:
                assert error.name == "made_10"

    race([store(owner) for owner in range(3)], [read, read])
    owner, turn = steady
    assert turn == count - 1
    assert len is builtin_len
    assert not hasattr(builtins, "stress_name")


for random in rounds():
    one_round(random)
done()
