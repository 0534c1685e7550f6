"""Numbers and characters that processes share.

The types are those of C, by their letters ('i', 'd', 'c', ...). A value of them behaves as one of `ctypes` does, a module
that does not exist here: integers are cut to the type's size.
"""

from multiprocessing import context
from multiprocessing._memory import Memory
from multiprocessing.synchronize import RLock

__all__ = ["Array", "RawArray", "RawValue", "Value", "synchronized"]


class _Type:
    """A type of C: numbers."""

    def __init__(self, code, name, size):
        self.code = code
        self.name = name
        self.size = size

    def load(self, block, offset):
        """The value at a place."""
        return block.get(offset, self.code)

    def store(self, block, offset, value):
        """Writes a value; TypeError if it is none of this type."""
        block.set(offset, self.code, value)


class _Char(_Type):
    def load(self, block, offset):
        return block.read(offset, 1)

    def store(self, block, offset, value):
        if isinstance(value, int) and 0 <= value < 256:
            value = bytes((value,))
        elif not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        block.write(offset, value)


class _WideChar(_Type):
    def load(self, block, offset):
        return chr(block.get(offset, "I"))

    def store(self, block, offset, value):
        if not isinstance(value, str):
            raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        block.set(offset, "I", ord(value))


# By their letters.
_TYPES = {kind.code: kind for kind in (
    _Char("c", "c_char", 1), _WideChar("u", "c_wchar", 4),
    _Type("b", "c_byte", 1), _Type("B", "c_ubyte", 1), _Type("h", "c_short", 2), _Type("H", "c_ushort", 2),
    _Type("i", "c_int", 4), _Type("I", "c_uint", 4), _Type("l", "c_long", 8), _Type("L", "c_ulong", 8),
    _Type("q", "c_long", 8), _Type("Q", "c_ulong", 8), _Type("f", "c_float", 4), _Type("d", "c_double", 8),
)}


def _type(code):
    try:
        return _TYPES[code]
    except (KeyError, TypeError):
        raise TypeError("this type has no size") from None


class _RawValue:
    """A value, without a lock."""

    def __init__(self, kind, *args):
        if len(args) > 1:
            raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
        self._kind = kind
        self._memory = Memory(kind.size)
        if args:
            self.value = args[0]

    def __getstate__(self):
        context.assert_spawning(self)
        return self._kind.code, self._memory

    def __setstate__(self, state):
        code, self._memory = state
        self._kind = _type(code)

    @property
    def value(self):
        """What it is now."""
        return self._kind.load(self._memory.block, 0)

    @value.setter
    def value(self, value):
        self._kind.store(self._memory.block, 0, value)

    def __repr__(self):
        return f"{self._kind.name}({self.value!r})"


class _RawArray:
    """Values in a row, without a lock."""

    def __init__(self, kind, length):
        self._kind = kind
        self._length = length
        self._memory = Memory(kind.size * length)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._kind.code, self._length, self._memory

    def __setstate__(self, state):
        code, self._length, self._memory = state
        self._kind = _type(code)

    def __len__(self):
        return self._length

    def __repr__(self):
        name = f"{self._kind.name}_Array_{self._length}"
        return f"<multiprocessing.sharedctypes.{name} object at {id(self):#x}>"

    def _offset(self, index):
        try:
            index = index.__index__()
        except AttributeError:
            raise TypeError("indices must be integer") from None
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("invalid index")
        return index * self._kind.size

    def _joined(self, values):
        if self._kind.code == "c":
            return b"".join(values)
        return "".join(values) if self._kind.code == "u" else values

    def __getitem__(self, index):
        kind, block = self._kind, self._memory.block
        if isinstance(index, slice):
            places = range(self._length)[index]
            return self._joined([kind.load(block, place * kind.size) for place in places])
        return kind.load(block, self._offset(index))

    def __setitem__(self, index, value):
        kind, block = self._kind, self._memory.block
        if not isinstance(index, slice):
            kind.store(block, self._offset(index), value)
            return
        places = range(self._length)[index]
        if len(places) != len(value):
            raise ValueError("Can only assign sequence of same size")
        for place, each in zip(places, value):
            kind.store(block, place * kind.size, each)

    def __iter__(self):
        return (self[i] for i in range(self._length))


class _RawChars(_RawArray):
    """Characters in a row: also text that ends with a zero."""

    @property
    def raw(self):
        """All of the bytes."""
        return self._memory.block.read(0, self._length)

    @raw.setter
    def raw(self, data):
        with memoryview(data) as view:
            if view.nbytes > self._length:
                raise ValueError("byte string too long")
            self._memory.block.write(0, view)

    @property
    def value(self):
        """The bytes before the first zero."""
        return self.raw.partition(b"\0")[0]

    @value.setter
    def value(self, data):
        if not isinstance(data, bytes):
            raise TypeError(f"bytes expected instead of {type(data).__name__} instance")
        if len(data) > self._length:
            raise ValueError("byte string too long")
        self._memory.block.write(0, data + b"\0" if len(data) < self._length else data)


class _RawWideChars(_RawArray):
    """Wide characters in a row: also text that ends with a zero."""

    @property
    def value(self):
        """The characters before the first zero."""
        return self[:].partition("\0")[0]

    @value.setter
    def value(self, text):
        if not isinstance(text, str):
            raise TypeError(f"unicode string expected instead of {type(text).__name__} instance")
        if len(text) > self._length:
            raise ValueError("string too long")
        self[:len(text)] = text
        if len(text) < self._length:
            self[len(text)] = "\0"


_ARRAYS = {"c": _RawChars, "u": _RawWideChars}


def RawValue(typecode_or_type, *args):
    """A number or character that processes share."""
    return _RawValue(_type(typecode_or_type), *args)


def RawArray(typecode_or_type, size_or_initializer):
    """Numbers or characters that processes share: so many zeros, or these."""
    kind = _type(typecode_or_type)
    make = _ARRAYS.get(kind.code, _RawArray)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError(f"Array length must be >= 0, not {size_or_initializer}")
        return make(kind, size_or_initializer)
    array = make(kind, len(size_or_initializer))
    array[:] = size_or_initializer
    return array


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number or character that processes share, with a lock: a new one, this one, or none if it is False."""
    return _with_lock(RawValue(typecode_or_type, *args), lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Numbers or characters that processes share, with a lock: a new one, this one, or none if it is False."""
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock)


def _with_lock(obj, lock):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock)


def synchronized(obj, lock=None, ctx=None):
    """The shared object with a lock, which each access takes."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if isinstance(obj, _RawValue):
        return Synchronized(obj, lock)
    if isinstance(obj, _RawChars):
        return SynchronizedString(obj, lock)
    return SynchronizedArray(obj, lock)


class SynchronizedBase:
    """A shared object with a lock."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = RLock() if lock is None else lock
        self._make()

    def _make(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._obj, self._lock

    def __setstate__(self, state):
        self._obj, self._lock = state
        self._make()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        """The object without the lock."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


def _guarded(name):
    """An attribute of the object, which is used with the lock held."""
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def set(self, value):
        with self._lock:
            setattr(self._obj, name, value)

    return property(get, set)


class Synchronized(SynchronizedBase):
    """A value with a lock."""

    value = _guarded("value")


class SynchronizedArray(SynchronizedBase):
    """An array with a lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self._lock:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self._lock:
            self._obj[index] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]

    def __setslice__(self, start, stop, values):
        with self._lock:
            self._obj[start:stop] = values


class SynchronizedString(SynchronizedArray):
    """Characters with a lock."""

    value = _guarded("value")
    raw = _guarded("raw")
