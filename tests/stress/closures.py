# Variables of a closure that several threads write, delete and read.
from harness import done, race, rounds, scaled


def make(count):
    steady = ("steady", 0)
    coming = ("coming", 0)
    wide = 1 << 80
    text = ""
    function = None
    total = 0

    def write(owner):
        def run():
            nonlocal steady, coming, wide, text, function, total
            for number in range(count):
                steady = ("steady", number)
                coming = ("coming", number)
                wide = (1 << 80) + number
                text = "t" * (number % 50)
                total += 1

                def function():
                    return steady, number

                if number % 3 == 0:
                    try:
                        del coming
                    except NameError as error:
                        assert type(error) is NameError or type(error) is UnboundLocalError
        return run

    def read():
        for _ in range(30):
            word, number = steady
            assert word == "steady" and 0 <= number < count
            try:
                word, number = coming
                assert word == "coming"
            except NameError:
                pass
            assert wide >> 80 == 1
            assert set(text) <= {"t"}
            inner = function
            if inner is not None:
                (word, _), number = inner()
                assert word == "steady" and 0 <= number < count

    def replace(value):
        # The cell itself, from outside of the functions that share it.
        names = read.__code__.co_freevars
        cell = read.__closure__[names.index("wide")]
        for number in range(count):
            cell.cell_contents = (1 << 80) + number
            assert cell.cell_contents >> 80 == 1

    def counted():
        return total

    return write, read, replace, counted


def one_round(random):
    count = scaled(4000)
    write, read, replace, counted = make(count)
    race([write(0), write(1), write(2), lambda: replace(0)], [read, read])
    assert 1 <= counted() <= 3 * count


for random in rounds():
    one_round(random)
done()
