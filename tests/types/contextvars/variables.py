# get, set and reset; what stands in for a value that is missing.
from contextvars import ContextVar, Token, copy_context


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        text = str(error).split(' at 0x')
        print(type(error).__name__, text[0], len(text))


plain = ContextVar('plain')
given = ContextVar('given', default=[1])

attempt(plain.get)
attempt(plain.get, 5)
attempt(plain.get, None)
attempt(given.get)
attempt(given.get, 'argument')
print(given.get() is given.get())

first = plain.set('one')
print(plain.get(), plain.get('unused'))
second = plain.set('two')
print(first.old_value is Token.MISSING, second.old_value, second.var is plain)
print(plain.reset(second), plain.get())
plain.reset(first)
attempt(plain.get)
print(plain in copy_context())

# Out of order: a token brings back what was there before it.
a = plain.set(1)
b = plain.set(2)
plain.reset(a)
attempt(plain.get)
plain.reset(b)
print(plain.get())

print(given.set(None).old_value is Token.MISSING, given.get('x'))
print(plain.name, given.name)

for arguments, keywords in [
    ((), {}), ((1,), {}), (('a', 'b'), {}), (('a',), {'x': 1}), (('a', 'b'), {'default': 1}),
    ((), {'name': 'a'}), ((), {'default': 1}), (('a',), {'default': 1, 'x': 2}),
]:
    attempt(ContextVar, *arguments, **keywords)
attempt(plain.get, 1, 2)
attempt(plain.set)
attempt(plain.reset, 1)
attempt(plain.reset, None)
attempt(setattr, plain, 'name', 'x')
attempt(setattr, plain, 'other', 'x')
attempt(type, 'Sub', (ContextVar,), {})
try:
    ContextVar('key').get()
except LookupError as error:
    print(type(error) is LookupError, type(error.args[0]) is ContextVar)
