"""Weak references: to objects that may die while they are referred to."""

# Dead entries of the containers below are removed by the callbacks of their references. A callback can come at any moment, also in the middle of an
# iteration; then the removal waits until no iteration is under way.

import itertools
from _collections_abc import MutableMapping, MutableSet, Set
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, ref
from _weakref import _make_proxy

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    """A stand-in for an object that does not keep it alive."""
    return _make_proxy(CallableProxyType if callable(object) else ProxyType, object, callback)


class WeakMethod(ref):
    """A weak reference to a bound method: alive as long as its object and its function are."""

    __slots__ = ("_function", "_kind", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            self = own()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, gone)
        own = ref(self)
        self._function = ref(function, gone)
        self._kind = type(meth)
        self._alive = True
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


class _Iterating:
    """While any of these is open, the container keeps its dead entries."""

    def __init__(self, container):
        self._container = ref(container)

    def __enter__(self):
        container = self._container()
        if container is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, *exception):
        container = self._container()
        if container is not None:
            container._iterating.discard(self)
            if not container._iterating:
                container._commit_removals()


class KeyedRef(ref):
    """A weak reference that knows the key it is stored under."""

    __slots__ = ("key",)

    def __new__(cls, object, callback, key):
        self = ref.__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        super().__init__(object, callback)


_missing = object()


class WeakValueDictionary(MutableMapping):
    """A mapping whose entries disappear when nothing else refers to their values."""

    def __init__(self, other=(), /, **kw):
        def remove(dead, own=ref(self)):
            self = own()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(dead)
                elif self.data.get(dead.key) is dead:
                    del self.data[dead.key]

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self):
        pending, data = self._pending_removals, self.data
        # Another thread may empty the list between a look at it and the pop.
        while True:
            try:
                dead = pending.pop()
            except IndexError:
                return
            if data.get(dead.key) is dead:
                del data[dead.key]

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __len__(self):
        self._settle()
        return len(self.data)

    def __contains__(self, key):
        self._settle()
        found = self.data.get(key)
        return found is not None and found() is not None

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __iter__(self):
        self._settle()
        with _Iterating(self):
            for key, found in self.data.items():
                if found() is not None:
                    yield key

    keys = __iter__

    def items(self):
        self._settle()
        with _Iterating(self):
            for key, found in self.data.items():
                value = found()
                if value is not None:
                    yield key, value

    def values(self):
        self._settle()
        with _Iterating(self):
            for found in self.data.values():
                value = found()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        """The references in it, some of which may be dead."""
        self._settle()
        with _Iterating(self):
            yield from self.data.values()

    def valuerefs(self):
        """A list of the references in it, some of which may be dead."""
        self._settle()
        return list(self.data.values())

    def get(self, key, default=None):
        self._settle()
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def pop(self, key, *args):
        self._settle()
        found = self.data.pop(key, None)
        value = None if found is None else found()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        self._settle()
        while True:
            key, found = self.data.popitem()
            value = found()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=None, /, **kwargs):
        self._settle()
        if other is not None:
            pairs = other.items() if hasattr(other, "items") else dict(other).items()
            for key, value in pairs:
                self.data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new


class WeakKeyDictionary(MutableMapping):
    """A mapping whose entries disappear when nothing else refers to their keys."""

    def __init__(self, dict=None):
        def remove(dead, own=ref(self)):
            self = own()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(dead)
                else:
                    self.data.pop(dead, None)

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        # Whether a pending removal may be of a key that is gone already.
        self._dirty_len = False
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        while True:
            try:
                dead = self._pending_removals.pop()
            except IndexError:
                return
            self.data.pop(dead, None)

    def _scrub_removals(self):
        self._pending_removals = [key for key in self._pending_removals if key in self.data]
        self._dirty_len = False

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, key):
        try:
            found = ref(key)
        except TypeError:
            return False
        return found in self.data

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __iter__(self):
        with _Iterating(self):
            for found in self.data:
                key = found()
                if key is not None:
                    yield key

    keys = __iter__

    def items(self):
        with _Iterating(self):
            for found, value in self.data.items():
                key = found()
                if key is not None:
                    yield key, value

    def values(self):
        with _Iterating(self):
            for found, value in self.data.items():
                if found() is not None:
                    yield value

    def keyrefs(self):
        """A list of the references in it, some of which may be dead."""
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def popitem(self):
        self._dirty_len = True
        while True:
            found, value = self.data.popitem()
            key = found()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            pairs = dict.items() if hasattr(dict, "items") else {}.__class__(dict).items()
            for key, value in pairs:
                self.data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new


class WeakSet(MutableSet):
    """A set whose elements disappear when nothing else refers to them."""

    def __init__(self, data=None):
        def remove(dead, own=ref(self)):
            self = own()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(dead)
                else:
                    self.data.discard(dead)

        self.data = set()
        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        while True:
            try:
                dead = self._pending_removals.pop()
            except IndexError:
                return
            self.data.discard(dead)

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __iter__(self):
        with _Iterating(self):
            for found in self.data:
                item = found()
                if item is not None:
                    yield item

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            found = ref(item)
        except TypeError:
            return False
        return found in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def add(self, item):
        self._settle()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._settle()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        self._settle()
        while True:
            try:
                found = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = found()
            if item is not None:
                return item

    def remove(self, item):
        self._settle()
        self.data.remove(ref(item))

    def discard(self, item):
        self._settle()
        self.data.discard(ref(item))

    def update(self, other):
        self._settle()
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self._settle()
        self.data.intersection_update([ref(item) for item in other])
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])
        return self

    def union(self, other):
        return self.__class__(item for items in (self, other) for item in items)

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Calls a function when an object dies, or else when the program ends."""

    __slots__ = ()

    _registry = {}
    _shutdown = False
    _count = itertools.count()
    _registered_with_atexit = False
    # Whether one was made since the calls at the end were put in order.
    _dirty = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            import atexit

            atexit.register(finalize._run_all)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._count)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """Lets the call not happen; gives (object, function, args, kwargs), None if it has happened."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        """(object, function, args, kwargs) of the call to come, None if it has happened."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        """Whether the call is still to come."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether the call is made when the program ends, too."""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__qualname__!r} at {id(obj):#x}>"

    @classmethod
    def _run_all(cls):
        """Calls what is left, newest first; what dies meanwhile calls nothing."""
        pending = []
        finalize._dirty = True
        try:
            while True:
                if finalize._dirty:
                    finalize._dirty = False
                    pending = [(info.index, f) for f, info in list(cls._registry.items()) if info.atexit]
                    pending.sort(key=lambda pair: pair[0])
                if not pending:
                    break
                try:
                    pending.pop()[1]()
                except Exception:
                    import sys

                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
