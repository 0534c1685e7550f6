# exit: 1
# An error found after parsing has a range too.
def f():
    x = 1
    nonlocal x
