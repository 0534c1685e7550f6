# Instances whose attributes come and go, whose __dict__ and __class__ are replaced, while others read at sites that see all of them.
from harness import done, race, rounds, scaled


class First:
    kind = "first"

    def method(self):
        return ("first", self)


class Second:
    kind = "second"

    def method(self):
        return ("second", self)

    @property
    def computed(self):
        return ("computed", self)


class Third(First):
    computed = ("computed", None)

    def __getattr__(self, name):
        return ("dynamic", name)


NAMES = ["a", "b", "c", "d", "e", "f"]


def one_round(random):
    count = scaled(3000)
    instances = [First(), Second(), Third(), First(), Third()]
    for instance in instances:
        instance.always = ("always", 0)

    def change(seed):
        import random
        draw = random.Random(seed).randrange

        def run():
            for number in range(count):
                instance = instances[draw(len(instances))]
                name = NAMES[draw(len(NAMES))]
                action = draw(12)
                try:
                    if action == 0:
                        instance.a = ("a", number)
                        instance.b = ("b", number)
                    elif action == 1:
                        instance.c = ("c", number)
                        instance.a = ("a", number)
                    elif action == 2:
                        del instance.a
                    elif action == 3:
                        delattr(instance, name)
                    elif action == 4:
                        setattr(instance, name, (name, number))
                    elif action == 5:
                        instance.__dict__[name] = (name, number)
                    elif action == 6:
                        instance.__dict__ = {"always": ("always", 1), name: (name, number)}
                    elif action == 7:
                        instance.__class__ = (First, Second, Third)[draw(3)]
                    elif action == 8:
                        del instance.__dict__[name]
                    elif action == 9:
                        instance.__dict__.pop(name, None)
                    elif action == 10:
                        instances[draw(len(instances))] = fresh = Third()
                        fresh.always = ("always", 2)
                    else:
                        instance.__dict__.update({other: (other, number) for other in NAMES})
                except (AttributeError, KeyError):
                    pass
        return run

    def check(value, name):
        assert value[0] == name or value == ("dynamic", name), (value, name)

    def read():
        for instance in instances:
            try:
                check(instance.a, "a")
                check(instance.b, "b")
                check(instance.c, "c")
                check(instance.f, "f")
            except AttributeError:
                pass
            check(instance.always, "always")
            assert instance.kind in ("first", "second")
            word, bound = instance.method()
            assert bound is instance and word in ("first", "second")
            try:
                assert instance.computed[0] in ("computed", "dynamic")
            except AttributeError:
                pass
            for name in NAMES:
                check(getattr(instance, name, (name, None)), name)
                hasattr(instance, name)
            assert type(instance) in (First, Second, Third)
            assert isinstance(instance, (First, Second))
            try:
                for name, value in vars(instance).items():
                    check(value, name)
            except RuntimeError as error:
                assert "dictionary" in str(error), error

    race([change(random.random()) for _ in range(3)], [read, read])
    for instance in instances:
        assert set(vars(instance)) <= {"always", *NAMES}
        for name, value in vars(instance).items():
            assert value[0] == name
            assert getattr(instance, name) is value


for random in rounds():
    one_round(random)
done()
