# At exit, what modules hold is finalised.
import keyword
import sys


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


keyword.watched = Watched('by a module')
sys.modules['made'] = type(sys)('made')
sys.modules['made'].watched = Watched('by a made module')
print('end')
