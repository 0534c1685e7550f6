# select.epoll and the selector that stands on it.
import os
import select
import selectors
import socket
import threading
import time

a, b = socket.socketpair()
with select.epoll() as epoll:
    print(type(epoll).__name__, epoll.closed, epoll.fileno() > 2)
    epoll.register(a, select.EPOLLIN)
    epoll.register(b.fileno(), select.EPOLLIN | select.EPOLLOUT)
    print(epoll.poll(0) == [(b.fileno(), select.EPOLLOUT)])
    b.send(b"x")
    print(sorted(epoll.poll(1)) == sorted([(a.fileno(), select.EPOLLIN), (b.fileno(), select.EPOLLOUT)]))
    print(len(epoll.poll(1, 1)), len(epoll.poll(timeout=1, maxevents=5)))
    epoll.modify(b, select.EPOLLIN)
    print(epoll.poll(-1) == [(a.fileno(), select.EPOLLIN)])
    a.recv(1)
    # The main thread looks for signals meanwhile, and goes on waiting.
    began = time.monotonic()
    print(epoll.poll(0.15), time.monotonic() - began >= 0.149)
    thread = threading.Timer(0.15, lambda: b.send(b"y"))
    thread.start()
    print(epoll.poll() == [(a.fileno(), select.EPOLLIN)])
    thread.join()
    for wrong in (lambda: epoll.register(a), lambda: epoll.modify(0, 1), lambda: epoll.unregister(0),
                  lambda: epoll.modify(a, -1), lambda: epoll.register(a, 1 << 40)):
        try:
            wrong()
        except OSError as error:
            print(type(error).__name__)
    for wrong in (lambda: epoll.register(-1), lambda: epoll.register("x"), lambda: epoll.poll("x"),
                  lambda: epoll.poll(1, 0), lambda: epoll.poll(1, -2),
                  lambda: select.epoll(-2), lambda: select.epoll("x")):
        try:
            wrong()
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__)
    epoll.unregister(a)
    print(epoll.poll(0))
    again = select.epoll.fromfd(os.dup(epoll.fileno()))
    again.close()
    again.close()
print(epoll.closed)
for call in (epoll.poll, epoll.fileno, lambda: epoll.register(a), epoll.__enter__):
    try:
        call()
    except ValueError as error:
        print(error)

print(selectors.DefaultSelector is selectors.EpollSelector)
selector = selectors.EpollSelector()
with selector:
    a.recv(1)
    key = selector.register(a, selectors.EVENT_READ, "first")
    print(selector.select(0), selector.fileno() > 2)
    b.send(b"z")
    print([(found.data, events) for found, events in selector.select(1)])
    selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
    print([(found.data, events) for found, events in selector.select(1)])
    selector.modify(a, selectors.EVENT_WRITE, "write")
    print([(found.data, events) for found, events in selector.select(-1)])
    selector.modify(a, selectors.EVENT_WRITE, "same events")
    print(selector.get_key(a).data)
    try:
        selector.register(a, selectors.EVENT_READ)
    except KeyError:
        print("twice")
    # The other end is gone: both are told.
    b.close()
    selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE)
    print([events for _, events in selector.select(1)])
    # A descriptor that was closed before it is taken out.
    selector.unregister(a)
    c, d = socket.socketpair()
    selector.register(c, selectors.EVENT_READ)
    c.close()
    print(selector.select(0))
    selector.unregister(c)
    d.close()
    # What cannot be waited for is refused, and not kept.
    file = os.open(__file__, os.O_RDONLY)
    try:
        selector.register(file, selectors.EVENT_READ)
    except PermissionError:
        print("refused", len(selector.get_map()))
    os.close(file)
a.close()
