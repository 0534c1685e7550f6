# exit: 1
# Exception groups are drawn as trees.
def fail(kind, *args):
    raise kind(*args)


def collect(*calls):
    errors = []
    for call in calls:
        try:
            call()
        except Exception as e:
            errors.append(e)
    return errors


def build():
    inner = ExceptionGroup('inner', collect(lambda: fail(KeyError, 'k'), lambda: 1 / 0))
    inner.add_note('a note on the group')
    noted = ValueError('noted')
    noted.add_note('note one\nnote two')
    return ExceptionGroup('outer', [TypeError('not raised'), inner, noted])


raise build()
