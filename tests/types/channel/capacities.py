# by hand
# What a channel of each kind holds, in which order it gives it back, and what it says of itself.
import channel


def shown(ch):
    return repr(ch).partition(" at 0x")[0]


for capacity in (None, 0, 1, 3):
    ch = channel.Channel(capacity)
    print(capacity, ch.capacity, len(ch), ch.closed, bool(ch), shown(ch))
    print("  sent:", [ch.try_send(i) for i in range(5)], len(ch), shown(ch))
    print("  received:", [ch.try_recv() for i in range(6)], len(ch))

ch = channel.Channel(capacity=2)
ch.send("a")
ch.send("b", timeout=0)
try:
    ch.send("c", timeout=0)
except TimeoutError as error:
    print("TimeoutError", error.args)
try:
    ch.send("c", timeout=0.01)
except TimeoutError as error:
    print("TimeoutError", error.args)
print(ch.recv(), ch.recv(timeout=0), ch.try_recv("nothing"), ch.try_recv())
for timeout in (0, 0.01):
    try:
        ch.recv(timeout)
    except TimeoutError as error:
        print("TimeoutError", error.args)

# What is no capacity, no timeout, or no channel.
for call in (
    lambda: channel.Channel(-1),
    lambda: channel.Channel("1"),
    lambda: channel.Channel(1.5),
    lambda: channel.Channel(1, 2),
    lambda: channel.Channel(limit=1),
    lambda: ch.recv(-1),
    lambda: ch.recv(float("nan")),
    lambda: ch.recv("soon"),
    lambda: ch.send(1, timeout=-0.5),
    lambda: ch.arecv(-1),
    lambda: ch.send(),
    lambda: channel.Channel.recv(3),
    lambda: channel.Operation(),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

# A capacity beyond all memory is only a number.
big = channel.Channel(10**30)
print(big.capacity == 2**63 - 1, big.try_send(1), big.recv())
huge = channel.Channel(True)
print(huge.capacity)


class Named(channel.Channel):
    def __init__(self, name, capacity=None):
        self.name = name

    def __new__(cls, name, capacity=None):
        return super().__new__(cls, capacity)


named = Named("jobs", 4)
named.send(1)
print(named.name, named.capacity, shown(named), channel.Channel[int])
print(channel.Channel.__module__, channel.Closed.__mro__, channel.Channel.__doc__.splitlines()[0])
