"""Parameters, signatures and the binding of arguments to them."""

import enum
import functools
import keyword
import sys
import types
from collections import OrderedDict
from inspect._kinds import CO_VARARGS, CO_VARKEYWORDS, isbuiltin, isclass, isfunction, ismethoddescriptor, ismodule
from inspect._members import get_annotations, getattr_static, unwrap

__all__ = [
    "BoundArguments", "Parameter", "Signature", "formatannotation", "formatannotationrelativeto", "signature",
]


class _void:
    """What replace() takes for an argument that was not given."""

    __module__ = "inspect"


class _empty:
    """What stands for a default or an annotation that is not there."""

    __module__ = "inspect"


class _ParameterKind(enum.IntEnum):
    """How a parameter takes its argument."""

    __module__ = "inspect"

    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        number = len(cls.__members__)
        member = int.__new__(cls, number)
        member._value_ = number
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def formatannotation(annotation, base_module=None):
    """An annotation as text, as it might stand in a source; names of base_module are not qualified."""
    if getattr(annotation, "__module__", None) == "typing":
        return _without_prefix(repr(annotation), "typing.")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def _without_prefix(text, prefix):
    """The text with a prefix taken from every dotted name that begins with it."""
    parts = []
    start = 0
    while (at := text.find(prefix, start)) >= 0:
        parts.append(text[start:at])
        before = text[at - 1] if at else ""
        if before.isalnum() or before in ("_", "."):
            parts.append(prefix)
        start = at + len(prefix)
    parts.append(text[start:])
    return "".join(parts)


def formatannotationrelativeto(object):
    """formatannotation() for the module of an object."""
    module = getattr(object, "__module__", None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)

    return _formatannotation


class Parameter:
    """One parameter of a signature: name, kind, default and annotation. It never changes."""

    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[0] == "." and name[1:].isdigit():
            # The iterable that a comprehension gets.
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(
                    "implicit arguments must be passed as positional or keyword arguments, "
                    f"not {kind.description}"
                )
            kind = _POSITIONAL_ONLY
            name = "implicit" + name[1:]
        reserved = keyword.iskeyword(name) and kind is not _POSITIONAL_ONLY
        if reserved or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        """The name."""
        return self._name

    @property
    def default(self):
        """The default; Parameter.empty if there is none."""
        return self._default

    @property
    def annotation(self):
        """The annotation; Parameter.empty if there is none."""
        return self._annotation

    @property
    def kind(self):
        """How the argument is passed, one of the five kinds."""
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A copy with some of the four changed."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            sign = "=" if self._annotation is _empty else " = "
            text += sign + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __reduce__(self):
        fields = {"_default": self._default, "_annotation": self._annotation}
        return (type(self), (self._name, self._kind), fields)

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (
            self._name == other._name
            and self._kind == other._kind
            and self._default == other._default
            and self._annotation == other._annotation
        )


class BoundArguments:
    """Which parameter gets which argument: the result of Signature.bind()."""

    __module__ = "inspect"
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        """The signature that was bound."""
        return self._signature

    def _split(self):
        """(args, kwargs) of a call: positional as long as nothing was left out."""
        args, kwargs = [], {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if name not in self.arguments:
                by_name = True
                continue
            value = self.arguments[name]
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(value)
            elif parameter.kind == _KEYWORD_ONLY:
                by_name = True
                kwargs[name] = value
            elif parameter.kind == _VAR_POSITIONAL:
                if not by_name:
                    args.extend(value)
                else:
                    kwargs[name] = value
            elif by_name:
                kwargs[name] = value
            else:
                args.append(value)
        return args, kwargs

    @property
    def args(self):
        """The positional arguments of the call, as a tuple."""
        return tuple(self._split()[0])

    @property
    def kwargs(self):
        """The keyword arguments of the call."""
        return self._split()[1]

    def apply_defaults(self):
        """Adds the defaults of parameters that got no argument."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                filled[name] = {}
            # A required one is missing after bind_partial().
        self.arguments = filled

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<{type(self).__name__} ({', '.join(parts)})>"


class Signature:
    """The parameters of a callable in their order, and what it returns. It never changes."""

    __module__ = "inspect"
    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            found = OrderedDict()
        elif __validate_parameters__:
            found = _ordered(parameters)
        else:
            found = OrderedDict((parameter.name, parameter) for parameter in parameters)
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _Finder(cls, follow_wrapped, True, (globals, locals, eval_str)).of(obj)

    @property
    def parameters(self):
        """The parameters by name, in order; read-only."""
        return self._parameters

    @property
    def return_annotation(self):
        """The annotation of the result; Signature.empty if there is none."""
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A copy with other parameters or another annotation."""
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    __replace__ = replace

    def _by_kind(self):
        # The order of keyword-only parameters does not matter.
        positional = tuple(p for p in self._parameters.values() if p.kind != _KEYWORD_ONLY)
        kwonly = {p.name: p for p in self._parameters.values() if p.kind == _KEYWORD_ONLY}
        return positional, kwonly, self._return_annotation

    def __hash__(self):
        positional, kwonly, annotation = self._by_kind()
        return hash((positional, frozenset(kwonly.values()), annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._by_kind() == other._by_kind()

    def bind(self, /, *args, **kwargs):
        """BoundArguments for a call with these arguments; TypeError if it is not possible."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), but arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        parameters = list(self._parameters.values())
        misplaced = []
        at = 0
        given = 0
        # Positional arguments, until one of the two runs out.
        while given < len(args):
            if at == len(parameters):
                raise TypeError("too many positional arguments")
            parameter = parameters[at]
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            if parameter.kind == _VAR_POSITIONAL:
                arguments[parameter.name] = tuple(args[given:])
                given = len(args)
                at += 1
                break
            if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {parameter.name!r}")
            arguments[parameter.name] = args[given]
            given += 1
            at += 1
        # Whether the arguments end before the first keyword-only parameter, or with it.
        kwonly_next = given == len(args) and (not at or parameters[at - 1].kind != _VAR_POSITIONAL)
        kwargs_parameter = None
        for parameter in parameters[at:]:
            name, kind = parameter.name, parameter.kind
            if kind == _VAR_KEYWORD:
                kwargs_parameter = parameter
                continue
            if kind == _VAR_POSITIONAL:
                continue
            if kind == _POSITIONAL_ONLY:
                if name in kwargs:
                    misplaced.append(parameter)
                if parameter.default is _empty and not partial and name not in kwargs:
                    self._missing(parameter)
                continue
            if name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif not partial and parameter.default is _empty:
                self._missing(parameter, kwonly_next and parameter is parameters[at])
        if kwargs_parameter is None:
            kwargs_parameter = next((p for p in parameters if p.kind == _VAR_KEYWORD), None)
        if misplaced and kwargs_parameter is None:
            names = ", ".join(repr(parameter.name) for parameter in misplaced)
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names}")
        if misplaced and not partial:
            for parameter in misplaced:
                if parameter.default is _empty:
                    self._missing(parameter)
        if kwargs:
            if kwargs_parameter is None:
                name = next(iter(kwargs))
                raise TypeError(f"got an unexpected keyword argument {name!r}")
            arguments[kwargs_parameter.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    @staticmethod
    def _missing(parameter, say_kind=False):
        kind = " keyword-only" if say_kind and parameter.kind == _KEYWORD_ONLY else ""
        raise TypeError(f"missing a required{kind} argument: {parameter.name!r}")

    def __reduce__(self):
        parameters = tuple(self._parameters.values())
        return (type(self), (parameters,), {"_return_annotation": self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """The signature as text; if it is longer than max_width, with a line for each parameter."""
        parts = []
        only_positional = False
        star_needed = True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                only_positional = True
            elif only_positional:
                parts.append("/")
                only_positional = False
            if kind == _VAR_POSITIONAL:
                star_needed = False
            elif kind == _KEYWORD_ONLY and star_needed:
                parts.append("*")
                star_needed = False
            parts.append(str(parameter))
        if only_positional:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text


def _ordered(parameters):
    """The parameters by name; ValueError unless they can stand in this order."""
    found = OrderedDict()
    highest = _POSITIONAL_ONLY
    has_default = False
    for parameter in parameters:
        kind, name = parameter.kind, parameter.name
        if kind < highest:
            raise ValueError(
                f"wrong parameter order: {highest.description} parameter before {kind.description} parameter"
            )
        highest = kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if parameter.default is not _empty:
                has_default = True
            elif has_default:
                raise ValueError("non-default argument follows default argument")
        if name in found:
            raise ValueError(f"duplicate parameter name: {name!r}")
        found[name] = parameter
    return found


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable.

    TypeError if the object cannot be called, ValueError if nothing is known of its parameters. With eval_str,
    annotations that are strings are evaluated.
    """
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str
    )


def signature_for_argspec(func):
    """The signature as getfullargspec() wants it: of the callable itself, the receiver included."""
    return _Finder(Signature, False, False, (None, None, False)).of(func)


_NATIVE = (
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
    types.BuiltinFunctionType,
)


class _Finder:
    """Finds signatures in one way: of which class, whether wrappers are followed, whether receivers are left out."""

    def __init__(self, cls, follow, skip_bound, evaluation):
        self.cls = cls
        self.follow = follow
        self.skip_bound = skip_bound
        self.evaluation = evaluation

    def of(self, obj):
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if isinstance(obj, types.MethodType):
            return self.bound(self.of(obj.__func__))
        if self.follow:
            obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
            if isinstance(obj, types.MethodType):
                return self.of(obj)
        declared = getattr(obj, "__signature__", None)
        if declared is not None:
            return self.declared(obj, declared)
        partialmethod = getattr(obj, "__partialmethod__", None)
        if isinstance(partialmethod, functools.partialmethod):
            return self.of_partialmethod(partialmethod)
        if isfunction(obj) or _is_like_function(obj):
            return self.of_function(obj)
        if isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, _NATIVE) or obj is type or obj is object:
            return self.of_native(obj)
        if isinstance(obj, functools.partial):
            return _of_partial(self.of(obj.func), obj)
        if isinstance(obj, type):
            return self.of_class(obj)
        return self.of_instance(obj)

    def bound(self, sig):
        """The signature without the receiver."""
        if not self.skip_bound:
            return sig
        parameters = tuple(sig.parameters.values())
        if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
            raise ValueError("invalid method signature")
        if parameters[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
            parameters = parameters[1:]
        return sig.replace(parameters=parameters)

    def declared(self, obj, declared):
        sig = declared
        if not isinstance(sig, (Signature, str)) and callable(sig):
            sig = sig()
        if isinstance(sig, str):
            return self.from_text(obj, sig)
        if not isinstance(sig, Signature):
            raise TypeError(f"unexpected object {declared!r} in __signature__ attribute")
        return sig

    def of_partialmethod(self, partialmethod):
        wrapped = self.of(partialmethod.func)
        sig = _of_partial(wrapped, partialmethod, (None,))
        first = next(iter(wrapped.parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return sig
        return sig.replace(parameters=(first, *sig.parameters.values()))

    def of_function(self, func):
        globals, locals, eval_str = self.evaluation
        annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
        return _from_code(self.cls, func, annotations)

    def of_native(self, obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return self.from_text(obj, text)

    def from_text(self, obj, text):
        """The signature that a text such as ($self, x=1, /) describes."""
        plain = text.replace("$", "", 1)
        namespace = dict(sys.modules)
        module = sys.modules.get(getattr(obj, "__module__", None) or "")
        if module is None and isclass(getattr(obj, "__objclass__", None)):
            module = sys.modules.get(obj.__objclass__.__module__)
        if module is not None:
            namespace.update(module.__dict__)
        try:
            exec(f"def function{plain}: pass", namespace)
        except (SyntaxError, NameError, AttributeError):
            raise ValueError(f"{obj!r} builtin has invalid signature") from None
        sig = _from_code(self.cls, namespace["function"], {})
        if "$" not in text:
            return sig
        parameters = list(sig.parameters.values())
        receiver = getattr(obj, "__self__", None)
        if receiver is not None and (self.skip_bound or ismodule(receiver)):
            del parameters[0]
        else:
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
        return self.cls(parameters, return_annotation=self.cls.empty)

    def users_method(self, cls, name):
        """The method of a class unless it is a native one."""
        if name == "__new__":
            method = getattr(cls, name, None)
        else:
            method = getattr_static(cls, name, None)
        if self.follow and method is not None:
            method = unwrap(method, stop=lambda m: hasattr(m, "__signature__") or isinstance(m, types.MethodType))
        if method is None or isinstance(method, _NATIVE):
            return None
        if name != "__new__":
            method = _read(method, cls)
        return method

    def of_class(self, cls):
        call = self.users_method(type(cls), "__call__")
        if call is not None:
            call = getattr_static(type(cls), "__call__")
            return self.of(_read(call, cls))
        new = self.users_method(cls, "__new__")
        init = self.users_method(cls, "__init__")
        for base in cls.__mro__:
            if new is not None and "__new__" in base.__dict__:
                return self.bound(self.of(new))
            if init is not None and "__init__" in base.__dict__:
                return self.of(init)
        for base in cls.__mro__[:-1]:
            text = getattr(base, "__text_signature__", None)
            if text:
                return self.from_text(base, text)
        if type in cls.__mro__:
            raise ValueError(f"callable {cls!r} is not supported by signature")
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return self.cls.from_callable(object)
        raise ValueError(f"no signature found for builtin type {cls!r}")

    def of_instance(self, obj):
        call = getattr_static(type(obj), "__call__", None)
        if call is None:
            raise ValueError(f"callable {obj!r} is not supported by signature")
        text = getattr(obj, "__text_signature__", None)
        if text:
            return self.from_text(obj, text)
        return self.of(_read(call, obj))


def _read(descriptor, obj):
    """What an attribute of obj is that its class has as this descriptor."""
    if isclass(descriptor):
        return descriptor
    get = getattr(type(descriptor), "__get__", None)
    return descriptor if get is None else get(descriptor, obj, type(obj))


def _is_like_function(obj):
    """Whether the object has all that a signature is read from, such as a function of a compiler to C."""
    if not callable(obj) or isclass(obj):
        return False
    defaults = getattr(obj, "__defaults__", _void)
    kwdefaults = getattr(obj, "__kwdefaults__", _void)
    annotations = getattr(obj, "__annotations__", None)
    return (
        isinstance(getattr(obj, "__code__", None), types.CodeType)
        and isinstance(getattr(obj, "__name__", None), str)
        and (defaults is None or isinstance(defaults, tuple))
        and (kwdefaults is None or isinstance(kwdefaults, dict))
        and (annotations is None or isinstance(annotations, dict))
    )


def _from_code(cls, func, annotations):
    code = func.__code__
    names = code.co_varnames
    positional = code.co_argcount
    only_positional = code.co_posonlyargcount
    kwonly = code.co_kwonlyargcount
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    make = cls._parameter_cls
    parameters = []
    required = positional - len(defaults)
    for at, name in enumerate(names[:positional]):
        parameters.append(
            make(
                name,
                annotation=annotations.get(name, _empty),
                kind=_POSITIONAL_ONLY if at < only_positional else _POSITIONAL_OR_KEYWORD,
                default=_empty if at < required else defaults[at - required],
            )
        )
    at = positional + kwonly
    if code.co_flags & CO_VARARGS:
        name = names[at]
        at += 1
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_VAR_POSITIONAL))
    for name in names[positional : positional + kwonly]:
        parameters.append(
            make(
                name,
                annotation=annotations.get(name, _empty),
                kind=_KEYWORD_ONLY,
                default=kwdefaults.get(name, _empty),
            )
        )
    if code.co_flags & CO_VARKEYWORDS:
        name = names[at]
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_VAR_KEYWORD))
    return cls(
        parameters,
        return_annotation=annotations.get("return", _empty),
        __validate_parameters__=not isfunction(func),
    )


def _of_partial(wrapped, partial, extra=()):
    """The signature of a partial object whose function has the signature wrapped."""
    given = extra + (partial.args or ())
    keywords = partial.keywords or {}
    try:
        values = wrapped.bind_partial(*given, **keywords).arguments
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    before, behind = [], []
    by_keyword = False
    for name, parameter in wrapped.parameters.items():
        kind = parameter.kind
        if name in values:
            if kind is _POSITIONAL_ONLY:
                continue
            if kind is _POSITIONAL_OR_KEYWORD and name not in keywords:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                # It can be overridden, but only by keyword, and so can all that follow.
                by_keyword = True
                parameter = parameter.replace(default=values[name])
            elif kind is _KEYWORD_ONLY:
                parameter = parameter.replace(default=values[name])
        if not by_keyword:
            before.append(parameter)
        elif kind is _POSITIONAL_OR_KEYWORD:
            behind.append(parameter.replace(kind=_KEYWORD_ONLY))
        elif kind is not _VAR_POSITIONAL:
            behind.append(parameter)
    return wrapped.replace(parameters=before + behind)
