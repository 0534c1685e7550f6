"""Abstract base classes: classes that others count as subclasses of without deriving from them."""

from _abc import collection_flags as _collection_flags
from _abc import set_collection_flags as _set_collection_flags

_invalidations = 0


def get_cache_token():
    """A number that changes whenever a class is registered anywhere."""
    return _invalidations


def abstractmethod(funcobj):
    """Marks a method that subclasses have to define before they can be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract class method; `@classmethod` above `@abstractmethod` says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract static method; `@staticmethod` above `@abstractmethod` says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property; `@property` above `@abstractmethod` says the same."""

    __isabstractmethod__ = True


def _abstract_names(cls):
    names = set()
    for name, value in list(cls.__dict__.items()):
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def _mark_collection(cls, flags):
    """Lets patterns take instances for sequences or mappings, those of subclasses too."""
    if _set_collection_flags(cls, flags):
        for subclass in type.__subclasses__(cls):
            _mark_collection(subclass, flags)


class _Register:
    """What an abstract class knows: registered classes, and answers it has given."""

    __slots__ = ("classes", "yes", "no", "no_since")

    def __init__(self):
        self.classes = []
        self.yes = set()
        self.no = set()
        self.no_since = _invalidations


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_impl = _Register()
        flags = cls.__dict__.get("__abc_tpflags__")
        if isinstance(flags, int):
            _mark_collection(cls, flags)
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        """Makes `subclass` count as a subclass of this class; returns it."""
        global _invalidations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.classes.append(subclass)
        _invalidations += 1
        flags = _collection_flags(cls)
        if flags:
            _mark_collection(subclass, flags)
        return subclass

    def __instancecheck__(cls, instance):
        """Whether `instance` counts as one of this class."""
        subclass = instance.__class__
        known = cls._abc_impl
        if subclass in known.yes:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """Whether `subclass` counts as a subclass of this class."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if subclass in known.yes:
            return True
        if known.no_since != _invalidations:
            known.no.clear()
            known.no_since = _invalidations
        elif subclass in known.no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (
                cls in getattr(subclass, "__mro__", ())
                or any(issubclass(subclass, other) for other in list(known.classes))
                or any(issubclass(subclass, other) for other in cls.__subclasses__())
            )
        elif answer is not True and answer is not False:
            raise AssertionError(
                "__subclasshook__ must return either False, True, or NotImplemented"
            )
        (known.yes if answer else known.no).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {set(cls._abc_impl.classes)!r}", file=file)


class ABC(metaclass=ABCMeta):
    """A base for abstract base classes: its metaclass is ABCMeta."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Looks for abstract methods again, after methods were added to a class."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls
