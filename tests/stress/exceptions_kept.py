# Exceptions that are raised in one thread and kept, raised again, walked and dropped in others, with their tracebacks and frames.
import queue
from harness import done, race, rounds, scaled, settle


class Marker:
    alive = []
    made = []

    def __init__(self):
        Marker.made.append(1)

    def __del__(self):
        Marker.alive.append(1)


class Special(Exception):
    def __init__(self, owner, number):
        super().__init__(owner, number)
        self.owner = owner
        self.number = number


def deep(owner, number, depth):
    marker = Marker() if depth == 0 else None
    here = (owner, number, depth)
    if depth:
        deep(owner, number, depth - 1)
    elif number % 3 == 0:
        try:
            [][number]
        except IndexError:
            raise Special(owner, number)
    elif number % 3 == 1:
        try:
            {}["key"]
        except KeyError as error:
            raise Special(owner, number) from error
    else:
        try:
            raise ExceptionGroup("group", [Special(owner, number), ValueError(number)])
        except* ValueError as group:
            raise Special(owner, number)


def walk(error):
    """The frames that the traceback names, from the outside to the inside."""
    names = []
    traceback = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        names.append(frame.f_code.co_name)
        assert traceback.tb_lineno > 0 and frame.f_lineno is None or frame.f_lineno > 0
        if frame.f_code.co_name == "deep":
            owner, number, depth = frame.f_locals["here"]
            assert depth == frame.f_locals["depth"]
        traceback = traceback.tb_next
    return names


def find(error):
    """The Special below."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            found = find(inner)
            if found is not None:
                return found
        return None
    return error if type(error) is Special else None


def one_round(random):
    count = scaled(120)
    Marker.made.clear()
    Marker.alive.clear()
    thrown = queue.SimpleQueue()
    again = queue.SimpleQueue()
    latest = [None] * 4

    def throw(owner):
        def run():
            for number in range(count):
                try:
                    deep(owner, number, 6)
                except (Special, ExceptionGroup) as error:
                    assert walk(error).count("deep") >= 6
                    latest[number % 4] = error
                    thrown.put((owner, number, error))
            thrown.put(None)
        return run

    def rethrow():
        while (item := thrown.get()) is not None:
            owner, number, error = item
            try:
                raise error
            except* Special as group:
                found = find(group)
                assert (found.owner, found.number) == (owner, number)
            except* ValueError:
                pass
            error.add_note("again")
            again.put(item)
            del item, error, found
        again.put(None)

    def drop():
        while (item := again.get()) is not None:
            owner, number, error = item
            assert "deep" in walk(error)
            assert error.__notes__ == ["again"]
            if number % 2:
                error.__traceback__ = None
            elif number % 5 == 0:
                error = error.with_traceback(None)
            del item, error

    def look():
        for place in range(4):
            error = latest[place]
            if error is not None:
                walk(error)
                repr(error)
                str(error)
                assert error.__suppress_context__ in (True, False)
            latest[place] = None

    race([throw(0), throw(1), rethrow, rethrow, drop, drop], [look])
    latest.clear()
    assert len(Marker.made) == 2 * count
    settle(lambda: len(Marker.alive) == 2 * count)


for random in rounds():
    one_round(random)
done()
