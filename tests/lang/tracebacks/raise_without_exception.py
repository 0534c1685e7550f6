# exit: 1
# A bare raise that has nothing to raise is a place of its own in the traceback.
def outer():
    inner()


def inner():
    raise


outer()
