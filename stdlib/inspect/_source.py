"""Where objects were written: files, lines, blocks and comments."""

import linecache
import sys
from inspect._kinds import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback
from inspect._members import unwrap

__all__ = [
    "BlockFinder", "ClassFoundException", "EndOfBlock", "findsource", "getabsfile", "getblock", "getcomments",
    "getfile", "getmodule", "getmodulename", "getsource", "getsourcefile", "getsourcelines",
]


class EndOfBlock(Exception):
    """Ends the search for the end of a block."""

    __module__ = "inspect"


class ClassFoundException(Exception):
    """Ends the search for a class."""

    __module__ = "inspect"


def getfile(object):
    """The file in which an object was written.

    TypeError for what was not written in Python.
    """
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, "
        f"got {type(object).__name__}"
    )


def getmodulename(path):
    """The name of the module in a source file, None if the file is no source."""
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") and len(name) > 3 else None


def getsourcefile(object):
    """The source file of an object, None if there is no text of it."""
    filename = getfile(object)
    if linecache.getlines(filename):
        return filename
    return None


def getabsfile(object, _filename=None):
    """The full path of the file of an object."""
    filename = _filename or getsourcefile(object) or getfile(object)
    try:
        from os.path import abspath, normcase
    except ImportError:
        return filename
    return normcase(abspath(filename))


def getmodule(object, _filename=None):
    """The module that an object belongs to, None if it is not known."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        filename = _filename or getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == filename:
            return module
    name = getattr(object, "__name__", None)
    if name is None:
        return None
    for home in ("__main__", "builtins"):
        module = sys.modules[home]
        if getattr(module, name, None) is object:
            return module
    return None


def findsource(object):
    """All lines of an object's file, and the place where the object begins, counted from 0.

    OSError if the text is not to be had.
    """
    filename = getsourcefile(object)
    if filename is None:
        filename = getfile(object)
        if not (filename.startswith("<") and filename.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, filename)
    lines = linecache.getlines(filename, module.__dict__ if module else None)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        try:
            first = vars(object)["__firstlineno__"]
        except (TypeError, KeyError):
            raise OSError("source code not available")
        if first >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, first - 1
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        first = object.co_firstlineno - 1
        if first >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, first
    raise OSError("could not find code object")


def getcomments(object):
    """The comment lines directly above an object, or at the top of a module; None if there are none."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) or None
    margin = len(lines[first]) - len(lines[first].lstrip())
    start = first
    while start > 0:
        line = lines[start - 1].expandtabs()
        if line.lstrip()[:1] != "#" or len(line) - len(line.lstrip()) != margin:
            break
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:first]]
    while comments and comments[0].strip() == "#":
        comments.pop(0)
    while comments and comments[-1].strip() == "#":
        comments.pop()
    return "".join(comments) or None


class BlockFinder:
    """Finds the last line of the block that begins at the first of some lines.

    It follows strings, brackets and indentation; the text is known to be a program.
    """

    __module__ = "inspect"

    def __init__(self):
        self.depth = 0
        self.quote = None
        self.last = 1

    def scan(self, line):
        """Takes in a line: (what stands in it before a comment, whether a logical line ends with it)."""
        i = 0
        code_end = len(line)
        while i < len(line):
            if self.quote:
                if line[i] == "\\":
                    i += 2
                    continue
                if line.startswith(self.quote, i):
                    i += len(self.quote)
                    self.quote = None
                    continue
                i += 1
                continue
            char = line[i]
            if char in "\"'":
                self.quote = char * 3 if line.startswith(char * 3, i) else char
                i += len(self.quote)
                continue
            if char == "#":
                code_end = i
                break
            if char in "([{":
                self.depth += 1
            elif char in ")]}":
                self.depth -= 1
                if self.depth < 0:
                    raise EndOfBlock
            i += 1
        code = line[:code_end].rstrip()
        open_string = self.quote is not None and len(self.quote) == 3
        if not open_string:
            self.quote = None
        continued = code.endswith("\\") or open_string or self.depth > 0
        return code, not continued

    def logical_lines(self, lines):
        """(first, last, code) of each logical line that is not blank, counted from 1; code is None for comments."""
        start = None
        code = ""
        for number, line in enumerate(lines, 1):
            fresh = start is None
            text, complete = self.scan(line)
            if fresh and not text.strip():
                if line.strip():
                    yield number, number, None, line
                continue
            if fresh:
                start, code, first = number, "", line
            code += text + " "
            if complete:
                yield start, number, code.strip(), first
                start = None
        if start is not None:
            yield start, len(lines), code.strip(), first

    def find(self, lines):
        """The number of lines that the block has."""
        indent = None
        body_indent = None
        in_header = True
        try:
            for _, last, code, first_line in self.logical_lines(lines):
                width = len(first_line.expandtabs()) - len(first_line.expandtabs().lstrip())
                if indent is None:
                    if code is None:
                        continue
                    indent = width
                if in_header:
                    if code is None:
                        continue
                    self.last = last
                    if code.startswith("@"):
                        continue
                    is_block = code.startswith(("def ", "class ", "async def ", "async  def"))
                    if not is_block or not code.endswith(":"):
                        return self.last
                    in_header = False
                    continue
                if code is None:
                    if body_indent is not None and width >= body_indent:
                        self.last = last
                    continue
                if width <= indent:
                    break
                if body_indent is None:
                    body_indent = width
                self.last = last
        except EndOfBlock:
            pass
        return self.last


def getblock(lines):
    """The lines of the block that begins at the first of them."""
    return lines[: BlockFinder().find(lines)]


def getsourcelines(object):
    """The lines of an object and the number of the first one; 0 for a whole module.

    OSError if the text is not to be had.
    """
    object = unwrap(object)
    lines, first = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    whole = ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>")
    if whole:
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    """The text of an object.

    OSError if the text is not to be had.
    """
    return "".join(getsourcelines(object)[0])
