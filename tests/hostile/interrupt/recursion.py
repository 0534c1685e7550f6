# Endless mutual recursion that catches its own errors
# interrupt
def f():
    try:
        f()
    except RecursionError:
        pass
while True:
    f()
