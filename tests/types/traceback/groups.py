# Reports of exception groups: lanes, width, depth, chained members, members alone.
import sys
import traceback
from traceback import TracebackException

import shortened


def raised(error):
    try:
        raise error
    except BaseException as same:
        return same


def chained():
    try:
        raise KeyError('cause')
    except KeyError as error:
        try:
            raise TypeError('chained') from error
        except TypeError as same:
            same.add_note('a note\nof two lines')
            return same


group = raised(ExceptionGroup('outer', [
    ValueError(1),
    raised(ExceptionGroup('inner', [chained(), raised(IndexError('deep'))])),
    raised(ExceptionGroup('last', [OSError(3)])),
]))
traceback.print_exception(group, file=sys.stdout)
print(traceback.format_exception_only(group))
print(''.join(traceback.format_exception_only(group, show_group=True)))
try:
    raise RuntimeError('after') from group
except RuntimeError as error:
    traceback.print_exc(file=sys.stdout)

wide = ExceptionGroup('wide', [ValueError(i) for i in range(18)])
traceback.print_exception(wide, file=sys.stdout)
for width, depth in [(2, 10), (17, 10), (15, 1)]:
    report = TracebackException.from_exception(
        ExceptionGroup('top', [wide, group]), max_group_width=width, max_group_depth=depth)
    print(''.join(report.format()))
nested = ValueError('core')
for i in range(14):
    nested = ExceptionGroup(f'g{i}', [nested])
traceback.print_exception(nested, file=sys.stdout)
report = TracebackException.from_exception(group)
print([str(member) for member in report.exceptions], report.exceptions[1].exceptions[0].__cause__)
print(report == TracebackException.from_exception(group), report == 1, report != TracebackException.from_exception(wide))
