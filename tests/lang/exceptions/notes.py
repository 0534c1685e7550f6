# add_note and __notes__.
e = ValueError('v')
print(hasattr(e, '__notes__'))
e.add_note('first')
e.add_note('second\nwith two lines')
print(e.__notes__, e.args, str(e))
for bad in (5, None, b'x'):
    try:
        e.add_note(bad)
    except TypeError as err:
        print(err)
e.__notes__ = 'not a list'
try:
    e.add_note('x')
except TypeError as err:
    print(err)
e.__notes__ = ['assigned']
e.add_note('again')
print(e.__notes__)
del e.__notes__
print(hasattr(e, '__notes__'))


def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note('while computing')
        raise


try:
    f()
except ZeroDivisionError as e:
    print(e.__notes__, e)
g = ExceptionGroup('g', [ValueError(1), TypeError(2)])
g.add_note('group note')
a, b = g.split(ValueError)
print(a.__notes__, b.__notes__, a.__notes__ is b.__notes__, g.derive([OSError()]).__class__.__name__, hasattr(g.derive([OSError()]), '__notes__'))
try:
    e2 = KeyError()
    e2.add_note()
except TypeError as err:
    print(err)
