# A text buffer with commands, undo and redo, marks that move, observers and macros.
class Command:
    merge = None

    def __init__(self, *args): self.args = args
    def __repr__(self): return f'{type(self).__name__}{self.args!r}'


class Insert(Command):
    def do(self, buf):
        at, text = self.args
        if not 0 <= at <= len(buf.text):
            raise IndexError(f'cannot insert at {at} of {len(buf.text)}')
        buf.text = buf.text[:at] + text + buf.text[at:]
        buf.move_marks(lambda m: m + len(text) if m > at or m == at and buf.gravity else m)
        return Delete(at, at + len(text))

    def merge(self, other):
        match self, other:
            case Insert(args=(at, a)), Insert(args=(bt, b)) if at + len(a) == bt and b and not b.isspace():
                return Insert(at, a + b)


class Delete(Command):
    def do(self, buf):
        start, end = self.args
        if not 0 <= start <= end <= len(buf.text):
            raise IndexError(f'cannot delete {start}..{end} of {len(buf.text)}')
        removed = buf.text[start:end]
        buf.text = buf.text[:start] + buf.text[end:]
        buf.move_marks(lambda m: m if m <= start else max(start, m - (end - start)))
        return Insert(start, removed)


class Group(Command):
    def do(self, buf):
        undo = []
        try:
            for c in self.args:
                undo.append(c.do(buf))
        except Exception:
            for u in reversed(undo):
                u.do(buf)
            raise
        return Group(*reversed(undo))


class Buffer:
    gravity = True

    def __init__(self, text=''):
        self.text, self.marks, self.observers = text, {}, []
        self.undo_stack, self.redo_stack, self.recording = [], [], None

    def move_marks(self, f): self.marks = {k: f(v) for k, v in self.marks.items()}

    def apply(self, command):
        if self.recording is not None:
            self.recording.append(command)
        before = self.text
        inverse = command.do(self)
        match self.undo_stack:
            case [*_, (previous, old_inverse)] if previous.merge and (merged := previous.merge(command)):
                self.undo_stack[-1] = merged, Group(inverse, old_inverse)
            case _:
                self.undo_stack.append((command, inverse))
        self.redo_stack.clear()
        self.notify(before)
        return self

    def notify(self, before):
        for observer in self.observers[:]:
            observer(before, self.text)

    def undo(self, n=1):
        done = 0
        while done < n and self.undo_stack:
            before = self.text
            command, inverse = self.undo_stack.pop()
            self.redo_stack.append((command, inverse.do(self)))
            self.notify(before)
            done += 1
        return done

    def redo(self):
        if not self.redo_stack:
            return False
        before = self.text
        command, _ = self.redo_stack.pop()
        self.undo_stack.append((command, command.do(self)))
        self.notify(before)
        return True

    def insert(self, at, text): return self.apply(Insert(at, text))
    def delete(self, start, end): return self.apply(Delete(start, end))

    def replace_all(self, old, new):
        if not old:
            raise ValueError('nothing to replace')
        commands, at, shift = [], self.text.find(old), 0
        while at >= 0:
            commands += Delete(at + shift, at + shift + len(old)), Insert(at + shift, new)
            shift += len(new) - len(old)
            at = self.text.find(old, at + len(old))
        if commands:
            self.apply(Group(*commands))
        return len(commands) // 2

    def __enter__(self):
        self._saved = self.text, dict(self.marks), len(self.undo_stack)
        return self

    def __exit__(self, kind, error, tb):
        if kind is not None:
            text, marks, depth = self._saved
            self.undo(len(self.undo_stack) - depth)
            assert self.text == text, 'undo restores the text'
            self.marks = marks
            return issubclass(kind, IndexError)

    def record(self):
        buffer = self

        class Recorder:
            def __enter__(self):
                buffer.recording = []
                return self

            def __exit__(self, *exc):
                self.macro, buffer.recording = buffer.recording, None

            def play(self, times=1, shift=0):
                for n in range(times):
                    for c in self.macro:
                        buffer.apply(type(c)(c.args[0] + shift * (n + 1), *(a + shift * (n + 1) if isinstance(a, int) else a for a in c.args[1:])))
        return Recorder()


b = Buffer('hello world')
changes = []
b.observers.append(lambda old, new: changes.append(len(new) - len(old)))
b.marks.update(start=0, word=6, end=11)
b.insert(5, ',').insert(0, '>> ')
print(b.text, b.marks, b.undo_stack)
b.delete(3, 8)
print(b.text, b.marks)
print(b.undo(2), b.text, b.marks, b.redo(), b.text, b.redo(), b.text, b.redo())
for ch in 'typed':
    b.insert(len(b.text), ch)
print(b.text, len(b.undo_stack), b.undo(), b.text, b.redo(), b.text)
print(b.replace_all('o', '00'), b.text, b.undo(), b.text, b.replace_all('zzz', ''), b.redo(), b.text)
for bad in (lambda: b.insert(99, 'x'), lambda: b.delete(5, 2), lambda: b.apply(Group(Insert(0, 'A'), Insert(500, 'B'))), lambda: b.replace_all('', 'x'), lambda: b.insert(0, 5)):
    text = b.text
    try:
        bad()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e, b.text == text)
with b:
    b.insert(0, 'temporary ').delete(0, 3)
    b.delete(1000, 2000)
print(b.text)
try:
    with b:
        b.insert(0, 'again ')
        raise KeyError('other')
except KeyError as e:
    print(e, b.text)
m = Buffer('abc')
with m.record() as macro:
    m.insert(0, '-')
    m.delete(1, 2)
macro.play(2, shift=1)
print(m.text, macro.macro, m.undo(99), m.text, len(m.redo_stack))
while m.redo():
    pass
print(m.text, changes, sum(changes) == len(b.text) - len('hello world'))
