# Context.run: what is set inside stays inside, results and exceptions come out, and a context is entered once at a time.
from contextvars import Context, ContextVar, copy_context

var = ContextVar('var', default='default')


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], '/', str(error).rsplit('> ')[-1])


def show(*args, **kwargs):
    var.set('inside')
    return args, kwargs, var.get()


context = Context()
attempt(context.run)
attempt(context.run, 1)
attempt(context.run, show)
attempt(context.run, show, 1, 2, key='value')
attempt(context.run, len, 'four')
attempt(context.run, print, 'a', 'b', sep='-')
print(var.get(), context[var])


def fail():
    var.set('failed')
    raise ValueError('out')


attempt(context.run, fail)
print(var.get(), context[var])

attempt(context.run, context.run, show)
attempt(context.run, lambda: context.copy().run(var.get))
other = context.copy()


def nested(depth):
    var.set(depth)
    if depth:
        copy_context().run(nested, depth - 1)
    return var.get()


attempt(other.run, nested, 50)
attempt(lambda: other.run(lambda: context.run(lambda: other.run(show))))
print(var.get(), other[var], context[var])
# A context that failed to be entered, or whose function raised, can be entered again.
attempt(other.run, var.get)


class Callable:
    def __call__(self, *args):
        var.set(args)
        return len(copy_context())

    def method(self):
        return var.get()


attempt(other.run, Callable(), 1, 2)
attempt(other.run, Callable().method)


def generator():
    # A generator runs in the context of whoever resumes it.
    yield var.get()
    var.set('set by the generator')
    yield var.get()
    yield var.get()


steps = generator()
print(next(steps))
print(other.run(next, steps))
print(next(steps), var.get(), other[var])


async def coroutine():
    var.set('set by the coroutine')
    return var.get()


task = coroutine()
try:
    other.run(task.send, None)
except StopIteration as stop:
    print(stop.value, var.get(), other[var])


def tokens_across():
    return var.set('one')


token = other.run(tokens_across)
other.run(var.reset, token)
print(other[var])
