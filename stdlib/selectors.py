"""Waiting for many descriptors, with data of the program's own beside each."""

import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ = 1
EVENT_WRITE = 2


def _number(fileobj):
    """The descriptor of a file object, or the descriptor itself."""
    if isinstance(fileobj, int):
        number = fileobj
    else:
        try:
            number = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if number < 0:
        raise ValueError(f"Invalid file descriptor: {number}")
    return number


SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
SelectorKey.__doc__ = "A registered file object: itself, its descriptor, what is waited for, and the program's data."


class _Registered(Mapping):
    """The keys of a selector by file object."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def get(self, fileobj, default=None):
        return self._selector._keys.get(self._selector._lookup(fileobj), default)

    def __getitem__(self, fileobj):
        key = self.get(fileobj)
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector(metaclass=ABCMeta):
    """What all selectors can do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Adds a file object. Returns its key."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Takes a file object out. Returns its key."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Changes what is waited for, and the data."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Waits until some are ready, or so many seconds have passed: a list of (key, what is ready)."""
        raise NotImplementedError

    def close(self):
        """Gives everything up."""

    def get_key(self, fileobj):
        """The key of a registered file object."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        """The keys by file object."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Selector(BaseSelector):
    """A selector that keeps its keys by descriptor."""

    def __init__(self):
        self._keys = {}
        self._map = _Registered(self)

    def _lookup(self, fileobj):
        try:
            return _number(fileobj)
        except ValueError:
            # It may have been closed after it was registered.
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._keys.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            self.unregister(fileobj)
            key = self.register(fileobj, events, data)
        elif data != key.data:
            key = key._replace(data=data)
            self._keys[key.fd] = key
        return key

    def close(self):
        self._keys.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _ready(self, number, events):
        key = self._keys.get(number)
        return (key, events & key.events) if key and events & key.events else None


class SelectSelector(_Selector):
    """Waits with select.select()."""

    def select(self, timeout=None):
        timeout = None if timeout is None else max(timeout, 0)
        readers = [number for number, key in self._keys.items() if key.events & EVENT_READ]
        writers = [number for number, key in self._keys.items() if key.events & EVENT_WRITE]
        readable, writable, _ = select.select(readers, writers, [], timeout)
        readable, writable = set(readable), set(writable)
        found = []
        for number in readable | writable:
            events = (EVENT_READ if number in readable else 0) | (EVENT_WRITE if number in writable else 0)
            ready = self._ready(number, events)
            if ready:
                found.append(ready)
        return found


class PollSelector(_Selector):
    """Waits with select.poll()."""

    def __init__(self):
        super().__init__()
        self._poll = select.poll()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        mask = (select.POLLIN if events & EVENT_READ else 0) | (select.POLLOUT if events & EVENT_WRITE else 0)
        self._poll.register(key.fd, mask)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._poll.unregister(key.fd)
        except (KeyError, OSError):
            # Closed meanwhile.
            pass
        return key

    def select(self, timeout=None):
        milliseconds = None if timeout is None else max(timeout, 0) * 1000
        found = []
        for number, events in self._poll.poll(milliseconds):
            seen = (EVENT_WRITE if events & ~select.POLLIN else 0) | (EVENT_READ if events & ~select.POLLOUT else 0)
            ready = self._ready(number, seen)
            if ready:
                found.append(ready)
        return found


class EpollSelector(_Selector):
    """Waits with select.epoll()."""

    def __init__(self):
        super().__init__()
        self._poll = select.epoll()

    def fileno(self):
        return self._poll.fileno()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        mask = (select.EPOLLIN if events & EVENT_READ else 0) | (select.EPOLLOUT if events & EVENT_WRITE else 0)
        try:
            self._poll.register(key.fd, mask)
        except:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._poll.unregister(key.fd)
        except OSError:
            # Closed meanwhile.
            pass
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        changed = False
        if events != key.events:
            mask = (select.EPOLLIN if events & EVENT_READ else 0) | (select.EPOLLOUT if events & EVENT_WRITE else 0)
            try:
                self._poll.modify(key.fd, mask)
            except:
                super().unregister(fileobj)
                raise
            changed = True
        if data != key.data:
            changed = True
        if changed:
            key = key._replace(events=events, data=data)
            self._keys[key.fd] = key
        return key

    def select(self, timeout=None):
        if timeout is not None and timeout < 0:
            timeout = 0
        found = []
        keys = self._keys
        for number, events in self._poll.poll(timeout, len(keys) or 1):
            key = keys.get(number)
            if key is not None:
                seen = (EVENT_WRITE if events & ~_EPOLLIN else 0) | (EVENT_READ if events & ~_EPOLLOUT else 0)
                seen &= key.events
                if seen:
                    found.append((key, seen))
        return found

    def close(self):
        self._poll.close()
        super().close()


_EPOLLIN = select.EPOLLIN
_EPOLLOUT = select.EPOLLOUT
DefaultSelector = EpollSelector
