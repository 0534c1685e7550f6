# exit: 1
# Qualified names, empty messages and several lines of message.
class Outer:
    class Failure(Exception):
        def __str__(self):
            return 'line one\nline two'


def f():
    class Local(Outer.Failure):
        pass
    try:
        raise Outer.Failure
    except Outer.Failure:
        raise Local(1, 2)


f()
