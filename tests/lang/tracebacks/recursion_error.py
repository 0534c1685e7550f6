# exit: 1
# The traceback of a RecursionError is folded as well.
def forever(n):
    return forever(n + 1) + 1


forever(0)
