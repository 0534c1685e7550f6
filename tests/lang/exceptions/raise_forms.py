# raise with classes, instances, from, and wrong operands.
class E(Exception):
    def __init__(self, *args):
        print('made', args)
        super().__init__(*args)


for f in ('raise E', 'raise E()', 'raise E(1, 2)', 'raise E from None', 'raise E(1) from ValueError', 'raise E from KeyError("cause")'):
    try:
        exec(f)
    except E as e:
        print(f, '->', e.args, repr(e.__cause__), e.__suppress_context__)
for f in ('raise 5', 'raise "text"', 'raise None', 'raise int', 'raise E from 5', 'raise E from "x"', 'raise object()', 'raise', 'raise E, 1', 'raise (E, E)', 'raise E from int', 'raise NotImplemented', 'raise [E]', 'raise E() from E'):
    try:
        exec(f)
    except SyntaxError as e:
        print(f, '->', e.msg)
    except Exception as e:
        print(f, '->', type(e).__name__, e)


class NotAnException:
    pass


class Returns(Exception):
    def __new__(cls, *args):
        return NotAnException()


class Needs(Exception):
    def __init__(self, required): pass


for cls in (NotAnException, Returns, Needs):
    try:
        raise cls
    except TypeError as e:
        print(e)
try:
    raise ValueError from Returns
except TypeError as e:
    print(e)
e = ValueError('same object')
try:
    raise e
except ValueError as caught:
    print(caught is e, caught.__traceback__ is not None)
try:
    raise e.with_traceback(None)
except ValueError as caught:
    print(caught is e)
try:
    e.with_traceback(5)
except TypeError as err:
    print(err)
