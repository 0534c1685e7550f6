"""Names for annotations. They say something to readers and tools; running programs do not check them."""

import collections
import collections.abc
import functools
import sys
import types
from abc import ABCMeta, abstractmethod
from types import GenericAlias, MethodType, NoneType


def _generic_function[T, *Ts, **P](value: T):
    return value


class _GenericClass[T]:
    pass


type _Alias = int

TypeVar, TypeVarTuple, ParamSpec = (type(each) for each in _generic_function.__type_params__)
Generic = _GenericClass.__bases__[0]
TypeAliasType = type(_Alias)
_T, _Ts, _P = _generic_function.__type_params__
ParamSpecArgs = type(_P.args)
ParamSpecKwargs = type(_P.kwargs)
NoDefault = _T.__default__ if hasattr(_T, "__default__") else None
UnionType = types.UnionType

TYPE_CHECKING = False


class _Form:
    """A name that means something in annotations alone."""

    def __init__(self, name, doc=None, make=None):
        self._name = name
        self.__doc__ = doc
        self._make = make

    def __getattr__(self, item):
        if item in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(item)

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._make(self, parameters)


def _shown(obj):
    """An argument as it stands in a repr."""
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, (list, tuple)):
        return "[" + ", ".join(map(_shown, obj)) + "]"
    return repr(obj)


def _checked(arg, message="Parameters to generic types must be types."):
    """An argument that stands for a type: None becomes its type, text a forward reference."""
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _parameters_of(args):
    """The type variables in arguments, in the order of their first places."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, (list, tuple)):
            found += [each for each in _parameters_of(arg) if each not in found]
        else:
            for each in getattr(arg, "__parameters__", ()):
                if each not in found:
                    found.append(each)
    return tuple(found)


class _GenericAlias:
    """A generic type with arguments."""

    def __init__(self, origin, args, name=None):
        args = args if isinstance(args, tuple) else (args,)
        self.__dict__.update(
            __origin__=origin, __args__=args, __parameters__=_parameters_of(args), _name=name
        )
        if name is None:
            self.__dict__["__module__"] = getattr(origin, "__module__", None)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name.startswith("_") or name in {"_name"}:
            self.__dict__[name] = value
        else:
            setattr(self.__origin__, name, value)

    def __call__(self, *args, **kwargs):
        if self._name is not None and self.__origin__.__module__ in ("builtins", "collections.abc"):
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if self._name:
            entries = [self.__origin__] if self.__origin__ not in bases else []
            if Generic not in bases:
                at = bases.index(self)
                if not any(
                    isinstance(base, _GenericAlias) or (isinstance(base, type) and issubclass(base, Generic))
                    for base in bases[at + 1 :]
                ):
                    entries.append(Generic)
            return tuple(entries)
        return (self.__origin__,)

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return self.__origin__ is Unpack and isinstance(self.__args__[0], TypeVarTuple)

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            # What stands for the tuple of types is put in its place, item by item.
            return args if isinstance(args, tuple) else (args,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        wanted = self.__parameters__
        if len(args) != len(wanted) and not any(isinstance(each, TypeVarTuple) for each in wanted):
            amount = "many" if len(args) > len(wanted) else "few"
            raise TypeError(
                f"Too {amount} arguments for {self}; actual {len(args)}, expected {len(wanted)}"
            )
        chosen = dict(zip(wanted, map(_checked, args)))
        return self._copy_with(tuple(_substituted(arg, chosen) for arg in self.__args__))

    def _copy_with(self, args):
        return self.__class__(self.__origin__, args, self._name)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        return f"{name}[{', '.join(map(_shown, self.__args__)) or '()'}]"

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield Unpack[self]

    def __dir__(self):
        return list({name for name in dir(self.__origin__) if not name.startswith("__")})


def _substituted(arg, chosen):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return chosen.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)(_substituted(each, chosen) for each in arg)
    own = getattr(arg, "__parameters__", ())
    if own and not isinstance(arg, type):
        return arg[tuple(chosen.get(each, each) for each in own)]
    return arg


class _SpecialAlias(_GenericAlias):
    """A name such as List, without arguments."""

    def __init__(self, origin, count, name=None):
        self.__dict__.update(
            __origin__=origin, _nparams=count, _name=name or origin.__name__,
            __doc__=f"A generic version of {origin.__module__}.{origin.__qualname__}.",
            __args__=(), __parameters__=(),
        )

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        args = tuple(map(_checked, args))
        if len(args) != self._nparams:
            amount = "many" if len(args) > self._nparams else "few"
            raise TypeError(
                f"Too {amount} arguments for {self}; actual {len(args)}, expected {self._nparams}"
            )
        return _GenericAlias(self.__origin__, args, self._name)

    def __repr__(self):
        return f"typing.{self._name}"

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return id(self)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)


class _TupleAlias(_SpecialAlias):
    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if len(args) >= 2 and args[-1] is ...:
            return _GenericAlias(tuple, (*map(_checked, args[:-1]), ...), "Tuple")
        return _GenericAlias(tuple, tuple(map(_checked, args)), "Tuple")


class _CallableArgs(_GenericAlias):
    def __repr__(self):
        *given, result = self.__args__
        if len(given) == 1 and (given[0] is ... or isinstance(given[0], ParamSpec)):
            shown = _shown(given[0])
        else:
            shown = f"[{', '.join(map(_shown, given))}]"
        return f"typing.Callable[{shown}, {_shown(result)}]"


class _CallableAlias(_SpecialAlias):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = args
        result = _checked(result)
        if isinstance(given, list):
            return _CallableArgs(self.__origin__, (*map(_checked, given), result), "Callable")
        if given is ... or isinstance(given, ParamSpec):
            return _CallableArgs(self.__origin__, (given, result), "Callable")
        raise TypeError(f"Callable[args, result]: args must be a list. Got {given}")


class _UnionGenericAlias(_GenericAlias):
    def _copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if isinstance(other, UnionType):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _UnionGenericAlias):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and NoneType in args:
            other = args[1] if args[0] is NoneType else args[0]
            return f"typing.Optional[{_shown(other)}]"
        return f"typing.Union[{', '.join(map(_shown, args))}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for each in parameters:
        each = _checked(each, "Union[arg, ...]: each arg must be a type.")
        parts = each.__args__ if isinstance(each, (_UnionGenericAlias, UnionType)) else (each,)
        flat += [part for part in parts if part not in flat]
    if len(flat) == 1:
        return flat[0]
    return _UnionGenericAlias(Union, tuple(flat), "Union")


Union = _Form("Union", "One of several types.", _make_union)
Optional = _Form("Optional", "A type, or None.", lambda form, arg: Union[_checked(arg, f"{form} requires a single type."), NoneType])


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        key = lambda alias: {(type(each), each) for each in alias.__args__}
        return key(self) == key(other)

    def __hash__(self):
        return hash(frozenset((type(each), each) for each in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


def _make_literal(form, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for each in parameters:
        parts = each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,)
        for part in parts:
            if not any(type(part) is type(old) and part == old for old in flat):
                flat.append(part)
    return _LiteralGenericAlias(Literal, tuple(flat), "Literal")


Literal = _Form("Literal", "One of several values.", _make_literal)


def _single(name):
    def make(form, parameter):
        if isinstance(parameter, tuple):
            raise TypeError(f"{form} accepts only single type.")
        return _GenericAlias(form, (_checked(parameter),), name)

    return make


def _several(name):
    def make(form, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        return _GenericAlias(form, tuple(map(_checked, parameters)), name)

    return make


ClassVar = _Form("ClassVar", "A variable of the class.", _single("ClassVar"))
Final = _Form("Final", "A name that is not assigned again.", _single("Final"))
Required = _Form("Required", "A key that has to be there.", _single("Required"))
NotRequired = _Form("NotRequired", "A key that may be missing.", _single("NotRequired"))
ReadOnly = _Form("ReadOnly", "A key that is not assigned.", _single("ReadOnly"))
TypeGuard = _Form("TypeGuard", "A function that tells a type.", _single("TypeGuard"))
TypeIs = _Form("TypeIs", "A function that tells a type.", _single("TypeIs"))
Unpack = _Form("Unpack", "The items of a tuple of types.", _single("Unpack"))
Concatenate = _Form("Concatenate", "Parameters before those of a ParamSpec.", _several("Concatenate"))
NoReturn = _Form("NoReturn", "The result of functions that never return.")
Never = _Form("Never", "The type without values.")
Self = _Form("Self", "The class itself.")
LiteralString = _Form("LiteralString", "Text that stands in the program.")
TypeAlias = _Form("TypeAlias", "Marks an assignment that names a type.")


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__dict__["__metadata__"] = metadata

    def _copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        shown = ", ".join(map(repr, self.__metadata__))
        return f"typing.Annotated[{_shown(self.__origin__)}, {shown}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _make_annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError(
            "Annotated[...] should be used with at least two arguments (a type and an annotation)."
        )
    return _AnnotatedAlias(_checked(parameters[0]), parameters[1:])


Annotated = _Form("Annotated", "A type with remarks.", _make_annotated)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class ForwardRef:
    """A type named by text, to be looked up later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        return _evaluated(eval(self.__forward_code__, globalns, localns), globalns, localns)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def _evaluated(value, globalns, localns):
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns)
    args = getattr(value, "__args__", None)
    if args and isinstance(value, (_GenericAlias, GenericAlias)):
        new = tuple(_evaluated(arg, globalns, localns) for arg in args)
        if new != args:
            if isinstance(value, GenericAlias):
                return GenericAlias(value.__origin__, new)
            return value._copy_with(new)
    return value


def _plain(value):
    """A type without remarks."""
    if isinstance(value, _AnnotatedAlias):
        return _plain(value.__origin__)
    if get_origin(value) in (Required, NotRequired, ReadOnly):
        return _plain(value.__args__[0])
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with texts looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}

    def add(annotations, globals_, locals_):
        for name, value in annotations.items():
            if value is None:
                value = NoneType
            if isinstance(value, str):
                value = ForwardRef(value)
            hints[name] = _evaluated(value, globals_, locals_)

    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            globals_ = globalns if globalns is not None else getattr(module, "__dict__", {})
            locals_ = localns if localns is not None else dict(vars(base))
            add(base.__dict__.get("__annotations__", {}), globals_, locals_)
    else:
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        globals_ = globalns
        if globals_ is None:
            globals_ = obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(inner, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType, MethodType, types.ModuleType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        add(annotations, globals_, globals_ if localns is None else localns)
    if include_extras:
        return hints
    return {name: _plain(value) for name, value in hints.items()}


def get_origin(tp):
    """The generic type that a type with arguments is made of."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, UnionType):
        return UnionType
    return None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, UnionType):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Whether a type is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


def cast(typ, val):
    """The value, unchanged."""
    return val


def assert_type(val, typ, /):
    """The value, unchanged."""
    return val


def reveal_type(obj, /):
    """Tells the type of a value on sys.stderr."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Says that a place is never reached."""
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {shown}")


_overloads = {}


def _overload_error(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Declares one of several signatures of a function."""
    function = getattr(func, "__func__", func)
    key = (getattr(function, "__module__", None), getattr(function, "__qualname__", None))
    _overloads.setdefault(key, []).append(func)
    return _overload_error


def get_overloads(func):
    """The overloads of a function, as they were noted by @overload."""
    function = getattr(func, "__func__", func)
    return list(_overloads.get((function.__module__, function.__qualname__), ()))


def clear_overloads():
    """Forgets all overloads."""
    _overloads.clear()


def final(f):
    """Marks a class or method that is not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Marks a method that overrides another."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Says that annotations are no types."""
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def dataclass_transform(**options):
    """Tells type checkers that a decorator or base makes dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = options
        return cls_or_fn

    return decorator


class NewType:
    """A type of its own for tools; when it is called it gives its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframemodulename(1)
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__
        raise TypeError(
            f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`Sub = NewType('Sub', {name})`"
        )

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_NOT_MEMBERS = frozenset({
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__",
    "__static_attributes__", "__firstlineno__", "__parameters__", "__orig_bases__", "__orig_class__",
    "__protocol_attrs__", "_is_protocol", "_is_runtime_protocol", "_abc_impl", "__non_callable_proto_members__",
    "__type_params__", "__hash__", "__init_subclass__",
})


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic") and base in (Protocol, Generic):
            continue
        names.update(name for name in (*base.__dict__, *base.__dict__.get("__annotations__", {})) if name not in _NOT_MEMBERS)
    return names


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__subclasscheck__(other)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base of classes that say which members a type has to have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if not cls._is_protocol:
            return
        cls.__protocol_attrs__ = _protocol_members(cls)
        if cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__:
            cls.__init__ = _no_init

        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            return init(self, *args, **kwargs)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get("__annotations__", {}):
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    """Lets a protocol be used with isinstance() and issubclass()."""
    if not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def get_protocol_members(tp: type, /) -> frozenset[str]:
    """The names of the members that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def is_protocol(tp: type, /) -> bool:
    """Whether a type is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        annotations = ns.get("__annotations__", {})
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        defaults = []
        for name in annotations:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}"
                )
        made = _make_named_tuple(
            typename, annotations, [ns[name] for name in defaults], ns["__module__"]
        )
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_item)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__") and key not in made._fields:
                setattr(made, key, value)
        if "__qualname__" in ns:
            made.__qualname__ = ns["__qualname__"]
        return made


def _generic_item(cls, args):
    return _GenericAlias(cls, args if isinstance(args, tuple) else (args,))


def _make_named_tuple(name, annotations, defaults, module):
    types_ = {key: _checked(value, f"field {key} annotation must be a type") for key, value in annotations.items()}
    made = collections.namedtuple(name, list(types_), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types_
    return made


def NamedTuple(typename, fields=(), /, **kwargs):
    """A named tuple with the types of its fields."""
    made = _make_named_tuple(typename, dict(fields or kwargs), (), sys._getframemodulename(1))
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(cls, name, (dict,), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        for key, value in ns.get("__annotations__", {}).items():
            value = _checked(value)
            annotations[key] = value
            origin = get_origin(value)
            needed = origin is Required or (total and origin is not NotRequired)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields={}, /, *, total=True):
    """A dict with these keys and types of values."""
    ns = {"__annotations__": dict(fields)}
    module = sys._getframemodulename(1)
    if module is not None:
        ns["__module__"] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)

AnyStr = TypeVar("AnyStr", bytes, str)

Tuple = _TupleAlias(tuple, -1, "Tuple")
Callable = _CallableAlias(collections.abc.Callable, 2, "Callable")
List = _SpecialAlias(list, 1, "List")
Dict = _SpecialAlias(dict, 2, "Dict")
Set = _SpecialAlias(set, 1, "Set")
FrozenSet = _SpecialAlias(frozenset, 1, "FrozenSet")
Type = _SpecialAlias(type, 1, "Type")
DefaultDict = _SpecialAlias(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _SpecialAlias(collections.OrderedDict, 2)
Counter = _SpecialAlias(collections.Counter, 1)
ChainMap = _SpecialAlias(collections.ChainMap, 2)
Deque = _SpecialAlias(collections.deque, 1, "Deque")

for _name, _count in {
    "Awaitable": 1, "Coroutine": 3, "AsyncIterable": 1, "AsyncIterator": 1, "Iterable": 1, "Iterator": 1,
    "Reversible": 1, "Container": 1, "Collection": 1, "MutableSet": 1, "Mapping": 2, "MutableMapping": 2,
    "Sequence": 1, "MutableSequence": 1, "MappingView": 1, "KeysView": 1, "ItemsView": 2, "ValuesView": 1,
    "Generator": 3, "AsyncGenerator": 2,
}.items():
    if hasattr(collections.abc, _name):
        globals()[_name] = _SpecialAlias(getattr(collections.abc, _name), _count, _name)
if hasattr(collections.abc, "Set"):
    AbstractSet = _SpecialAlias(collections.abc.Set, 1, "AbstractSet")
for _name in ("Hashable", "Sized"):
    if hasattr(collections.abc, _name):
        globals()[_name] = getattr(collections.abc, _name)
del _name, _count

Text = str


def _supports(name, method, result):
    def member(self):
        pass

    member.__name__ = member.__qualname__ = method
    made = type(Protocol)(
        name, (Protocol,),
        {method: abstractmethod(member), "__module__": "typing", "__slots__": ()},
    )
    return runtime_checkable(made)


SupportsInt = _supports("SupportsInt", "__int__", int)
SupportsFloat = _supports("SupportsFloat", "__float__", float)
SupportsComplex = _supports("SupportsComplex", "__complex__", complex)
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes)
SupportsIndex = _supports("SupportsIndex", "__index__", int)
SupportsAbs = _supports("SupportsAbs", "__abs__", Any)
SupportsRound = _supports("SupportsRound", "__round__", Any)

__all__ = [
    name for name in dir()
    if not name.startswith("_")
    and name not in {"collections", "functools", "sys", "types", "ABCMeta", "abstractmethod", "GenericAlias", "MethodType", "NoneType", "UnionType"}
]
