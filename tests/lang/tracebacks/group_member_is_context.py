# exit: 1
# A member of a group that is its context too is shown with its own context in one place
def gen():
    try:
        yield 1
    finally:
        raise KeyError("in finally")
g = gen()
next(g)
try:
    g.throw(LookupError("thrown"))
except KeyError as e:
    e.add_note("a note")
    raise ExceptionGroup("both", [e, ValueError("v"), ExceptionGroup("nested", [TypeError("t"), e])])
