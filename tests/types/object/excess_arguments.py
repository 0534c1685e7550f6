# `object.__init__` and `object.__new__` refuse arguments unless the other one is overridden.
class Plain:
    pass
class Init:
    def __init__(self, a):
        pass
class New:
    def __new__(cls, a):
        return object.__new__(cls)
class NewPasses:
    def __new__(cls, *args):
        return object.__new__(cls, *args)
class InitPasses:
    def __init__(self, *args):
        object.__init__(self, *args)
class Returns:
    def __init__(self):
        return 5
class Other:
    def __new__(cls):
        return 5
    def __init__(self):
        print('never')
for attempt in (
    lambda: Plain(1), lambda: Plain(a=1), lambda: Init(), lambda: Init(1, 2), lambda: Init(1, b=2), lambda: object.__init__(Init(1), 1),
    lambda: New(), lambda: New(1, 2), lambda: object.__new__(New, 1), lambda: NewPasses(1), lambda: InitPasses(1), lambda: Returns(), lambda: Other(),
    lambda: type(object.__new__(Init, 1)).__name__,
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
