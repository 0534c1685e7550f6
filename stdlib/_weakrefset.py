"""Where `WeakSet` has its home in CPython."""

from weakref import WeakSet

__all__ = ["WeakSet"]
