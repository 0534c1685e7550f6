# Frames of running threads that others look into: where they are, their variables, who called them.
import sys
import threading
from harness import done, race, rounds, scaled


def inner(number, frames, place):
    text = "text%d" % number
    pair = (number, text)
    frames[place] = sys._getframe()
    for extra in range(5):
        number_again = number + extra - extra
        pair = (number_again, text)
    del text
    return pair


def outer(number, frames, place):
    here = ("outer", number)
    hook = None
    total = [here]
    result = inner(number, frames, place)
    total.append(result)
    if hook is not None:
        # Written by another thread.
        assert hook == ("hook", number) or hook == ("hook", -1), hook
    return result


def generating(number, frames, place):
    value = ("generating", number)
    frames[place] = sys._getframe()
    yield value
    value = ("generating", number + 1)
    yield value


def one_round(random):
    count = scaled(1500)
    frames = [None] * 6

    def work(owner):
        def run():
            closed_over = ("closed", owner)

            def use():
                return closed_over

            for number in range(count):
                assert outer(number, frames, owner) == (number, "text%d" % number)
                for value in generating(number, frames, 3 + owner % 3):
                    assert value[0] == "generating"
                closed_over = ("closed", number)
                frames[(owner + 1) % 6] = sys._getframe()
                use()
        return run

    def watch():
        for frame in frames:
            steps = 0
            while frame is not None and steps < 10:
                line = frame.f_lineno
                assert line is None or line > 0
                name = frame.f_code.co_name
                assert type(frame.f_lasti) is int
                values = frame.f_locals
                if name in ("inner", "outer"):
                    number = values["number"]
                    assert 0 <= number < count
                    if name == "outer":
                        values["hook"] = ("hook", -1)
                    values["made_up"] = ["made up"]
                    assert values.get("pair", (number,))[0] == number
                    assert values.get("here", ("outer", number)) == ("outer", number)
                    text = values.get("text")
                    assert text is None or text == "text%d" % number
                elif name == "generating":
                    value = values.get("value")
                    assert value is None or value[0] == "generating"
                elif name == "run":
                    value = values.get("closed_over")
                    assert value is None or value[0] == "closed"
                try:
                    for key, value in dict(values).items():
                        assert type(key) is str
                except KeyError:
                    # It was deleted between the look at the names and the look at the values.
                    pass
                len(values)
                frame.f_globals
                frame = frame.f_back
                steps += 1

    def current():
        if not hasattr(sys, "_current_frames"):
            return
        for ident, frame in sys._current_frames().items():
            assert type(ident) is int
            assert frame.f_code.co_name

    def clear():
        for frame in list(frames):
            try:
                if frame is not None and frame.f_code.co_name in ("inner", "generating"):
                    if frame.f_back is None:
                        frame.clear()
            except RuntimeError as error:
                assert "executing" in str(error) or "suspended" in str(error), error

    race([work(owner) for owner in range(3)], [watch, watch, current])
    clear()


def traced(random):
    """Trace functions of two threads, where there are any."""
    events = []

    def trace(frame, event, argument):
        if frame.f_code.co_name not in ("outer", "inner"):
            return None
        events.append(event)
        return trace

    def work():
        frames = [None]
        sys.settrace(trace)
        try:
            for number in range(scaled(30)):
                assert outer(number, frames, 0)[0] == number
        finally:
            sys.settrace(None)

    def plain():
        frames = [None]
        for number in range(scaled(30)):
            assert outer(number, frames, 0)[0] == number

    race([work, work, plain])
    assert set(events) <= {"call", "line", "return"}


for random in rounds():
    one_round(random)
    traced(random)
done()
