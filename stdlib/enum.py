"""Enumerations: classes whose instances are a fixed set of named values."""

import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "CONFORM", "CONTINUOUS", "EJECT", "Enum", "EnumMeta", "EnumType", "Flag", "FlagBoundary", "IntEnum",
    "IntFlag", "KEEP", "NAMED_FLAGS", "ReprEnum", "STRICT", "StrEnum", "UNIQUE", "auto", "global_enum",
    "member", "nonmember", "property", "unique", "verify",
]

Enum = Flag = ReprEnum = None
_builtin_property = property


class nonmember:
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value of the class body a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """A property of members that leaves its name free for a member on the class."""

    member = None
    name = None
    clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _Marker:
    """A default that is no value; its repr is a text."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


_auto_null = _Marker("_auto_null")
_not_given = _Marker("<not given>")


class auto:
    """A value that `_generate_next_value_` chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    pattern = f"_{cls_name}__"
    return len(name) > len(pattern) and name.startswith(pattern) and not name.endswith("__")


def _is_descriptor(obj):
    return any(hasattr(obj, name) for name in ("__get__", "__set__", "__delete__"))


class EnumDict(dict):
    """The namespace of an enumeration's body: it tells members from the rest."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in (
                "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
                "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
                "_add_alias_", "_add_value_alias_", "_use_args_", "_name_", "_value_",
            ):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                function = value.__func__ if isinstance(value, staticmethod) else value
                self._generate_next_value = function
                value = staticmethod(function)
            elif key == "_ignore_":
                names = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = names
                already = set(names) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
                value = names
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (
            _is_descriptor(value) or isinstance(value, type(_is_dunder))
        ):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._filled(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _filled(self, key, value):
        """The value with autos in it replaced."""
        if isinstance(value, auto):
            return self._next(key, value)
        if type(value) is tuple and any(isinstance(item, auto) for item in value):
            return tuple(self._next(key, item) if isinstance(item, auto) else item for item in value)
        return value

    def _next(self, key, item):
        if item.value is _auto_null:
            item.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return item.value

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        for name, value in dict(members, **more).items():
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace._generate_next_value = getattr(first_enum, "_generate_next_value_", None)
            dict.__setitem__(namespace, "_generate_next_value_", staticmethod(namespace._generate_next_value))
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            made = super().__new__(metacls, cls, bases, dict(classdict), **kwds)
            metacls._set_up(made, object, None)
            return made
        members = {name: classdict[name] for name in classdict._member_names}
        ignored = set(classdict._ignore)
        if "mro" in members:
            raise ValueError(f"invalid enum member name(s) {'mro'!r}")
        order = classdict.get("_order_")
        namespace = {
            name: value for name, value in classdict.items()
            if name not in members and name not in ignored and name not in ("_order_", "_ignore_")
        }
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(namespace, member_type, first_enum)
        if save_new:
            namespace["__new_member__"] = new
        # The class itself only looks values up.
        namespace["__new__"] = Enum.__new__
        is_flag = Flag is not None and issubclass(first_enum, Flag)
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        metacls._set_up(made, member_type, new)
        made._use_args_ = use_args
        made._boundary_ = boundary or getattr(first_enum, "_boundary_", None)
        for name, value in members.items():
            metacls._add_member(made, name, value, is_flag)
        metacls._finish(made, namespace, member_type, is_flag, order)
        return made

    @staticmethod
    def _set_up(made, member_type, new):
        made._member_names_ = []
        made._member_map_ = {}
        made._value2member_map_ = {}
        made._hashable_values_ = []
        made._unhashable_values_ = []
        made._member_type_ = member_type

    @staticmethod
    def _add_member(made, name, value, is_flag):
        member_type = made._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        new = made.__dict__.get("__new_member__") or made._new_of_members
        try:
            obj = new(made, *args) if made._use_args_ else new(made)
        except BaseException as error:
            error.add_note("while making an enumeration member")
            error.__notes__.pop()
            raise
        if not hasattr(obj, "_value_"):
            if member_type is object:
                obj._value_ = value
            else:
                try:
                    obj._value_ = member_type(*args)
                except Exception as error:
                    failure = TypeError("_value_ not set in __new__, unable to create it")
                    raise failure from error
        value = obj._value_
        obj._name_ = name
        obj.__objclass__ = made
        obj._sort_order_ = len(made._member_names_)
        obj.__init__(*args)
        known = None
        try:
            known = made._value2member_map_.get(value)
        except TypeError:
            for other in made._member_map_.values():
                if other._value_ == value:
                    known = other
                    break
        if known is not None:
            obj = known
        elif not is_flag or not isinstance(value, int):
            made._member_names_.append(name)
        elif value & (value - 1) == 0 and value > 0:
            made._member_names_.append(name)
        made._member_map_[name] = obj
        if known is None:
            try:
                made._value2member_map_[value] = obj
                made._hashable_values_.append(value)
            except TypeError:
                made._unhashable_values_.append(value)
        for base in made.__mro__[1:]:
            descriptor = base.__dict__.get(name)
            if isinstance(descriptor, property):
                redirect = property(descriptor.fget, descriptor.fset, descriptor.fdel)
                redirect.member = obj
                redirect.__set_name__(made, name)
                type.__setattr__(made, name, redirect)
                return
        type.__setattr__(made, name, obj)

    @staticmethod
    def _finish(made, namespace, member_type, is_flag, order):
        defined = set(namespace)
        first_enum = made.__bases__[-1]
        if ReprEnum is not None and ReprEnum in made.__bases__:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in defined:
                type.__setattr__(made, "__format__", member_type.__format__)
            if "__str__" not in defined:
                show = member_type.__str__
                type.__setattr__(made, "__str__", member_type.__repr__ if show is object.__str__ else show)
            defined |= {"__format__", "__str__"}
        # What a mixed-in type defines gives way to what enumerations define.
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in defined:
                found = getattr(made, name)
                if found is getattr(member_type, name) or found is getattr(object, name):
                    type.__setattr__(made, name, getattr(first_enum, name))
        if is_flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in defined:
                    type.__setattr__(made, name, getattr(Flag, name))
        if is_flag:
            single = multi = 0
            for each in made._member_map_.values():
                value = each._value_
                if isinstance(value, int):
                    if value > 0 and value & (value - 1) == 0:
                        single |= value
                    elif value > 0:
                        multi |= value
            made._flag_mask_ = single | multi
            made._singles_mask_ = single
            made._all_bits_ = 2 ** (made._flag_mask_.bit_length()) - 1
            made._inverted_ = None
            names = sorted(made._member_names_, key=lambda name: made._member_map_[name]._value_)
            if names != made._member_names_:
                made._iter_member_ = made._iter_member_by_def_
            if made._boundary_ is not KEEP and made.__name__ not in ("Flag", "IntFlag"):
                missing = sorted(
                    bit for each in made._member_map_.values()
                    if isinstance(each._value_, int) and each._value_ > 0
                    for bit in _bits(each._value_) if not bit & single
                )
                if missing and made._boundary_ is STRICT and multi & ~single:
                    pass
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            wanted = [name for name in wanted if name in made._member_names_ or name not in made._member_map_]
            if wanted != made._member_names_:
                raise TypeError(
                    f"member order does not match _order_:\n  {made._member_names_!r}\n  {wanted!r}"
                )

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        found = {}
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found[base._member_type_] = None
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found[candidate or base] = None
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return (next(iter(found)) if found else object), first_enum

    @classmethod
    def _find_new_(mcls, namespace, member_type, first_enum):
        own = namespace.get("__new__")
        save_new = first_enum is not None and own is not None
        if own is not None:
            namespace["_new_of_members"] = own
            return own, save_new, True
        inherited = getattr(first_enum, "__new_member__", None)
        for candidate in (inherited, getattr(member_type, "__new__", None)):
            if candidate not in (None, None.__new__, object.__new__, Enum.__new__):
                namespace["_new_of_members"] = candidate
                return candidate, save_new, True
        namespace["_new_of_members"] = object.__new__
        return object.__new__, save_new, False

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            return cls.__new__(cls, value)
        return cls._create_(
            value, None if names is _not_given else names, module=module, qualname=qualname,
            type=type, start=start, boundary=boundary,
        )

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names = names, []
            values = []
            for count, name in enumerate(original):
                value = namespace._generate_next_value(name, start, count, values[:])
                values.append(value)
                names.append((name, value))
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = sys._getframemodulename(2)
        if module is not None:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = ["__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"] + cls._member_names_
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)).union(names))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """Derive from this class to define an enumeration."""

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return "(*values)"
        return "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        result = problem = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
        try:
            if isinstance(result, cls) or (
                Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int)
            ):
                return result
            failure = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if result is None and problem is None:
                raise failure
            if problem is None:
                problem = TypeError(
                    f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
                )
            if not isinstance(problem, ValueError):
                problem.__context__ = failure
            raise problem
        finally:
            problem = failure = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = max(last_values)
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        self.__class__._value2member_map_.setdefault(value, self)

    def __repr__(self):
        show = self.__class__._member_type_.__repr__
        shown = repr(self._value_) if show is object.__repr__ else show(self._value_)
        return f"<{self.__class__.__name__}.{self._name_}: {shown}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.__mro__:
            names.update(name for name in cls.__dict__ if name[0] != "_" and name not in self._member_map_)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only `repr` is that of an enumeration; `str` and `format` are those of the mixed-in type."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints too."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        each = str.__new__(cls, value)
        each._value_ = value
        return each

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    """The single bits of a number, lowest first."""
    while value:
        bit = value & -value
        yield bit
        value ^= bit


class Flag(Enum):
    """An enumeration of bits that can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            each = cls._value2member_map_.get(bit)
            if each is not None:
                yield each

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, single, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                given = format(value, f"#0{bits + 3}b") if value >= 0 else _negative_bits(value, bits)
                allowed = format(mask, f"#0{bits + 3}b")
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given 0b{given[2:] if value < 0 else '0 ' + given[3:].zfill(bits)}"
                    f"\n  allowed 0b0 {allowed[3:].zfill(bits)}"
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = (every + 1 + value) & every
            if cls._boundary_ is not KEEP:
                value &= mask
        unknown = value & ~mask
        known = list(cls._iter_member_(value & mask))
        result = cls._value2member_map_.get(value)
        if result is not None:
            return result
        if cls._member_type_ is object:
            result = object.__new__(cls)
        else:
            result = cls._member_type_.__new__(cls, value)
        if not hasattr(result, "_value_"):
            result._value_ = value
        if known:
            result._name_ = "|".join(each._name_ for each in known)
            covered = 0
            for each in known:
                covered |= each._value_
            rest = value & ~covered
            if rest:
                result._name_ += f"|{cls._numeric_repr_(rest)}"
        else:
            result._name_ = None if not unknown else None
        cls._value2member_map_.setdefault(value, result)
        return result

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__.__name__
        show = self.__class__._member_type_.__repr__
        shown = repr(self._value_) if show is object.__repr__ else show(self._value_)
        if self._name_ is None:
            return f"<{cls}: {shown}>"
        return f"<{cls}.{self._name_}: {shown}>"

    def __str__(self):
        cls = self.__class__.__name__
        if self._name_ is None:
            return f"{cls}({self._value_!r})"
        return f"{cls}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _value_of(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._value_of(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._value_of(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._value_of(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_) if self._name_ is None else hash(self._name_)


def _negative_bits(value, bits):
    return "0b1 " + format((1 << bits) + value, f"0{bits}b")


Flag._boundary_ = STRICT
Flag._flag_mask_ = Flag._singles_mask_ = Flag._all_bits_ = 0


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """An enumeration of bits whose members are ints too."""


def unique(enumeration):
    """Refuses two names for one value."""
    duplicates = [
        (name, each._name_) for name, each in enumeration.__members__.items() if name != each._name_
    ]
    if duplicates:
        shown = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                found = [
                    (name, each.name) for name, each in enumeration.__members__.items() if name != each.name
                ]
                if found:
                    shown = ", ".join(f"{alias} -> {name}" for alias, name in found)
                    raise ValueError(f"aliases found in {enumeration!r}: {shown}")
            elif check is CONTINUOUS:
                values = {each.value for each in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    missing = [1 << i for i in range(low.bit_length() - 1, high.bit_length()) if 1 << i not in values]
                else:
                    missing = [i for i in range(low, high + 1) if i not in values]
                if missing:
                    shown = ", ".join(map(str, missing))
                    raise ValueError(f"invalid {'flag' if issubclass(enumeration, Flag) else 'enum'} {enumeration.__name__!r}: missing values {shown}")
            elif check is NAMED_FLAGS:
                names, bits = [], 0
                for name, each in enumeration.__members__.items():
                    rest = each.value & ~enumeration._singles_mask_
                    if each.value >= 0 and rest:
                        names.append(name)
                        bits |= rest
                if names:
                    which = f"alias {names[0]} is" if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are"
                    amount = f"value {bits:#x}" if bits.bit_count() == 1 else f"combined values of {bits:#x}"
                    raise ValueError(
                        f"invalid Flag {enumeration.__name__!r}: {which} missing {amount} [use enum.show_flag_values(value) for details]"
                    )
        return enumeration


def show_flag_values(value):
    """The single bits of a value."""
    return list(_bits(value))


def global_enum_repr(self):
    """`module.NAME`"""
    return f"{_module_name(self)}.{self._name_}"


def global_flag_repr(self):
    """`module.NAME` for each member that the flag is made of."""
    module = _module_name(self)
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    keeps = self._boundary_ is FlagBoundary.KEEP
    return "|".join(
        name if keeps and name[0].isdigit() else f"{module}.{name}"
        for name in self._name_.split("|")
    )


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def _module_name(member):
    return member.__class__.__module__.split(".")[-1]


def global_enum(cls, update_str=False):
    """Puts the members into the module's namespace, and has them shown as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
