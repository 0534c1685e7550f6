"""Classes that are made of their annotated fields."""

import abc
import copy as _copy
import sys
import types

__all__ = [
    "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "Field", "asdict", "astuple", "dataclass",
    "field", "fields", "is_dataclass", "make_dataclass", "replace",
]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to be changed."""


class _Default:
    def __repr__(self):
        return "<factory>"


_HAS_FACTORY = _Default()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    """Annotates a parameter of `__init__` that is no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


_FIELD, _CLASSVAR, _INITVAR = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"


class Field:
    """What is known of a field."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
        "metadata", "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        shown = ",".join(
            f"{name}={getattr(self, name)!r}"
            for name in (
                "name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                "metadata", "kw_only", "_field_type",
            )
        )
        return f"Field({shown})"

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"_DataclassParams({shown})"


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING,
):
    """Says more about a field than its annotation does."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _annotation_is(annotation, names):
    text = annotation.strip()
    for name in names:
        for form in (name, "typing." + name, "dataclasses." + name):
            if text == form or text.startswith(form + "["):
                return True
    return False


def _is_classvar(annotation):
    if isinstance(annotation, str):
        return _annotation_is(annotation, ("ClassVar",))
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    special = typing.ClassVar
    return annotation is special or getattr(annotation, "__origin__", None) is special


def _is_initvar(annotation):
    if isinstance(annotation, str):
        return _annotation_is(annotation, ("InitVar",))
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    if isinstance(annotation, str):
        return _annotation_is(annotation, ("KW_ONLY",))
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_classvar(annotation):
        f._field_type = _CLASSVAR
    elif _is_initvar(annotation):
        f._field_type = _INITVAR
    if f._field_type in (_CLASSVAR, _INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory"
        )
    return f


def _recursive_repr(function):
    running = set()

    def wrapper(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)

    wrapper.__wrapped__ = function
    wrapper.__name__ = function.__name__
    wrapper.__qualname__ = function.__qualname__
    wrapper.__module__ = function.__module__
    return wrapper


def _make_function(cls, name, parameters, body, names):
    """A function of the source that its parameters and body make."""
    inner = "\n".join("  " + line for line in body) or "  pass"
    outer = ", ".join(names)
    source = f"def __create_fn__({outer}):\n def {name}({', '.join(parameters)}):\n{_indent(inner)}\n return {name}"
    namespace = {}
    module = sys.modules.get(cls.__module__)
    exec(source, {} if module is None else module.__dict__, namespace)
    function = namespace["__create_fn__"](**names)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _indent(text):
    return "\n".join(" " + line for line in text.split("\n"))


def _init_function(cls, all_fields, frozen, has_post_init, self_name):
    names = {"_MISSING": MISSING, "_HAS_FACTORY": _HAS_FACTORY, "_object_setattr": object.__setattr__}
    ordinary = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    seen = None
    for f in ordinary:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen = f
        elif seen:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {seen.name!r}")
    body = []

    def parameter(f):
        if f.default is MISSING and f.default_factory is MISSING:
            return f"{f.name}"
        if f.default is not MISSING:
            return f"{f.name}=_dflt_{f.name}"
        return f"{f.name}=_HAS_FACTORY"

    def assign(name, value):
        if frozen:
            return f"_object_setattr({self_name},{name!r},{value})"
        return f"{self_name}.{name}={value}"

    for f in all_fields:
        if f.default is not MISSING:
            names[f"_dflt_{f.name}"] = f.default
        if f.default_factory is not MISSING:
            names[f"_dflt_{f.name}"] = f.default_factory
        if f._field_type is _INITVAR:
            continue
        if f.default_factory is not MISSING:
            made = f"_dflt_{f.name}()"
            if f.init:
                made = f"{made} if {f.name} is _HAS_FACTORY else {f.name}"
            body.append(assign(f.name, made))
        elif f.init:
            body.append(assign(f.name, f.name))
        elif getattr(cls, _PARAMS).slots and f.default is not MISSING:
            body.append(assign(f.name, f"_dflt_{f.name}"))
    if has_post_init:
        given = ",".join(f.name for f in all_fields if f._field_type is _INITVAR)
        body.append(f"{self_name}.{_POST_INIT}({given})")
    parameters = [self_name] + [parameter(f) for f in ordinary]
    if keyword:
        parameters += ["*"] + [parameter(f) for f in keyword]
    function = _make_function(cls, "__init__", parameters, body, names)
    annotations = {f.name: f.type for f in ordinary + keyword}
    annotations["return"] = None
    function.__annotations__ = annotations
    return function


def _tuple_of(name, wanted):
    if not wanted:
        return "()"
    return f"({','.join(f'{name}.{f.name}' for f in wanted)},)"


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash, wanted):
    def add():
        names = _tuple_of("self", wanted)
        cls.__hash__ = _make_function(cls, "__hash__", ["self"], [f"return hash({names})"], {})

    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        add()
    elif eq and frozen:
        if not has_explicit_hash:
            add()
    elif eq and not has_explicit_hash:
        cls.__hash__ = None


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    all_fields = {}
    # What is no class is refused here.
    cls.__module__
    setattr(
        cls, _PARAMS,
        _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot),
    )
    any_frozen_base = has_bases = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_bases = True
            all_fields.update(base_fields)
            is_frozen = getattr(base, _PARAMS).frozen
            all_frozen = is_frozen if all_frozen is None else all_frozen and is_frozen
            any_frozen_base = any_frozen_base or is_frozen
    own = []
    kw_seen = False
    keyword_default = kw_only
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation):
            if kw_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_seen = True
            keyword_default = True
            continue
        own.append(_get_field(cls, name, annotation, keyword_default))
    for f in own:
        all_fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, all_fields)
    explicit = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (
        explicit is MISSING or (explicit is None and "__eq__" in cls.__dict__)
    )
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    ordinary = [f for f in all_fields.values() if f._field_type is _FIELD]
    for_init = [f for f in all_fields.values() if f._field_type in (_FIELD, _INITVAR)]
    if init:
        self_name = "__dataclass_self__" if "self" in all_fields else "self"
        _set_new(cls, "__init__", _init_function(cls, for_init, frozen, hasattr(cls, _POST_INIT), self_name))
    _set_new(cls, "__replace__", _replace)
    if repr:
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in ordinary if f.repr)
        line = f'return f"{{self.__class__.__qualname__}}({shown})"'
        _set_new(cls, "__repr__", _recursive_repr(_make_function(cls, "__repr__", ["self"], [line], {})))
    compared = [f for f in ordinary if f.compare]
    if eq:
        terms = [f"self.{f.name}==other.{f.name}" for f in compared]
        body = [
            "if self is other:", " return True",
            "if other.__class__ is self.__class__:", f" return {' and '.join(terms) or 'True'}",
            "return NotImplemented",
        ]
        _set_new(cls, "__eq__", _make_function(cls, "__eq__", ["self", "other"], body, {}))
    if order:
        left, right = _tuple_of("self", compared), _tuple_of("other", compared)
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            body = [
                "if other.__class__ is self.__class__:", f" return {left}{sign}{right}", "return NotImplemented",
            ]
            if _set_new(cls, name, _make_function(cls, name, ["self", "other"], body, {})):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__} "
                    "Consider using functools.total_ordering"
                )
    if frozen:
        names = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
        own_names = ", ".join(f"{f.name!r}" for f in ordinary)
        test = f"type(self) is cls or name in {{{own_names}}}" if own_names else "type(self) is cls"
        for name, parameters, verb in (
            ("__setattr__", ["self", "name", "value"], "assign to"),
            ("__delattr__", ["self", "name"], "delete"),
        ):
            passed = ", ".join(parameters[1:])
            body = [
                f"if {test}:",
                f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                f"super(cls, self).{name}({passed})",
            ]
            if _set_new(cls, name, _make_function(cls, name, parameters, body, names)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
    hashed = [f for f in ordinary if (f.compare if f.hash is None else f.hash)]
    _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash, hashed)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(for_init)
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in for_init if f.init and not f.kw_only))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, ordinary)
    abc.update_abstractmethods(cls)
    return cls


def _shown_type(annotation):
    if isinstance(annotation, type) and annotation.__module__ == "builtins":
        return annotation.__qualname__
    if isinstance(annotation, str):
        return repr(annotation)
    return getattr(annotation, "__qualname__", None) or repr(annotation)


def _signature_text(wanted):
    shown = []
    star = False
    for f in sorted((f for f in wanted if f.init), key=lambda f: bool(f.kw_only)):
        if f.kw_only and not star:
            star = True
            shown.append("*")
        text = f"{f.name}: {_shown_type(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        shown.append(text)
    return f"({', '.join(shown)})"


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return ()
    return (slots,) if isinstance(slots, str) else tuple(slots)


def _add_slots(cls, is_frozen, weakref_slot, ordinary):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    names = tuple(f.name for f in ordinary)
    wanted = names + ("__weakref__",) if weakref_slot else names
    namespace["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _get_state
        if "__setstate__" not in namespace:
            made.__setstate__ = _set_state
    # Functions that speak of `__class__` or `super()` mean the new class.
    for value in namespace.values():
        function = getattr(value, "__func__", None) or getattr(value, "fget", None) or value
        function = getattr(function, "__wrapped__", function)
        if isinstance(function, types.FunctionType) and "__class__" in function.__code__.co_freevars:
            cell = function.__closure__[function.__code__.co_freevars.index("__class__")]
            if cell.cell_contents is cls:
                cell.cell_contents = made
                break
    return made


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    """Adds the methods that the annotated fields of a class ask for."""

    def wrap(cls):
        return _process(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
        )

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass."""
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in known.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether this is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, those of fields that are dataclasses too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda pairs: dict_factory(pairs), True)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, those of fields that are dataclasses too."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda values: tuple_factory(values), False)


def _convert(obj, make, named):
    if _is_instance(obj):
        if named:
            return make([(f.name, _convert(getattr(obj, f.name), make, named)) for f in fields(obj)])
        return make([_convert(getattr(obj, f.name), make, named) for f in fields(obj)])
    kind = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_convert(item, make, named) for item in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_convert(item, make, named) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_convert(k, make, named), _convert(v, make, named)) for k, v in obj.items()]
        if hasattr(kind, "default_factory"):
            result = kind(getattr(obj, "default_factory"))
            for key, value in pairs:
                result[key] = value
            return result
        return kind(pairs)
    return _copy.deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
    unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
    weakref_slot=False, module=None,
):
    """Makes a dataclass of a list of names, (name, type) and (name, type, default)."""
    namespace = {} if namespace is None else namespace
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, default = item
            defaults[name] = default
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        import keyword

        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation

    def fill(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        try:
            module = sys._getframemodulename(1) or "__main__"
        except AttributeError:
            module = "__main__"
    cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
