# `x += 1` by several threads: updates may be lost, but what is there was put there by somebody.
import threading
from harness import done, race, rounds, scaled

THREADS = 3


class Class:
    number = 0


class Slots:
    __slots__ = ("number",)


def one_round(random):
    global number, text, wide, fraction
    count = scaled(4000)
    total = THREADS * count
    start = 1 << 62
    number = 0
    text = ""
    wide = start
    fraction = 0.0
    instance = Class()
    instance.own = 0
    slots = Slots()
    slots.number = 0
    Class.number = 0
    in_list = [0, start]
    in_dict = {"number": 0, 7: 0}
    cell = 0

    def add():
        global number, text, wide, fraction
        nonlocal cell
        for _ in range(count):
            number += 1
            text += "x"
            wide += 1
            fraction += 0.5
            cell += 1
            Class.number += 1
            instance.own += 1
            slots.number += 1
            in_list[0] += 1
            in_list[1] += 1
            in_dict["number"] += 1
            in_dict[7] += 1

    def read():
        for _ in range(20):
            assert type(number) is int and 0 <= number <= total
            assert type(text) is str and len(text) <= total
            assert type(wide) is int and start <= wide <= start + total
            assert type(fraction) is float and 0.0 <= fraction <= total / 2
            assert type(cell) is int and 0 <= cell <= total
            assert type(instance.own) is int and 0 <= instance.number <= total
            assert start <= in_list[1] <= start + total

    race([add] * THREADS, [read])
    for value in (number, cell, Class.number, instance.own, slots.number, in_list[0], in_dict["number"], in_dict[7]):
        assert type(value) is int and 1 <= value <= total, value
    for value in (wide, in_list[1]):
        assert start + 1 <= value <= start + total, value
    assert 1 <= len(text) <= total and set(text) == {"x"}
    assert 0.5 <= fraction <= total / 2 and (fraction * 2).is_integer()


for random in rounds():
    one_round(random)
done()
