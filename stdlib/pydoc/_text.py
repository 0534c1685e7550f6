"""The layout of documentation as plain text."""

import builtins
import inspect
from collections import deque
from pydoc._repr import text_repr

# Dunder names that say nothing about what a module or class does.
_HIDDEN = {
    "__author__", "__builtins__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__", "__loader__",
    "__module__", "__name__", "__package__", "__path__", "__qualname__", "__slots__", "__spec__", "__version__",
    "__static_attributes__", "__firstlineno__", "__cached__",
}


def _own_doc(obj):
    """The docstring of the object itself, not that of its type."""
    try:
        doc = object.__getattribute__(obj, "__doc__")
    except Exception:
        return None
    if doc is not None and obj is not type:
        of_type = type(obj).__doc__
        if isinstance(of_type, str) and of_type == doc:
            return None
    return doc


def _inherited_doc(obj):
    if inspect.isclass(obj):
        return None
    found = inspect.getdoc(obj)
    of_type = type(obj).__doc__
    if found is not None and isinstance(of_type, str) and found == inspect.cleandoc(of_type):
        return None
    return found


def getdoc(object, comments=True):
    """The docstring of an object, or the comments above it; empty if there are neither."""
    doc = _own_doc(object)
    if doc is None:
        doc = _inherited_doc(object)
    doc = inspect.cleandoc(doc) if isinstance(doc, str) else None
    if not doc and comments:
        doc = inspect.getcomments(object)
    if not doc:
        return ""
    doc = doc.rstrip()
    first, newline, rest = doc.partition("\n")
    return rest if newline and not first.strip() else doc


def splitdoc(doc):
    """(summary, the rest) of a docstring."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if len(lines) >= 2 and not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def classname(object, modname):
    """The name of a class as it is written in a module."""
    name = object.__name__
    if object.__module__ != modname:
        name = object.__module__ + "." + name
    return name


def parentname(object, modname):
    """The name of the class or module that a function was defined in."""
    if "." in object.__qualname__:
        name = object.__qualname__.rpartition(".")[0]
        if object.__module__ != modname and object.__module__ is not None:
            return object.__module__ + "." + name
        return name
    if object.__module__ != modname:
        return object.__module__
    return None


def isdata(object):
    """Whether an object is neither code nor module."""
    return not (
        inspect.ismodule(object)
        or inspect.isclass(object)
        or inspect.isroutine(object)
        or inspect.isframe(object)
        or inspect.istraceback(object)
        or inspect.iscode(object)
    )


def visiblename(name, all=None, obj=None):
    """Whether documentation shows a name."""
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if name.startswith("_") and hasattr(obj, "_fields"):
        # The methods of named tuples.
        return True
    if all is not None:
        return name in all
    return not name.startswith("_")


def classify_class_attrs(object):
    """As inspect has them, with the kinds 'data descriptor' and 'readonly property'."""
    results = []
    for name, kind, cls, value in inspect.classify_class_attrs(object):
        if inspect.isdatadescriptor(value):
            kind = "data descriptor"
            if isinstance(value, property) and value.fset is None:
                kind = "readonly property"
        results.append((name, kind, cls, value))
    return results


def sort_attributes(attrs, object):
    """Sorts by name, the fields of a named tuple first."""
    fields = getattr(object, "_fields", [])
    try:
        places = {name: place - len(fields) for place, name in enumerate(fields)}
    except TypeError:
        places = {}
    attrs.sort(key=lambda attr: (places.get(attr[0], 0), attr[0]))


def allmethods(cl):
    """The routines of a class and its bases, by name."""
    methods = {key: 1 for key, _ in inspect.getmembers(cl, inspect.isroutine)}
    for base in cl.__bases__:
        methods.update(allmethods(base))
    for key in methods:
        methods[key] = getattr(cl, key)
    return methods


def _split_list(items, predicate):
    return [item for item in items if predicate(item)], [item for item in items if not predicate(item)]


def _is_bound(function):
    if inspect.ismethod(function):
        return True
    if inspect.isbuiltin(function):
        receiver = getattr(function, "__self__", None)
        return not (inspect.ismodule(receiver) or receiver is None)
    return False


def argspec(object):
    """The parameters as text, None if nothing is known of them."""
    try:
        signature = inspect.signature(object)
    except (ValueError, TypeError):
        text = getattr(object, "__text_signature__", None)
        if not text:
            return None
        if text.startswith("($"):
            text = "(" + text[2:]
        if getattr(object, "__self__", None) is not None:
            text = _without_receiver(text)
        return text
    name = getattr(object, "__name__", "")
    return signature.format(max_width=None if name == "<lambda>" else 80 - len(name))


def _without_receiver(text):
    """A text signature without its first parameter, and without a '/' that only it needs."""
    inner = text[1:]
    end = 0
    while end < len(inner) and (inner[end].isalnum() or inner[end] == "_"):
        end += 1
    if end == 0:
        return text
    rest = inner[end:]
    if rest.startswith(")"):
        return "(" + rest
    if not rest.startswith(","):
        return text
    rest = rest[1:].lstrip()
    if rest.startswith("/"):
        behind = rest[1:]
        if behind.startswith(")"):
            rest = behind
        elif behind.startswith(","):
            rest = behind[1:].lstrip()
    return "(" + rest


class TextDoc:
    """Writes the documentation of objects of each kind; names are bold as terminals of old had it, struck twice."""

    def bold(self, text):
        """The text in bold type."""
        return "".join(char + "\b" + char for char in text)

    def document(self, object, name=None, *args, **kwargs):
        """The documentation of an object of any kind."""
        try:
            if inspect.ismodule(object):
                return self.docmodule(object, name, *args)
            if inspect.isclass(object):
                return self.docclass(object, name, *args)
            if inspect.isroutine(object):
                return self.docroutine(object, name, *args)
        except AttributeError:
            pass
        if inspect.isdatadescriptor(object):
            return self.docdata(object, name, *args)
        return self.docother(object, name, *args, **kwargs)

    def indent(self, text, prefix="    "):
        """The text with a prefix before each line."""
        if not text:
            return ""
        return "\n".join((prefix + line).rstrip() for line in text.split("\n"))

    def section(self, title, contents):
        """A heading and what stands below it."""
        return self.bold(title) + "\n" + self.indent(contents).rstrip() + "\n\n"

    def formattree(self, tree, modname, parent=None, prefix=""):
        """A tree of classes as getclasstree() gives it."""
        result = ""
        for entry in tree:
            if isinstance(entry, tuple):
                cls, bases = entry
                result += prefix + classname(cls, modname)
                if bases and bases != (parent,):
                    result += f"({', '.join(classname(base, modname) for base in bases)})"
                result += "\n"
            elif isinstance(entry, list):
                result += self.formattree(entry, modname, cls, prefix + "    ")
        return result

    def docmodule(self, object, name=None, mod=None):
        """The documentation of a module."""
        name = object.__name__
        summary, description = splitdoc(getdoc(object))
        result = self.section("NAME", name + (summary and " - " + summary))
        exported = getattr(object, "__all__", None)
        if description:
            result += self.section("DESCRIPTION", description)

        def members(predicate, belongs):
            return [
                (key, value)
                for key, value in inspect.getmembers(object, predicate)
                if (exported is not None or belongs(value)) and visiblename(key, exported, object)
            ]

        classes = members(inspect.isclass, lambda value: (inspect.getmodule(value) or object) is object)
        functions = members(
            inspect.isroutine, lambda value: inspect.isbuiltin(value) or inspect.getmodule(value) is object
        )
        data = members(isdata, lambda value: True)
        submodules = [
            value.__name__[len(name) + 1 :]
            for _, value in inspect.getmembers(object, inspect.ismodule)
            if value.__name__.startswith(name + ".")
        ]
        if submodules:
            result += self.section("SUBMODULES", "\n".join(sorted(submodules)))
        if classes:
            tree = inspect.getclasstree([value for _, value in classes], True)
            contents = [self.formattree(tree, name)]
            contents += [self.document(value, key, name) for key, value in classes]
            result += self.section("CLASSES", "\n".join(contents))
        if functions:
            contents = [self.document(value, key, name) for key, value in functions]
            result += self.section("FUNCTIONS", "\n".join(contents))
        if data:
            contents = [self.docother(value, key, name, maxlen=70) for key, value in data]
            result += self.section("DATA", "\n".join(contents))
        for title, attribute in (("VERSION", "__version__"), ("DATE", "__date__"), ("AUTHOR", "__author__"), ("CREDITS", "__credits__")):
            if hasattr(object, attribute):
                result += self.section(title, str(getattr(object, attribute)))
        try:
            file = inspect.getabsfile(object)
        except TypeError:
            file = "(built-in)"
        return result + self.section("FILE", file)

    def docclass(self, object, name=None, mod=None, *ignored):
        """The documentation of a class."""
        realname = object.__name__
        name = name or realname

        def makename(cls):
            return classname(cls, object.__module__)

        if name == realname:
            title = "class " + self.bold(realname)
        else:
            title = self.bold(name) + " = class " + realname
        if object.__bases__:
            title += f"({', '.join(makename(base) for base in object.__bases__)})"
        contents = []
        push = contents.append
        arguments = argspec(object)
        if arguments and arguments != "()":
            push(name + arguments + "\n")
        doc = getdoc(object)
        if doc:
            push(doc + "\n")
        mro = deque(inspect.getmro(object))
        if len(mro) > 2:
            push("Method resolution order:")
            for base in mro:
                push("    " + makename(base))
            push("")
        subclasses = sorted(
            (
                str(cls.__name__)
                for cls in type.__subclasses__(object)
                if not cls.__name__.startswith("_") and getattr(cls, "__module__", "") == "builtins"
            ),
            key=str.lower,
        )
        if subclasses:
            push("Built-in subclasses:")
            for subclass in subclasses[:4]:
                push("    " + subclass)
            if len(subclasses) > 4:
                push(f"    ... and {len(subclasses) - 4} other subclasses")
            push("")
        _Members(self, object, mod, mro, push).write()
        text = "\n".join(contents)
        if not text:
            return title + "\n"
        return title + "\n" + self.indent(text.rstrip(), " |  ") + "\n"

    def docroutine(self, object, name=None, mod=None, cl=None, homecls=None):
        """The documentation of a function or method."""
        realname = object.__name__
        name = name or realname
        homecls = homecls or cl
        note = ""
        skip_doc = False
        function = None
        if _is_bound(object):
            receiver = object.__self__
            if receiver is cl:
                function = getattr(object, "__func__", None)
            elif inspect.isclass(receiver):
                note = " class method of " + classname(receiver, mod)
            else:
                note = f" method of {classname(type(receiver), mod)} instance"
        elif inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            try:
                owner = object.__objclass__
            except AttributeError:
                pass
            else:
                if cl is None:
                    note = f" unbound {classname(owner, mod)} method"
                elif owner is not homecls:
                    note = " from " + classname(owner, mod)
        else:
            function = object
        if inspect.isfunction(function) and homecls is not None:
            expected = (homecls.__module__, homecls.__qualname__ + "." + realname)
            if (function.__module__, function.__qualname__) != expected:
                parent = parentname(function, mod)
                if parent:
                    note = " from " + parent
        is_async = inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object)
        if name == realname:
            title = self.bold(realname)
        else:
            if cl is not None and inspect.getattr_static(cl, realname, []) is object:
                skip_doc = True
                if note.startswith(" from "):
                    note = ""
            title = self.bold(name) + " = " + realname
        arguments = argspec(object) if inspect.isroutine(object) else None
        if arguments and realname == "<lambda>":
            title = self.bold(name) + " lambda "
            if not object.__annotations__:
                arguments = arguments[1:-1]
        line = ("async " if is_async else "") + title + (arguments or "(...)") + note
        if skip_doc:
            return line + "\n"
        doc = getdoc(object)
        return line + "\n" + (doc and self.indent(doc).rstrip() + "\n")

    def docdata(self, object, name=None, mod=None, *ignored):
        """The documentation of a property or other data descriptor."""
        text = self.bold(name) + "\n" if name else ""
        doc = getdoc(object)
        if doc:
            text += self.indent(doc) + "\n"
        return text

    docproperty = docdata

    def docother(self, object, name=None, mod=None, parent=None, *ignored, maxlen=None, doc=None):
        """The documentation of a value."""
        shown = text_repr(object)
        start = name + " = " if name else ""
        if maxlen:
            chop = maxlen - len(start + shown)
            if chop < 0:
                shown = shown[:chop] + "..."
        line = (self.bold(name) + " = " if name else "") + shown
        doc = doc or getdoc(object)
        if doc:
            line += "\n" + self.indent(str(doc)) + "\n"
        return line


class PlainTextDoc(TextDoc):
    """Writes without bold type."""

    def bold(self, text):
        """The text as it is."""
        return text


class _Members:
    """Writes the members of a class, grouped by the class that they come from."""

    def __init__(self, writer, object, mod, mro, push):
        self.writer = writer
        self.object = object
        self.mod = mod
        self.mro = mro
        self.push = push
        self.rule_needed = False

    def write(self):
        """Writes all groups."""
        object = self.object
        attrs = [attr for attr in classify_class_attrs(object) if visiblename(attr[0], obj=object)]
        while attrs:
            home = self.mro.popleft() if self.mro else attrs[0][2]
            attrs, inherited = _split_list(attrs, lambda attr: attr[2] is home)
            if home is builtins.object and object is not builtins.object:
                attrs = inherited
                continue
            if home is object:
                tag = "defined here"
            else:
                tag = "inherited from " + classname(home, object.__module__)
            sort_attributes(attrs, object)
            for title, kind, show in (
                ("Methods", "method", self.routine),
                ("Class methods", "class method", self.routine),
                ("Static methods", "static method", self.routine),
                ("Readonly properties", "readonly property", self.descriptor),
                ("Data descriptors", "data descriptor", self.descriptor),
                ("Data and other attributes", "data", self.data),
            ):
                group, attrs = _split_list(attrs, lambda attr: attr[1] == kind)
                if group:
                    if self.rule_needed:
                        self.push("-" * 70)
                    self.rule_needed = True
                    self.push(f"{title} {tag}:\n")
                for attr in group:
                    self.push(show(*attr))
            attrs = inherited

    def routine(self, name, kind, home, value):
        """A method of any kind."""
        try:
            value = getattr(self.object, name)
        except Exception:
            # A descriptor that refuses to be read from the class.
            return self.writer.docdata(value, name, self.mod)
        return self.writer.document(value, name, self.mod, self.object, home)

    def descriptor(self, name, kind, home, value):
        """A property or other data descriptor."""
        return self.writer.docdata(value, name, self.mod)

    def data(self, name, kind, home, value):
        """Any other attribute."""
        doc = getdoc(value)
        try:
            value = getattr(self.object, name)
        except AttributeError:
            value = home.__dict__[name]
        return self.writer.docother(value, name, self.mod, maxlen=70, doc=doc) + "\n"
