# A thread begins with an empty context; a context can be entered by one thread at a time.
import threading
from contextvars import Context, ContextVar, copy_context

var = ContextVar('var', default='default')
var.set('main')
seen = []


def look():
    seen.append((var.get(), len(copy_context())))
    var.set('thread')
    seen.append((var.get(), len(copy_context())))


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(seen, var.get())

context = copy_context()
seen.clear()
thread = threading.Thread(target=context.run, args=(look,))
thread.start()
thread.join()
print(seen, var.get(), context[var])

inside, leave = threading.Event(), threading.Event()


def stay():
    var.set('staying')
    inside.set()
    leave.wait()
    var.set('leaving')


thread = threading.Thread(target=context.run, args=(stay,))
thread.start()
inside.wait()
try:
    context.run(print, 'never')
except RuntimeError as error:
    print(str(error).rsplit('> ')[-1])
# It can be read and copied meanwhile.
print(context[var], context.copy().run(var.get), len(context))
leave.set()
thread.join()
print(context.run(var.get))

token = var.set('token')


def use():
    try:
        var.reset(token)
    except ValueError as error:
        print(str(error).rsplit('> ')[-1])


thread = threading.Thread(target=use)
thread.start()
thread.join()
var.reset(token)
print(var.get())
