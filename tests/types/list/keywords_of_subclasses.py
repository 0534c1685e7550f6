# A subclass may take keywords in its own __new__ or __init__; which of them the built-in classes refuse.
class New(list):
    def __new__(cls, items=(), extra=None):
        made = super().__new__(cls, items)
        made.extra = extra
        return made


class Init(list):
    def __init__(self, items=(), extra=None):
        super().__init__(items)
        self.extra = extra


class Plain(list):
    pass


class Passes(list):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)


class NewSet(set):
    def __new__(cls, *args, **keywords):
        return super().__new__(cls)


class InitTuple(tuple):
    def __init__(self, *args, **keywords):
        pass


for kind in New, Init, Plain, Passes, list, NewSet, set, frozenset, InitTuple, tuple:
    try:
        made = kind([1, 2], extra=3)
        print(kind.__name__, made, getattr(made, "extra", None))
    except TypeError as error:
        print(kind.__name__, error)
