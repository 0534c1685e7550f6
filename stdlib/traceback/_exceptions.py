"""TracebackException: an exception with everything that its report shows, and the text of the report."""

import sys
from _traceback import hint, marked_syntax

from ._frames import StackSummary, extract, shown, with_positions

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Lanes:
    """Where the report of a group is: how deep, and whether the line that ends the innermost lane is still to come."""

    def __init__(self):
        self.depth = 0
        self.is_open = False

    def indent(self):
        return "  " * self.depth

    def put(self, texts, mark="|"):
        """The texts, each line with the margin of its lane."""
        margin = f"{self.indent()}{mark} " if self.depth else ""
        for text in texts:
            yield "".join([margin + line for line in text.splitlines(True)])


class TracebackException:
    """What a report of an exception needs, without the exception itself.

    `stack`, `__cause__`, `__context__`, `__suppress_context__`, `__notes__`, `exceptions` (of a group) and `exc_type_str` say what
    there is; a SyntaxError has `filename`, `lineno`, `end_lineno`, `text`, `offset`, `end_offset` and `msg` besides.
    """

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        is_first = _seen is None
        seen = set() if is_first else _seen
        seen.add(id(exc_value))
        options = {
            "limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals,
            "max_group_width": max_group_width, "max_group_depth": max_group_depth,
        }
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract(StackSummary, with_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                             capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = shown(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {shown(error, '__notes__', repr)}"]
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = exc_type.__qualname__ if exc_type is not None else None
        self.exc_type_module = exc_type.__module__ if exc_type is not None else None
        self._is_syntax_error = bool(exc_type) and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            line, end_line = exc_value.lineno, exc_value.end_lineno
            self.filename = exc_value.filename
            self.lineno = None if line is None else str(line)
            self.end_lineno = None if end_line is None else str(end_line)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        elif exc_type and issubclass(exc_type, (ImportError, NameError, AttributeError)):
            self._str += hint(exc_value, exc_traceback)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        if is_first:
            self._link(exc_value, compact, options, seen)

    def _link(self, exc_value, compact, options, seen):
        """Makes reports of what the exception is chained to and of the members of groups, without recursion."""
        def report(exception):
            return TracebackException(type(exception), exception, exception.__traceback__, **options, _seen=seen)

        waiting = [(self, exc_value)]
        while waiting:
            node, exception = waiting.pop()
            node.__cause__ = node.__context__ = node.exceptions = None
            if not exception:
                continue
            cause, context = exception.__cause__, exception.__context__
            if cause is not None and id(cause) not in seen:
                node.__cause__ = report(cause)
            wanted = not compact or node.__cause__ is None and not exception.__suppress_context__
            if context is not None and wanted and id(context) not in seen:
                node.__context__ = report(context)
            if isinstance(exception, BaseExceptionGroup):
                node.exceptions = [report(member) for member in exception.exceptions]
            if node.__cause__:
                waiting.append((node.__cause__, cause))
            if node.__context__:
                waiting.append((node.__context__, context))
            if node.exceptions:
                waiting.extend(zip(node.exceptions, exception.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The report of an exception with its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        module = self.exc_type_module
        if module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return f"{module if isinstance(module, str) else '<unknown>'}.{self.exc_type_qualname}"

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yields the lines of the class and the message, and those of the notes; with show_group those of the members, too."""
        indent = "   " * _depth
        if not self._have_exc_type:
            yield f"{indent}None: {self._str}\n" if self._str else f"{indent}None\n"
            return
        name = self.exc_type_str
        if self._is_syntax_error:
            for text in self._format_syntax_error(name):
                yield indent + text
        else:
            text = f"{name}: {self._str}" if self._str else name
            if _depth:
                for line in text.split("\n"):
                    yield f"{indent}{line}\n"
            else:
                yield text + "\n"
        yield from self._format_notes(indent)
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _format_notes(self, indent):
        notes = self.__notes__
        if notes is None:
            return
        is_sequence = isinstance(notes, (list, tuple))
        if not is_sequence and not isinstance(notes, (str, bytes)):
            from _collections_abc import Sequence
            is_sequence = isinstance(notes, Sequence)
        if not is_sequence:
            yield f"{indent}{shown(notes, '__notes__', repr)}\n"
            return
        for note in notes:
            for line in shown(note, "note").split("\n"):
                yield f"{indent}{line}\n"

    def _format_syntax_error(self, name):
        suffix = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        if self.text is not None:
            is_one_line = self.lineno == self.end_lineno
            yield from marked_syntax(self.text, self.offset, self.end_offset, is_one_line).splitlines(True)
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Yields the report: what the exception is chained to first, each with its traceback and message."""
        lanes = _Lanes() if _ctx is None else _ctx
        reports = [(None, self)]
        while chain:
            report = reports[-1][1]
            if report.__cause__ is not None:
                reports.append((_CAUSE, report.__cause__))
            elif report.__context__ is not None and not report.__suppress_context__:
                reports.append((_CONTEXT, report.__context__))
            else:
                break
        between = None
        for following, report in reversed(reports):
            if between is not None:
                yield from lanes.put([between])
            between = following
            if report.exceptions is None:
                if report.stack:
                    yield from lanes.put(["Traceback (most recent call last):\n"])
                    yield from lanes.put(report.stack.format())
                yield from lanes.put(report.format_exception_only())
            elif lanes.depth > self.max_group_depth:
                yield from lanes.put([f"... (max_group_depth is {self.max_group_depth})\n"])
            else:
                yield from self._format_group(report, lanes, chain)

    def _format_group(self, group, lanes, chain):
        is_outermost = lanes.depth == 0
        if is_outermost:
            lanes.depth = 1
        if group.stack:
            title = "Exception Group Traceback (most recent call last):\n"
            yield from lanes.put([title], "+" if is_outermost else "|")
            yield from lanes.put(group.stack.format())
        yield from lanes.put(group.format_exception_only())
        count, width = len(group.exceptions), self.max_group_width
        shown_count = min(count, width + 1)
        lanes.is_open = False
        for i in range(shown_count):
            is_last = i == shown_count - 1
            if is_last:
                # A member that is a group may end this lane as well.
                lanes.is_open = True
            is_cut = i >= width
            opening = "  " if i else "+-"
            yield f"{lanes.indent()}{opening}+---------------- {'...' if is_cut else i + 1} ----------------\n"
            lanes.depth += 1
            if is_cut:
                more = count - width
                yield from lanes.put([f"and {more} more exception{'s' if more > 1 else ''}\n"])
            else:
                yield from group.exceptions[i].format(chain=chain, _ctx=lanes)
            if is_last and lanes.is_open:
                yield f"{lanes.indent()}+------------------------------------\n"
                lanes.is_open = False
            lanes.depth -= 1
        if is_outermost:
            lanes.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints the report to sys.stderr or a file."""
        if file is None:
            file = sys.stderr
        for text in self.format(chain=chain):
            print(text, file=file, end="")
