# exit: 1
# Only identical consecutive lines are folded.
def ping(n):
    return pong(n - 1)


def pong(n):
    if n <= 0:
        return 1 / n
    return ping(n)


ping(4)
