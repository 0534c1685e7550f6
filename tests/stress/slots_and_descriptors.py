# Slots, properties, descriptors and dynamic attributes of one instance that several threads write, delete and read.
from harness import done, race, rounds, scaled


class Checked:
    """A data descriptor that keeps its values in the instance's dictionary under another name."""

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value


class Lazy:
    """Hidden by what it stores."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        value = (self.name, 0)
        instance.__dict__[self.name] = value
        return value


class Slotted:
    __slots__ = ("steady", "coming", "number", "__weakref__")


class Wide:
    __slots__ = tuple("s%d" % number for number in range(20)) + ("__dict__",)
    checked = Checked()
    lazy = Lazy()

    @property
    def both(self):
        return (self.s0, self.checked)

    @both.setter
    def both(self, pair):
        self.s0, self.checked = pair

    @both.deleter
    def both(self):
        del self.__dict__["_checked"]

    def __getattr__(self, name):
        if name.startswith("s"):
            return ("missing", name)
        raise AttributeError(name)


def one_round(random):
    count = scaled(2000)
    slotted = Slotted()
    slotted.steady = ("steady", 0)
    slotted.number = 0
    wide = Wide()
    wide.both = (("s0", 0), ("checked", 0))
    wides = [wide, Wide(), Wide()]

    def write(owner):
        def run():
            for number in range(count):
                slotted.steady = ("steady", number)
                slotted.coming = ["coming", owner, number]
                slotted.number = number << 40
                try:
                    del slotted.coming
                except AttributeError as error:
                    pass
                target = wides[number % 3]
                target.both = (("s0", number), ("checked", number))
                target.s1 = ("s1", owner)
                target.s19 = ("s19", number)
                setattr(target, "s%d" % (number % 20), ("s%d" % (number % 20), number))
                try:
                    del target.s1
                except AttributeError:
                    pass
                try:
                    if number % 4 == 0:
                        del target.lazy
                except AttributeError:
                    pass
                try:
                    if number % 6 == 0:
                        del target.both
                except KeyError:
                    pass
                if number % 50 == 0:
                    wides[2] = Wide()
        return run

    def read():
        for _ in range(10):
            word, number = slotted.steady
            assert word == "steady" and 0 <= number < count
            assert slotted.number % (1 << 40) == 0
            try:
                word, owner, number = slotted.coming
                assert word == "coming" and owner in (0, 1, 2)
            except AttributeError:
                pass
            assert not hasattr(slotted, "__dict__")
            for target in wides:
                assert target.s1[0] in ("s1", "missing")
                assert target.s19[0] in ("s19", "missing")
                assert target.lazy == ("lazy", 0)
                try:
                    first, second = target.both
                    assert first[0] in ("s0", "missing") and second[0] == "checked"
                    assert target.checked[0] == "checked"
                except (KeyError, AttributeError):
                    pass
                try:
                    target.unknown
                except AttributeError:
                    pass

    race([write(owner) for owner in range(3)], [read, read])
    assert slotted.steady == ("steady", count - 1)
    assert not hasattr(slotted, "coming")


for random in rounds():
    one_round(random)
done()
