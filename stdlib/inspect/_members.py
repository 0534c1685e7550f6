"""Members, documentation, annotations and bases of objects."""

import builtins
import functools
import sys
import types
from collections import namedtuple
from inspect._kinds import (
    isbuiltin,
    isclass,
    isdatadescriptor,
    isfunction,
    ismemberdescriptor,
    ismethod,
    ismethoddescriptor,
    ismodule,
    isroutine,
)

__all__ = [
    "Attribute", "classify_class_attrs", "cleandoc", "get_annotations", "getattr_static",
    "getclasstree", "getdoc", "getmembers", "getmembers_static", "getmro", "indentsize", "unwrap", "walktree",
]

Attribute = namedtuple("Attribute", "name kind defining_class object")
Attribute.__module__ = "inspect"


def getmro(cls):
    """The bases of a class in the order in which attributes are looked up, itself first."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """Follows __wrapped__ to the innermost function, or until stop(function) is true.

    ValueError if the chain has no end.
    """
    chain = [func]
    most = sys.getrecursionlimit()
    while not isclass(func) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if any(func is other for other in chain) or len(chain) >= most:
            raise ValueError(f"wrapper loop when unwrapping {chain[0]!r}")
        chain.append(func)
    return func


def _collect(object, predicate, get):
    found = []
    names = dir(object)
    bases = getmro(object) if isclass(object) else ()
    if isclass(object):
        # Attributes that only the class itself shows, such as those of enumerations.
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    done = set()
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            # dir() may name what cannot be read; the namespaces of the bases may have it.
            for base in bases:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        done.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """(name, value) of all members for which the predicate is true, sorted by name."""
    return _collect(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """As getmembers(), without running descriptors or __getattr__()."""
    return _collect(object, predicate, getattr_static)


def classify_class_attrs(cls):
    """An Attribute for each name that dir() gives for a class.

    The kind is 'class method', 'static method', 'property', 'method' or 'data'.
    """
    mro = getmro(cls)
    metamro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    class_bases = (cls,) + mro
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result = []
    done = set()
    for name in names:
        home = None
        got = None
        stored = None
        if name not in done:
            try:
                if name == "__dict__":
                    raise AttributeError
                got = getattr(cls, name)
            except Exception:
                got = None
            else:
                home = getattr(got, "__objclass__", home)
                if home not in class_bases:
                    # A dynamic attribute, or one that is inherited: whose is it?
                    home = None
                    last = None
                    for base in class_bases:
                        if getattr(base, name, None) is got:
                            last = base
                    for base in metamro:
                        try:
                            if base.__getattr__(cls, name) is got:
                                last = base
                        except AttributeError:
                            continue
                    if last is not None:
                        home = last
        for base in all_bases:
            if name in base.__dict__:
                stored = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        object_ = got if got is not None else stored
        if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
            kind, object_ = "static method", stored
        elif isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
            kind, object_ = "class method", stored
        elif isinstance(stored, property):
            kind, object_ = "property", stored
        elif isroutine(object_):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, object_))
        done.add(name)
    return result


def walktree(classes, children, parent):
    """The part of getclasstree() below one parent."""
    results = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    """The classes as nested lists: a list behind a class has those that derive from it."""
    children = {}
    roots = []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
    roots += [parent for parent in children if parent not in classes and parent not in roots]
    return walktree(roots, children, None)


def indentsize(line):
    """How far a line is indented, in spaces."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def cleandoc(doc):
    """A docstring without the indentation that it has in the source, and without blank lines around it."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")]
    margin = min(margins, default=None)
    if lines:
        lines[0] = lines[0].lstrip(" ")
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _class_of(function):
    """The class that a function was defined in, going by its qualified name."""
    cls = sys.modules.get(getattr(function, "__module__", None))
    if cls is None:
        return None
    for name in function.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def _inherited_doc(object):
    """The docstring that a member without one has in a base."""
    if isclass(object):
        for base in object.__mro__:
            if base is not builtins.object:
                doc = base.__doc__
                if doc is not None:
                    return doc
        return None
    if ismethod(object):
        name = object.__func__.__name__
        owner = object.__self__
        if isclass(owner) and getattr(getattr(owner, name, None), "__func__") is object.__func__:
            cls = owner
        else:
            cls = type(owner)
    elif isfunction(object):
        name = object.__name__
        cls = _class_of(object)
        if cls is None or getattr(cls, name) is not object:
            return None
    elif isbuiltin(object):
        name = object.__name__
        owner = object.__self__
        if isclass(owner) and owner.__qualname__ + "." + name == object.__qualname__:
            cls = owner
        else:
            cls = type(owner)
    elif isinstance(object, (property, functools.cached_property)):
        function = object.fget if isinstance(object, property) else object.func
        name = function.__name__
        cls = _class_of(function)
        if cls is None or getattr(cls, name) is not object:
            return None
    elif ismethoddescriptor(object) or isdatadescriptor(object):
        name = object.__name__
        cls = object.__objclass__
        if getattr(cls, name) is not object:
            return None
        if ismemberdescriptor(object):
            slots = getattr(cls, "__slots__", None)
            if isinstance(slots, dict) and name in slots:
                return slots[name]
    else:
        return None
    for base in cls.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring of an object, its own or inherited, as cleandoc() makes it."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module, as a new dictionary.

    With eval_str, those that are strings are evaluated.
    """
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        module = sys.modules.get(getattr(obj, "__module__", None))
        own_globals = getattr(module, "__dict__", None)
        own_locals = dict(vars(obj))
        inner = obj
    elif ismodule(obj):
        found = getattr(obj, "__annotations__", None)
        own_globals = obj.__dict__
        own_locals = None
        inner = None
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        own_globals = getattr(obj, "__globals__", None)
        own_locals = None
        inner = obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    while inner is not None:
        if hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        elif isinstance(inner, functools.partial):
            inner = inner.func
        else:
            own_globals = getattr(inner, "__globals__", own_globals)
            break
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    parameters = getattr(obj, "__type_params__", ())
    if parameters:
        names = {parameter.__name__: parameter for parameter in parameters}
        locals = names | dict(locals or {})
    return {
        name: eval(value, globals, locals) if isinstance(value, str) else value
        for name, value in found.items()
    }


_missing = object()


def _instance_dict(obj):
    try:
        return object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return {}


def _in_mro(cls, name):
    for entry in type.__dict__["__mro__"].__get__(cls):
        namespace = type.__dict__["__dict__"].__get__(entry)
        if name in namespace:
            return namespace[name]
    return _missing


def _has_own_dict(cls):
    """Whether __dict__ of instances is the usual one, not something that a class put in its place."""
    for entry in type.__dict__["__mro__"].__get__(cls):
        found = type.__dict__["__dict__"].__get__(entry).get("__dict__", _missing)
        if found is not _missing:
            usual = isinstance(found, types.GetSetDescriptorType) and found.__name__ == "__dict__"
            return usual and found.__objclass__ is entry
    return True


def getattr_static(obj, attr, default=_missing):
    """An attribute without running descriptors, __getattr__() or __getattribute__()."""
    of_instance = _missing
    is_class = issubclass(type(obj), type)
    if not is_class:
        cls = type(obj)
        if _has_own_dict(cls):
            of_instance = dict.get(_instance_dict(obj), attr, _missing)
    else:
        cls = obj
    of_class = _in_mro(cls, attr)
    if of_instance is not _missing and of_class is not _missing:
        kind = type(of_class)
        has_get = _in_mro(kind, "__get__") is not _missing
        sets = _in_mro(kind, "__set__") is not _missing or _in_mro(kind, "__delete__") is not _missing
        if has_get and sets:
            return of_class
    if of_instance is not _missing:
        return of_instance
    if of_class is not _missing:
        return of_class
    if is_class:
        of_type = _in_mro(type(cls), attr)
        if of_type is not _missing:
            return of_type
    if default is not _missing:
        return default
    raise AttributeError(attr)
