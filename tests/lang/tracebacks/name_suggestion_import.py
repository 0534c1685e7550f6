# exit: 1
# NameError for a module of the standard library asks about an import.
def f():
    return math.pi


f()
