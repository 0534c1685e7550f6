# exit: 1
# A script that does not parse prints file, line and caret.
print('never printed')


def f(x):
    if x = 1:
        return x
