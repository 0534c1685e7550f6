# User exceptions: constructors, str, repr, attributes, inheritance from several.
class AppError(Exception):
    """Base."""
    code = 500

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        return f'[{self.code}] {self.args[0]} {self.details}'


class NotFound(AppError, KeyError):
    code = 404


class Plain(Exception): pass


class NoSuper(Exception):
    def __init__(self, a, b): self.a = a


class WithNew(Exception):
    def __new__(cls, *args, **kw):
        self = super().__new__(cls, *args)
        self.made = kw
        return self
    def __init__(self, *args, **kw): pass


e = NotFound('page', path='/x')
print(e, repr(e), e.args, isinstance(e, KeyError), isinstance(e, LookupError))
try:
    raise e
except LookupError as caught:
    print(caught is e, caught.details)
print(str(Plain()), repr(Plain()), str(Plain(1)), repr(Plain(1, 'b')), str(Plain(1, 2)), repr(Plain('a')))
print(NoSuper(1, 2).args, repr(NoSuper(1, 2)), NoSuper(1, 2).a)
print(WithNew(1, k=2).args, WithNew(1, k=2).made)
print(KeyError('k'), repr(KeyError('k')), KeyError(1, 2), KeyError(), str(KeyError("it's")))
print(repr(StopIteration(5).value), StopIteration(1, 2).value, StopIteration().value)
print(SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
o = OSError(2, 'No such file', 'name.txt')
print(o, o.errno, o.strerror, o.filename, o.args, type(o).__name__)
print(OSError('one'), OSError(1, 'two').errno, type(OSError(13, 'x')).__name__, repr(OSError(2, 'gone')), OSError(2, 'a', 'f', None, 'g'))
u = UnicodeDecodeError('utf-8', b'ab\xff', 2, 3, 'invalid start byte')
print(u, u.object, u.start, u.end, u.reason, u.encoding)
print(UnicodeEncodeError('ascii', 'aé', 1, 2, 'ordinal not in range(128)'))
s = SyntaxError('bad', ('f.py', 3, 5, 'x = = 1', 3, 6))
print(s, s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset)
print(NameError('n', name='x').name, AttributeError('a', name='b', obj=5).obj, ImportError('i', name='m', path='p').path)
for call in (lambda: UnicodeDecodeError(1), lambda: NameError('x', nope=1), lambda: ValueError(x=1), lambda: Plain(k=1), lambda: StopIteration(value=1), lambda: BaseException.__new__(int), lambda: AppError(), lambda: ImportError('x', foo=1)):
    try:
        print(repr(call()))
    except TypeError as e:
        print(e)
e = Plain('x')
e.extra = 1
print(vars(e), e.__dict__)
print([c.__name__ for c in NotFound.__mro__])
e.__setstate__({'restored': 2})
print(e.restored, e.__reduce__()[1:])
