"""Entries of stacks and tracebacks as data, and the lines that show them."""

import linecache
import sys
from _traceback import marked_lines, position

# So many equal entries in a row are shown; the others are counted.
_REPEATS = 3


def shown(value, what, function=str):
    """The text of a value, or a mark that there is none."""
    try:
        return function(value)
    except:  # noqa: whatever it raises
        return f"<{what} {function.__name__}() failed>"


class FrameSummary:
    """One entry: file, line, function, the text of the line, and optionally the columns and the reprs of local variables."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        if lookup_line:
            self._source()
        self.locals = {key: shown(value, "local", repr) for key, value in locals.items()} if locals else None

    def _source(self):
        """The lines of the source from the first to the last one, joined; None if it is not known which they are."""
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            numbers = range(self.lineno, self.end_lineno + 1)
            self._lines = "".join([linecache.getline(self.filename, number).rstrip() + "\n" for number in numbers])
        return self._lines

    @property
    def line(self):
        lines = self._source()
        return None if lines is None else lines.partition("\n")[0].strip()

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno
                    and self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._parts() == other
        return NotImplemented

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __iter__(self):
        return iter(self._parts())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def walk_stack(f):
    """Yields frames with their lines from a frame outwards; None stands for the frame that asks, from outside of this module."""
    if f is None:
        f = sys._getframe()
        while f is not None and f.f_globals is globals():
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yields the frames of a traceback with their lines, from the outermost to where the exception was raised."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def with_positions(tb):
    """As walk_tb(), with (line, last line, column, end column) for the line; all but the first may be None."""
    while tb is not None:
        line, *rest = position(tb)
        yield tb.tb_frame, (tb.tb_lineno if line is None else line, *rest)
        tb = tb.tb_next


def _limited(entries, limit):
    """Entries from one end: the first ones for a positive limit, the last ones for a negative one."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is None:
            return entries
        limit = max(limit, 0)
    entries = iter(entries)
    if limit < 0:
        from collections import deque
        return deque(entries, -limit)
    # zip() asks for a number first, and so for no entry beyond the last one.
    return [entry for _, entry in zip(range(limit), entries)]


def extract(kind, entries, *, limit=None, lookup_lines=True, capture_locals=False):
    """A summary of what with_positions() yields."""
    result = kind()
    names = set()
    for frame, (line, end_line, column, end_column) in _limited(entries, limit):
        code = frame.f_code
        filename = code.co_filename
        names.add(filename)
        linecache.lazycache(filename, frame.f_globals)
        result.append(FrameSummary(
            filename, line, code.co_name, lookup_line=False, locals=frame.f_locals if capture_locals else None,
            end_lineno=end_line, colno=column, end_colno=end_column))
    # Lines are read when all files that may have changed are known.
    for filename in names:
        linecache.checkcache(filename)
    if lookup_lines:
        for entry in result:
            entry.line
    return result


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """A summary of frames with their lines, as walk_stack() and walk_tb() yield them."""
        entries = ((frame, (line, None, None, None)) for frame, line in frame_gen)
        return extract(klass, entries, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def from_list(klass, a_list):
        """A summary of FrameSummary objects or tuples (file, line, function, text)."""
        result = StackSummary()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, line, name, text = entry
                entry = FrameSummary(filename, line, name, line=text)
            result.append(entry)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one entry: its place, its lines with carets, and its variables. A subclass may answer None to hide it."""
        filename = frame_summary.filename
        if filename.startswith("<stdin>-"):
            filename = "<stdin>"
        parts = [f'  File "{filename}", line {frame_summary.lineno}, in {frame_summary.name}\n']
        lines = frame_summary._source()
        if lines and lines.strip():
            column, end_column = frame_summary.colno, frame_summary.end_colno
            if column is None or end_column is None:
                parts.append(f"    {frame_summary.line}\n")
            else:
                count = frame_summary.end_lineno - frame_summary.lineno + 1
                parts.append(marked_lines("\n".join(lines.splitlines()[:count]), column, end_column))
        if frame_summary.locals:
            parts += [f"    {name} = {value}\n" for name, value in sorted(frame_summary.locals.items())]
        return "".join(parts)

    def format(self, **kwargs):
        """A list of strings, one for each entry that is shown; each ends a line. Repetitions are counted."""
        result = []
        place, count = None, 0

        def close():
            more = count - _REPEATS
            if more > 0:
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")

        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            here = entry.filename, entry.lineno, entry.name
            if here != place or None in here:
                close()
                place, count = here, 0
            count += 1
            if count <= _REPEATS:
                result.append(text)
        close()
        return result
