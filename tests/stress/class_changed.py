# Classes whose methods, attributes, descriptors and bases are replaced while others call, read, subclass and instantiate.
import gc
from harness import done, race, rounds, scaled


class Left:
    def inherited(self):
        return ("left", self)

    where = ("left", 0)


class Right:
    def inherited(self):
        return ("right", self)

    where = ("right", 0)


class Class(Left):
    value = ("value", 0)

    def __init__(self, number=0):
        self.number = number

    def method(self):
        return ("method", self)

    def __len__(self):
        return 1

    def __add__(self, other):
        return ("add", 0)


class Sub(Class):
    pass


def one_round(random):
    count = scaled(400)
    instances = [Class(), Sub(), Class(), Sub()]

    def change(owner):
        def run():
            for number in range(count):
                Class.value = ("value", number)

                def method(self, number=number):
                    return ("method", self)

                Class.method = method
                Class.__len__ = lambda self, length=number % 7: length
                Class.__add__ = lambda self, other: ("add", owner)
                Class.computed = property(lambda self: ("computed", self))
                Class.computed = ("computed", None)
                Class.fixed = staticmethod(lambda: ("fixed", owner))
                Class.of_class = classmethod(lambda cls: ("of_class", cls))
                if number % 10 == 0:
                    Class.__bases__ = (Right,) if number % 20 else (Left,)
                    Left.where = ("left", number)
                if number % 5 == 0:
                    Sub.value = ("value", -1)
                    try:
                        del Sub.value
                    except AttributeError:
                        pass
                try:
                    del Class.coming
                except AttributeError:
                    pass
                Class.coming = ("coming", owner)
                setattr(Class, "name%d" % (number % 40), number)
        return run

    def read():
        for instance in instances:
            word, number = instance.value
            assert word == "value" and -1 <= number < count
            word, bound = instance.method()
            assert word == "method" and bound is instance
            assert 0 <= len(instance) < 7
            assert (instance + instance)[0] == "add"
            word, bound = instance.inherited()
            assert word in ("left", "right") and bound is instance
            assert instance.where[0] in ("left", "right")
            try:
                word, bound = instance.computed
                assert word == "computed" and bound in (None, instance)
                assert instance.fixed()[0] == "fixed"
                word, bound = instance.of_class()
                assert bound in (Class, Sub)
                assert instance.coming[0] == "coming"
                assert Class.coming[0] == "coming"
            except AttributeError:
                pass
            assert isinstance(instance, Class) and not isinstance(instance, int)
            isinstance(instance, Left)

    def instantiate():
        for number in range(count // 4):
            instance = Class(number)
            assert instance.number == number and instance.value[0] == "value"
            made = type("Made", (Class,), {"own": number})
            other = made(number)
            assert other.own == other.number == number and other.value[0] == "value"
            assert other.method()[1] is other
            assert made.__mro__[1] is Class and made.__mro__[-1] is object
            del made, other
            if number % 20 == 0:
                gc.collect()
        assert Sub in Class.__subclasses__()

    race([change(0), change(1), instantiate], [read, read])
    for instance in instances:
        assert instance.value == ("value", count - 1)
        assert instance.method() == ("method", instance)


for random in rounds():
    one_round(random)
done()
