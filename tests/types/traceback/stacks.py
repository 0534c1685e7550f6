# Stacks and tracebacks as data: extract_stack, extract_tb, FrameSummary, StackSummary, walk_stack, walk_tb.
import sys
import traceback
from traceback import FrameSummary, StackSummary


def show(entries):
    for entry in entries:
        print(entry.filename.rsplit('/')[-1], entry.lineno, entry.name, repr(entry.line), end=' ')
        print(entry.end_lineno, entry.colno, entry.end_colno, entry.locals)


def inner():
    show(traceback.extract_stack())
    print([line.split(', ', 1)[1] for line in traceback.format_stack()])
    show(traceback.extract_stack(limit=1))
    show(traceback.extract_stack(limit=-1))
    show(traceback.extract_stack(sys._getframe(1)))
    show(StackSummary.extract(traceback.walk_stack(None), limit=2))
    return [(frame.f_code.co_name, line) for frame, line in traceback.walk_stack(sys._getframe())]


def outer():
    return inner()


print(outer())


def fail(n, text='text'):
    if n:
        fail(n - 1)
    value = [n]
    return (value
            [text])


try:
    fail(2)
except TypeError as error:
    tb = error.__traceback__
show(traceback.extract_tb(tb))
show(traceback.extract_tb(tb, limit=2))
show(traceback.extract_tb(tb, limit=-1))
print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(tb)])
print([line.split(', ', 1)[1] for line in traceback.format_tb(tb)])
show(StackSummary.extract(traceback.walk_tb(tb), capture_locals=True)[1:])
show(StackSummary.extract(traceback.walk_tb(tb), lookup_lines=False)[3:])
print(''.join(line.split(', ', 1)[1] for line in StackSummary.extract(traceback.walk_tb(tb), capture_locals=True).format()[1:]))

entry = FrameSummary('file.py', 3, 'name', line='  text  ')
print(entry, list(entry), len(entry), entry[0], entry[-1], entry[1:3], tuple(entry))
filename, line, name, text = entry
print(filename, line, name, text)
print(entry == ('file.py', 3, 'name', 'text'), entry == FrameSummary('file.py', 3, 'name'), entry == 3)
print(entry == FrameSummary('file.py', 3, 'name', locals={'a': 1}), FrameSummary('a', None, 'b').line, FrameSummary('no such', 1, 'b').line)


class Broken:
    def __repr__(self):
        raise ValueError


print(FrameSummary('f', 1, 'n', line='', locals={'a': 'x', 'b': Broken()}).locals)
try:
    hash(entry)
except TypeError as error:
    print(error)

listed = [('f.py', 1, 'g', 'line one'), ('f.py', 2, 'h', None), entry]
print(traceback.format_list(listed))
traceback.print_list(listed, file=sys.stdout)
print(StackSummary.from_list(listed)[2] is entry, type(StackSummary.from_list(listed)))
for repeats in (1, 3, 4, 5):
    print(traceback.format_list([('f.py', 1, 'g', 'x')] * repeats + [('f.py', 2, 'g', 'y')] * 2))


class Hiding(StackSummary):
    def format_frame_summary(self, frame_summary, **kwargs):
        if frame_summary.name == 'hidden':
            return None
        return f'{frame_summary.name}\n'


hiding = Hiding(StackSummary.from_list([('f', 1, 'hidden', ''), ('f', 1, 'shown', '')]))
print(hiding.format())
marked = FrameSummary('f', 1, 'n', line='value = left + right\n', colno=8, end_colno=20, end_lineno=1)
print(StackSummary.from_list([marked]).format()[0])
print(StackSummary.from_list([FrameSummary('<stdin>-1', 1, 'n', line='x')]).format())
