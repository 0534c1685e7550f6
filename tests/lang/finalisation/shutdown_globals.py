# At exit, finalisers of globals run and find the other globals and the modules they use.
import sys


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name, helper(), sys.is_finalizing())


def helper():
    return constant


constant = 'constant'
a = Watched('a')
_b = Watched('b')
c = [Watched('c')]
print('end')
