# by hand
# Channels in cycles are collected, with what is in them and who waits; what leaves a channel dies at once.
import asyncio
import channel
import gc
import weakref


class Item:
    pass


def dead(ref):
    return ref() is None


ch = channel.Channel()
item = Item()
ref = weakref.ref(item)
ch.send(item)
del item
print(dead(ref))
ch.recv()
print(dead(ref))

# A channel that holds itself.
ch.send(ch)
ref = weakref.ref(ch)
del ch
gc.collect()
print(dead(ref))

# A sender that has given up drops what it had.
ch = channel.Channel(0)
item = Item()
ref = weakref.ref(item)
try:
    ch.send(item, timeout=0.01)
except TimeoutError:
    pass
del item
print(dead(ref))
item = Item()
ref = weakref.ref(item)
try:
    channel.select([(ch, item), (ch, item)], timeout=0.01)
except TimeoutError:
    pass
del item
print(dead(ref))
ch.close()
item = Item()
ref = weakref.ref(item)
for send in (ch.send, ch.try_send):
    try:
        send(item)
    except channel.Closed:
        pass
del item, send
print(dead(ref))


# A task of a closed loop that waits for a channel, which only the task knows.
async def lonely(item):
    ch = channel.Channel(0)
    refs.append(weakref.ref(ch))
    refs.append(weakref.ref(item))
    await ch.asend(item)


async def choosy(item):
    ch = channel.Channel(0)
    refs.append(weakref.ref(ch))
    refs.append(weakref.ref(item))
    await channel.aselect([(ch, item), ch], timeout=1000)


async def start():
    for function in (lonely, choosy):
        task = asyncio.create_task(function(Item()))
        refs.append(weakref.ref(task))
    await asyncio.sleep(0)


import io
import sys

refs = []
loop = asyncio.new_event_loop()
loop.run_until_complete(start())
gc.collect()
print([dead(ref) for ref in refs])
sys.stderr = io.StringIO()
loop.close()
del loop
gc.collect()
print([dead(ref) for ref in refs])

# Weak references and many channels.
channels = [channel.Channel(1) for _ in range(1000)]
for one, two in zip(channels, channels[1:] + channels[:1]):
    one.send(two)
refs = [weakref.ref(ch) for ch in channels]
del channels, one, two
gc.collect()
print(sum(map(dead, refs)))
