# The classes: names, subscription, what cannot be done with them.
import contextvars
import copy
from contextvars import Context, ContextVar, Token


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(contextvars.__all__)
print(Context, ContextVar, Token)
print(ContextVar[int], Token[str], ContextVar[int].__origin__ is ContextVar)
attempt(lambda: Context[int])
var = ContextVar('var', default=3)
print(repr(var).split(' at ')[0], repr(ContextVar("it's")).split(' at ')[0])
print(repr(Context()).split(' at ')[0], repr(var).count('0x'))
attempt(copy.copy, var)
attempt(copy.deepcopy, Context())
attempt(copy.copy, Context())
attempt(setattr, ContextVar, 'x', 1)
attempt(Context().run, hash, Context())
print(hash(var) == hash(var), var == var, var == ContextVar('var', default=3), {var: 1}[var])
print([name for name in dir(Context) if not name.startswith('__')])
print([name for name in dir(ContextVar) if not name.startswith('__')])
print([name for name in dir(Token) if not name.startswith('__')])
