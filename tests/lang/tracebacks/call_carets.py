# exit: 1
# The parentheses and arguments of a failing call are marked.
def target(a, b):
    return a


def caller():
    return str(target(1, 2)) + str(target(len('abc'), sum([1, 2]), max(3, 4)))


caller()
