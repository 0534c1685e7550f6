# One module: its attributes change, it is taken out of sys.modules and comes back, code is compiled and run in it by several threads.
import sys
import types
from harness import done, race, rounds, scaled

SOURCE = """
import sys, math
value = ("value", {number})
def function(x):
    return (value, x, math.floor(2.5))
class Class:
    def method(self):
        return function(self)
"""


def one_round(random):
    count = scaled(120)
    module = types.ModuleType("stressed")
    exec(SOURCE.format(number=0), vars(module))
    sys.modules["stressed"] = module

    def change(owner):
        def run():
            for number in range(count):
                module.value = ("value", number)
                module.coming = ("coming", owner)
                try:
                    del module.coming
                except AttributeError:
                    pass
                vars(module)["made_%d" % (number % 30)] = number
                if number % 4 == 0:
                    exec(SOURCE.format(number=number), vars(module))
                if number % 6 == 0:
                    sys.modules.pop("stressed", None)
                    sys.modules["stressed"] = module
                if number % 10 == 0:
                    other = types.ModuleType("other")
                    exec("def f(): return g()\ndef g(): return f, %d" % number, vars(other))
                    function = other.f
                    del other
                    assert function()[1] == number
                assert eval("value[0]", vars(module)) == "value"
        return run

    def read():
        for _ in range(10):
            assert module.value[0] == "value"
            (word, number), x, two = module.function(5)
            assert word == "value" and 0 <= number < count and (x, two) == (5, 2)
            assert module.Class().method()[0][0] == "value"
            try:
                assert module.coming[0] == "coming"
            except AttributeError as error:
                assert "coming" in str(error)
            try:
                import stressed
                assert stressed is module
                from stressed import function, Class
                assert function(1)[1] == 1 and Class().method()
            except ImportError as error:
                assert "stressed" in str(error)
            assert "value" in dir(module)
            import math
            assert math.floor(1.5) == 1
            scope = {"x": 4}
            exec("y = [x * n for n in range(3)]\nz = (lambda: x)()" if _ % 2 else "y = [0, 4, 8]; z = 4", scope)
            assert scope["y"] == [0, 4, 8] and scope["z"] == 4

    race([change(0), change(1)], [read, read])
    del sys.modules["stressed"]
    assert module.value == ("value", count - 1) or module.value[0] == "value"
    assert all(getattr(module, "made_%d" % number) % 30 == number for number in range(min(30, count)))


for random in rounds():
    one_round(random)
done()
