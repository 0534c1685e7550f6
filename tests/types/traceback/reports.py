# TracebackException: attributes, locals, deprecated exc_type, print; clear_frames.
import sys
import traceback
import warnings
from traceback import TracebackException

import shortened


class Secret:
    def __repr__(self):
        return '<secret>'


def work(argument):
    local = Secret()
    other = [argument]
    raise LookupError('nothing')


try:
    work('argument')
except LookupError as error:
    report = TracebackException.from_exception(error, capture_locals=True)
    entry = report.stack[-1]
    print(entry.locals, entry.name)
    print([text.split(', ', 1)[-1] for text in report.stack.format()][-1])
    plain = TracebackException(type(error), error, error.__traceback__, limit=1, lookup_lines=False)
    plain.print(file=sys.stdout)
    print(str(plain), plain.exc_type_str, plain.exc_type_qualname, plain.exc_type_module, plain.__notes__)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(plain.exc_type, caught[0].category.__name__, caught[0].message)
        print(TracebackException.from_exception(error, save_exc_type=False).exc_type)
    print(list(plain.format_exception_only()))
    frame = error.__traceback__.tb_next.tb_frame
    print(sorted(frame.f_locals))
    traceback.clear_frames(error.__traceback__)
    print(sorted(frame.f_locals))

nothing = TracebackException(None, None, None)
print(nothing.exc_type_str, list(nothing.format()), list(TracebackException(None, ValueError(3), None).format()))


class Notes(Exception):
    @property
    def __notes__(self):
        raise KeyError('no notes')


print(traceback.format_exception_only(Notes('x')))


def generator():
    yield 1
    yield traceback.format_stack()[-1].split(', ', 1)[1]


steps = generator()
next(steps)
print(next(steps))
exec(compile('try:\n    1/0\nexcept ZeroDivisionError:\n    import traceback; text = traceback.format_exc()', '<made>', 'exec'))
print(text)
print(sorted(traceback.__all__))
