# Iterators over dictionaries that change
def attempt(make, change):
    d = {1: "a", 2: "b", 3: "c"}
    it = make(d)
    print(it.__length_hint__(), next(it), it.__length_hint__(), end=" ")
    change(d)
    try:
        print(it.__length_hint__(), list(it), it.__length_hint__())
    except RuntimeError as error:
        print(error, end="; ")
        try:
            print(next(it))
        except RuntimeError as error:
            print(error)

for make in (iter, lambda d: iter(d.items()), lambda d: iter(d.values()), reversed, lambda d: reversed(d.items()), lambda d: reversed(d.values())):
    for change in (lambda d: None, lambda d: d.update({1: "z"}), lambda d: d.update({4: "d"}), lambda d: d.pop(2), lambda d: d.clear(), lambda d: (d.pop(2), d.update({5: "e"}))):
        attempt(make, change)
it = iter({1: 2, 3: 4}.items())
next(it)
print(it.__reduce__()[1], list(it), it.__reduce__()[1])
it = reversed({1: 2, 3: 4})
print(it.__reduce__()[1], list(it))
