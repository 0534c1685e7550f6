# exit: 1
# No suggestion when nothing is similar.
def f():
    return completely_different_thing


f()
