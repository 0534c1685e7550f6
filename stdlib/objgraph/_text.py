"""Graphs of references as text: one line for each object, indented by its distance."""

import gc
import inspect
import sys
import types
from objgraph._chains import is_proper_module
from objgraph._counts import long_name, short_name


def show_refs(
    objs,
    max_depth=3,
    extra_ignore=(),
    filter=None,
    too_many=10,
    highlight=None,
    extra_info=None,
    refcounts=False,
    shortnames=True,
    output=None,
):
    """Writes what an object, or each of a list of objects, refers to, down to max_depth references.

    extra_ignore has ids of objects to pass over; only objects are shown for which the filter is true, and at most
    too_many behind each. Objects for which highlight is true are marked with '*', extra_info gives more text for
    an object, refcounts shows counts. The text goes to output, or to standard output.
    """
    style = _Style(filter, too_many, highlight, extra_info, refcounts, shortnames, output)
    _Graph(gc.get_referents, "->", False, style, max_depth, extra_ignore).write(objs)


def show_backrefs(
    objs,
    max_depth=3,
    extra_ignore=(),
    filter=None,
    too_many=10,
    highlight=None,
    extra_info=None,
    refcounts=False,
    shortnames=True,
    output=None,
):
    """Writes what refers to an object, or to each of a list of objects, up to max_depth references away.

    Modules end the search. The arguments are those of show_refs().
    """
    style = _Style(filter, too_many, highlight, extra_info, refcounts, shortnames, output)
    _Graph(gc.get_referrers, "<-", True, style, max_depth, extra_ignore).write(objs)


def show_chain(*chains, **options):
    """Writes chains, as find_ref_chain() and find_backref_chain() give them, from the first object to the last.

    backrefs=False is accepted, for chains of find_ref_chain(); the other options are highlight, extra_info,
    refcounts, shortnames and output, as for show_refs().
    """
    options.pop("backrefs", None)
    style = _Style(
        None,
        None,
        options.pop("highlight", None),
        options.pop("extra_info", None),
        options.pop("refcounts", False),
        options.pop("shortnames", True),
        options.pop("output", None),
    )
    if options:
        raise TypeError(f"show_chain() got an unexpected keyword argument {next(iter(options))!r}")
    for chain in chains:
        for depth, object in enumerate(chain):
            label = style.label(object)
            if depth:
                label = f"{_edge(chain[depth - 1], object)} -> {label}".lstrip()
            style.print("    " * depth + label)


class _Style:
    """How objects are shown, and where."""

    def __init__(self, filter, too_many, highlight, extra_info, refcounts, shortnames, output):
        self.filter = filter
        self.too_many = too_many
        self.highlight = highlight
        self.extra_info = extra_info
        self.refcounts = refcounts
        self.name = short_name if shortnames else long_name
        self.output = output

    def print(self, line):
        print(line, file=self.output or sys.stdout)

    def label(self, object):
        text = self.name(object)
        details = _details(object)
        if details:
            text += ": " + details
        if self.refcounts:
            # Three references are those of this function, its caller's list and the argument.
            text += f" [{max(sys.getrefcount(object) - 3, 0)}]"
        if self.extra_info is not None:
            more = self.extra_info(object)
            if more:
                text += f" ({more})"
        if self.highlight is not None and self.highlight(object):
            text = "* " + text
        return text


class _Graph:
    """Walks references in one direction and writes what it meets; each object once."""

    def __init__(self, neighbours, arrow, backward, style, max_depth, extra_ignore):
        self.neighbours = neighbours
        self.arrow = arrow
        self.backward = backward
        self.style = style
        self.max_depth = max_depth
        self.ignore = set(extra_ignore)
        self.ignore.update((id(extra_ignore), id(self.ignore), id(self.__dict__)))
        self.seen = {}

    def write(self, objs):
        if not isinstance(objs, (list, tuple)):
            objs = [objs]
        gc.collect()
        stack = [(object, "", 0) for object in reversed(objs)]
        self.ignore.update((id(objs), id(stack), id(self.seen)))
        self.ignore.update(id(entry) for entry in stack)
        while stack:
            object, edge, depth = stack.pop()
            indent = "    " * depth
            if isinstance(object, _More):
                self.style.print(f"{indent}... and {object.number} more")
                continue
            start = f"{edge} {self.arrow} ".lstrip() if depth else ""
            if id(object) in self.seen:
                self.style.print(indent + start + self.style.name(object) + " (shown above)")
                continue
            # Holding the object keeps its id from being used again.
            self.seen[id(object)] = object
            self.style.print(indent + start + self.style.label(object))
            if self.backward and depth and is_proper_module(object):
                continue
            if depth < self.max_depth:
                self.push(stack, object, depth + 1)

    def push(self, stack, object, depth):
        found = self.neighbours(object)
        self.ignore.add(id(found))
        shown = []
        self.ignore.add(id(shown))
        once = set()
        self.ignore.add(id(once))
        for other in found:
            if id(other) in self.ignore or id(other) in once or isinstance(other, types.FrameType):
                continue
            if self.style.filter is not None and not self.style.filter(other):
                continue
            if not self.backward and _is_plain(other):
                continue
            once.add(id(other))
            shown.append(other)
        most = self.style.too_many
        hidden = max(len(shown) - most, 0) if most is not None else 0
        entries = []
        self.ignore.add(id(entries))
        for other in shown[: len(shown) - hidden]:
            edge = _edge(other, object) if self.backward else _edge(object, other)
            entries.append((other, edge, depth))
        if hidden:
            entries.append((_More(hidden), "", depth))
        self.ignore.update(id(entry) for entry in entries)
        stack.extend(reversed(entries))


class _More:
    """Stands for neighbours that are not shown."""

    def __init__(self, number):
        self.number = number


def _is_plain(object):
    """Whether an object is left out as uninteresting: a value without references, or a class."""
    return isinstance(object, type) or object is None or not (gc.is_tracked(object) or gc.get_referents(object)[:1])


def _details(object):
    """A few words that tell an object from others of its type."""
    if isinstance(object, type):
        return object.__name__
    if isinstance(object, types.ModuleType):
        return getattr(object, "__name__", "")
    if isinstance(object, (types.FunctionType, types.BuiltinFunctionType)):
        return object.__name__
    if isinstance(object, types.MethodType):
        return getattr(object, "__name__", "")
    if isinstance(object, types.CodeType):
        return object.co_name
    if isinstance(object, types.FrameType):
        return f"{object.f_code.co_name}, line {object.f_lineno}"
    if isinstance(object, (dict, list, tuple, set, frozenset)):
        number = len(object)
        return "1 item" if number == 1 else f"{number} items"
    if isinstance(object, (int, float, complex, str, bytes, bool, type(None))):
        text = repr(object)
        return text if len(text) <= 40 else text[:37] + "..."
    if type(object).__repr__ is _object_repr:
        return ""
    try:
        text = repr(object)
    except Exception:
        return ""
    text = text.partition("\n")[0]
    return text if len(text) <= 60 else text[:57] + "..."


_object_repr = vars(type("C", (), {}).__base__)["__repr__"]

_ATTRIBUTES = (
    (types.FunctionType, ("__globals__", "__closure__", "__defaults__", "__kwdefaults__", "__code__", "__dict__")),
    (types.MethodType, ("__self__", "__func__")),
    (types.CellType, ("cell_contents",)),
    (types.FrameType, ("f_locals", "f_globals", "f_back", "f_code")),
    (types.GeneratorType, ("gi_frame", "gi_code")),
)


def _edge(source, target):
    """By what a source refers to its target: an attribute, an item, or nothing that has a name."""
    if isinstance(source, dict):
        for key, value in source.items():
            if value is target:
                return f"[{_details(key) or type(key).__name__}]"
            if key is target:
                return "key"
        return ""
    if isinstance(source, (list, tuple)):
        for place, value in enumerate(source):
            if value is target:
                return f"[{place}]"
        return ""
    if type(source) is target:
        return "__class__"
    for kind, names in _ATTRIBUTES:
        if isinstance(source, kind):
            for name in names:
                try:
                    if getattr(source, name) is target:
                        return "." + name
                except (AttributeError, ValueError):
                    continue
            return ""
    for name in _own_names(source):
        try:
            if object.__getattribute__(source, name) is target:
                return "." + name
        except (AttributeError, TypeError):
            continue
    if isinstance(target, dict) and getattr(source, "__dict__", None) is target:
        return ".__dict__"
    return ""


def _own_names(source):
    """The names of attributes that an instance holds itself.

    Its __dict__ is not asked for: it would be made then, and change what it shows.
    """
    try:
        names = object.__dir__(source)
    except (AttributeError, TypeError):
        return []
    cls = type(source)
    own = []
    for name in names:
        found = inspect.getattr_static(cls, name, None)
        if isinstance(found, types.MemberDescriptorType) or not hasattr(type(found), "__get__"):
            own.append(name)
    return own
