# What stands behind *_ is asked for by its place from the front, which a sequence of the program's own always knows.
import collections.abc


class Sequence(collections.abc.Sequence):
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, place):
        asked.append(place)
        if place < 0:
            raise IndexError(place)
        return place


def show(subject):
    asked.clear()
    match subject:
        case [first, *_, 8, last]:
            print("8", first, last, asked)
        case [*_, before, last]:
            print("two", before, last, asked)
        case [*_, last]:
            print("one", last, asked)
        case [*_]:
            print("none", asked)


asked = []
for length in 42, 10, 2, 1, 0:
    show(Sequence(length))
show([7, 8, 9])
show(range(5))
