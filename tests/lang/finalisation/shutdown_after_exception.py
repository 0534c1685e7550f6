# exit: 1
# After an unhandled exception, its frames' locals are finalised too.
import sys


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


def fail():
    local = Watched('local')
    raise ValueError('unhandled')


sys.excepthook = lambda kind, value, traceback: print('hook', value)
held = Watched('global')
fail()
