# An uncaught RecursionError prints a short traceback
# expect: RecursionError
def f(n):
    return f(n + 1)
f(0)
