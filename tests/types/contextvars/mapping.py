# A context is a mapping from variables to values that only its variables change.
from collections.abc import Mapping
from contextvars import Context, ContextVar, copy_context


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])


a, b, c = ContextVar('a'), ContextVar('b'), ContextVar('c', default='unset')
empty = Context()
print(len(empty), list(empty), list(empty.items()), bool(empty), empty == Context(), a in empty)


def fill():
    a.set(1)
    b.set([2])


context = Context()
context.run(fill)
print(len(context), bool(context), sorted(var.name for var in context))
print(context[a], context[b], context.get(a), context.get(c), context.get(c, 'other'))
print(a in context, c in context)
print(sorted(var.name for var in context.keys()), sorted(map(str, context.values())))
print(sorted((var.name, value) for var, value in context.items()))
print(len(context.keys()), len(context.values()), len(context.items()))
print({var.name: value for var, value in dict(context).items()} == {'a': 1, 'b': [2]})
attempt(lambda: context[c])
attempt(lambda: context['a'])
attempt(lambda: 'a' in context)
attempt(context.get, 1)
attempt(context.get, a, 1, 2)
attempt(hash, context)
attempt(lambda: context < context)
attempt(reversed, context)
attempt(Context, 1)
attempt(type, 'Sub', (Context,), {})
attempt(copy_context, 1)

twin = context.copy()
print(twin == context, twin is context, twin != context, context == 1, context == dict(context))
twin.run(a.set, 10)
print(twin == context, context[a], twin[a])
twin.run(a.set, 1)
print(twin == context)
twin.run(c.set, 0)
print(twin == context, len(twin), len(context))
print(isinstance(context, Mapping))


class Never:
    def __eq__(self, other):
        raise ZeroDivisionError


left, right = Context(), Context()
left.run(a.set, Never())
right.run(a.set, Never())
attempt(lambda: left == right)
print(left == left.copy())
kinds = iter(context), context.keys(), context.values(), context.items()
print([type(kind).__name__ for kind in kinds])
attempt(type(context.keys()))
keys = iter(context)
print(len(keys), next(keys) in context, next(keys) in context, next(keys, 'end'), next(keys, 'end'))
