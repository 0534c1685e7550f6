# exit: 1
# No carets when the whole statement failed.
def check(x):
    if x:
        raise RuntimeError('whole statement')


def through():
    check(1)


through()
