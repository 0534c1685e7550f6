# exit: 1
# Raising again adds the line of the second raise.
def risky():
    raise ValueError('original')


def handler():
    try:
        risky()
    except ValueError as e:
        saved = e
    print('between')
    raise saved


handler()
