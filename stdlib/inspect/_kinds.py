"""What kind of object something is, and the flags of code."""

import enum
import functools
import types
from collections.abc import Awaitable

__all__ = [
    "BufferFlags", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE", "CO_NESTED",
    "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS", "TPFLAGS_IS_ABSTRACT",
    "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode",
    "iscoroutine", "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction", "isgenerator",
    "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor", "ismethod", "ismethoddescriptor",
    "ismethodwrapper", "ismodule", "isroutine", "istraceback", "markcoroutinefunction",
]


class BufferFlags(enum.IntFlag):
    """What __buffer__() is asked for: any of these, joined by |."""

    __module__ = "inspect"

    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS = 0x20 | STRIDES
    F_CONTIGUOUS = 0x40 | STRIDES
    ANY_CONTIGUOUS = 0x80 | STRIDES
    INDIRECT = 0x100 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200


CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    """Whether the object is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether the object is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether the object is a method written in Python, bound to an instance."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether the object is a function written in Python."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether the object is a native function, or a native method bound to an instance."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether the object is a special method of a native class, bound to an instance."""
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    """Whether the object becomes a method when it is read from an instance, but is no function.

    Native methods in the namespace of their class are the usual case. Partial objects only warn that they will.
    """
    if isclass(object) or ismethod(object) or isfunction(object) or isinstance(object, functools.partial):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    """Whether the object is a descriptor that also sets or deletes."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Whether the object stands for a slot or member of instances."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether the object stands for a computed attribute of a native class."""
    return isinstance(object, types.GetSetDescriptorType)


def isroutine(object):
    """Whether the object is a function or method of any kind."""
    return (
        isbuiltin(object)
        or isfunction(object)
        or ismethod(object)
        or ismethoddescriptor(object)
        or ismethodwrapper(object)
    )


def isabstract(object):
    """Whether the object is a class with abstract methods."""
    if not isclass(object):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    abc = type(object)
    if not hasattr(abc, "register") or hasattr(object, "__abstractmethods__"):
        return False
    # While the class is being made, its metaclass has not counted the abstract methods yet.
    for value in object.__dict__.values():
        if getattr(value, "__isabstractmethod__", False):
            return True
    for base in object.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(object, name, None), "__isabstractmethod__", False):
                return True
    return False


def iscode(object):
    """Whether the object is compiled code."""
    return isinstance(object, types.CodeType)


def isframe(object):
    """Whether the object is a frame."""
    return isinstance(object, types.FrameType)


def istraceback(object):
    """Whether the object is a traceback."""
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    """Whether the object is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether the object is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Whether the object is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether the object can stand behind await."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(object, Awaitable)


def _bare_function(object):
    """The function behind bound methods and partials."""
    while True:
        if ismethod(object):
            object = object.__func__
        elif isinstance(object, functools.partial):
            object = object.func
        elif isinstance(getattr(object, "__partialmethod__", None), functools.partialmethod):
            object = object.__partialmethod__.func
        elif isinstance(object, functools.partialmethod):
            object = object.func
        else:
            return object


def _has_code_flag(object, flag):
    function = _bare_function(object)
    if not isfunction(function):
        # Other languages' functions, which look like ours.
        code = getattr(function, "__code__", None)
        return isinstance(code, types.CodeType) and not isclass(function) and bool(code.co_flags & flag)
    return bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether a call of the object gives a generator."""
    return _has_code_flag(obj, CO_GENERATOR)


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Marks a plain function that gives awaitables, so that iscoroutinefunction() knows it."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Whether a call of the object gives a coroutine."""
    if _has_code_flag(obj, CO_COROUTINE):
        return True
    return getattr(_bare_function(obj), "_is_coroutine_mark", None) is _coroutine_mark


def isasyncgenfunction(obj):
    """Whether a call of the object gives an asynchronous generator."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)
