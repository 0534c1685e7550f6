# The place of a SyntaxError, with carets under what is wrong.
import sys
import traceback
from traceback import TracebackException

for source in ['def f(:\n    pass', 'x = 1 +\n', 'if True:\nx', '\tx = = 1', 'print("open', 'a b', 'f(a for b in c, d)', '"""never',
               'lambda: (yield) = 1', 'größe = = 2', 'for x in y\n  pass', 'class', '    x = 1\n  y = 2']:
    try:
        compile(source, 'made.py', 'exec')
    except SyntaxError as error:
        print(''.join(traceback.format_exception_only(error)), end='')
        report = TracebackException.from_exception(error)
        print(report.filename, report.lineno, report.end_lineno, repr(report.text), report.offset, report.end_offset, report.msg)

for arguments in [
    (), ('message',), ('message', ('file', 1, 2, 'text')), ('message', ('file', 1, 2, 'text', 1, 4)),
    ('message', ('file', 1, 2, 'text\n', 2, 4)), ('message', ('file', 1, 2, 'text', 1, 0)), ('message', ('file', 1, 0, 'text', 1, 0)),
    ('message', ('file', 1, 50, 'text', 1, 60)), ('message', ('file', 1, 3, 'text', 1, 2)), ('message', ('file', 1, 1, 'text', 1, -1)),
    ('message', (None, 1, 1, 'text')), ('message', ('file', None, 1, 'text')), ('message', ('file', 1, None, 'text')),
    ('message', ('file', 1, 1, None)), ('message', ('file', 1, 1, '')), (None, ('file', 1, 5, '    \ttext', 1, 8)),
    ('message', ('file', 1, 2, '   text', 1, 3)), ('message', ('file', 3, 6, '\f  a\tb c', 3, 7)),
]:
    print(arguments)
    traceback.print_exception(SyntaxError(*arguments), file=sys.stdout)
