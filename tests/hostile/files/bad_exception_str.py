# An uncaught exception whose __str__ raises
# expect: E
class E(Exception):
    def __str__(self): raise KeyError("str")
    __repr__ = __str__
raise E
