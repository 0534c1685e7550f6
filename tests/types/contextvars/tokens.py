# A token works once, for its variable, in its context.
from contextvars import Context, ContextVar, Token, copy_context


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], '/', str(error).rsplit('> ')[-1])


var = ContextVar('var')
other = ContextVar('other')
token = var.set(1)
attempt(other.reset, token)
attempt(Context().run, var.reset, token)
attempt(copy_context().run, var.reset, token)
print(repr(token).split(' at ')[0], repr(token).count('0x'))
attempt(var.reset, token)
attempt(var.reset, token)
attempt(other.reset, token)
print(repr(token).split(' at ')[0], repr(token).count('0x'))
attempt(Token)
print(Token.MISSING, type(Token.MISSING).__name__, type(Token.MISSING).__module__)
attempt(type(Token.MISSING))
attempt(hash, token)
attempt(setattr, token, 'var', other)
attempt(setattr, token, 'old_value', 1)
print(token == token, token == var.set(2), token.var is var)


def inner():
    own = var.set('inner')
    print(own.old_value)
    return own


context = copy_context()
kept = context.run(inner)
attempt(var.reset, kept)
context.run(var.reset, kept)
print(context[var])
# A default that holds its variable.
ring = []
tied = ContextVar('tied', default=ring)
ring.append(tied)
print(repr(tied).split(' at ')[0])
