# What is called before a fork, the last one first, and after it in the child and in the parent, the first one first.
import os
import sys


def say(*words):
    print(*words, flush=True)


def registered(**functions):
    try:
        print(os.register_at_fork(**functions))
    except TypeError as error:
        print(error)


registered()
registered(before=None)
registered(before=3)
registered(before=print, after_in_child=print, after_in_parent='text')
try:
    os.register_at_fork(print)
except TypeError as error:
    print(error)


def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


for number in (1, 2):
    registered(
        before=lambda number=number: say('before', number),
        after_in_child=lambda number=number: say('child', number),
    )
fork()


def failing():
    raise KeyError('before')


def late():
    say('registers another')
    os.register_at_fork(before=lambda: say('registered late'))


sys.unraisablehook = lambda event: say('unraisable', repr(event.exc_value), event.object is failing)
registered(before=failing)
registered(before=late)
fork()
sys.unraisablehook = lambda event: None
fork()
