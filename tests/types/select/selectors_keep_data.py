# Selectors keep data beside descriptors.
import selectors
import socket

for kind in selectors.SelectSelector, selectors.PollSelector, selectors.DefaultSelector:
    a, b = socket.socketpair()
    with kind() as selector:
        key = selector.register(a, selectors.EVENT_READ, 'data')
        print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data, len(selector.get_map()), selector.get_key(a) == key)
        print(selector.select(0), selector.select(-1), selector.select(0.01))
        b.send(b'x')
        print([(key.data, events) for key, events in selector.select()])
        selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, 'both')
        print([(key.data, events) for key, events in selector.select(1)])
        a.recv(1)
        print([(key.data, events) for key, events in selector.select(1)])
        for call in (
            lambda: selector.register(a, selectors.EVENT_READ),
            lambda: selector.register(b, 0),
            lambda: selector.register(b, 8),
            lambda: selector.register('x', 1),
            lambda: selector.unregister(b),
            lambda: selector.modify(b, 1),
            lambda: selector.get_key(b),
        ):
            try:
                call()
            except (KeyError, ValueError) as error:
                print(type(error).__name__)
        b.close()
        print([events & selectors.EVENT_READ for key, events in selector.select(1)])
        print(selector.unregister(a).data, len(selector.get_map()))
    a.close()
    print(selector.get_map())
    try:
        selector.get_key(a)
    except RuntimeError as error:
        print(error)
