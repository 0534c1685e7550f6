# exit: 1
# raise from None hides the context.
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('clean') from None


f()
