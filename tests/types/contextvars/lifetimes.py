# What contexts refer to dies with them; rings through contexts are collected; the main thread's context lasts until the end.
import atexit
import gc
import weakref
from contextvars import Context, ContextVar


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


var = ContextVar('var')
context = Context()
context.run(var.set, Thing('first'))
context.run(var.set, Thing('second'))
copy = context.copy()
context.run(var.set, 0)
print('still in the copy')
del copy
print('deleted')

token = context.run(var.set, Thing('old'))
context.run(var.set, Thing('new'))
context.run(var.reset, token)
print(context[var])
del token

kept = weakref.ref(context)
print(kept() is context)
del context
print(kept())

ring = Context()
thing = Thing('in a ring')
thing.context = ring
ring.run(var.set, thing)
watched = weakref.ref(ring)
del ring, thing
print(watched() is not None)
gc.collect()
print(watched())

tied = ContextVar('tied', default=(holder := Thing('default')))
holder.var = tied
del tied, holder
gc.collect()


def with_token():
    thing = Thing('held by a token')
    thing.token = var.set(thing)


Context().run(with_token)
gc.collect()
for refuse in (ContextVar('x'), var.set(1)):
    try:
        weakref.ref(refuse)
    except TypeError as error:
        print(error)
var.set(Thing('at the end'))
atexit.register(lambda: print('atexit sees', var.get().name))
