# __code__ of a function from another namespace: names are looked up in the namespace of the function that runs.
first, second = {"X": 1}, {"X": 2}
exec("def f(): return X, len('ab')", first)
exec("def g(): return X, len('abc')", second)
f, g = first["f"], second["g"]
print(f(), g())
f.__code__ = g.__code__
print(f(), g(), f.__code__ == g.__code__)
second["X"], first["X"] = 5, 7
print(f(), g())
first["len"] = lambda text: "own " + text
print(f(), g())


def running():
    def inner():
        inner.__code__ = other.__code__
        junk = [[] for _ in range(100)]
        return "first", len(junk)

    def other():
        return "second", inner

    return inner


try:
    running()()
except ValueError as error:
    print(error)


def counts():
    counts.__code__ = replacement.__code__
    return "before", counts.__code__.co_name


def replacement():
    return "after", counts.__code__.co_name


print(counts(), counts())
