# An exception in a finaliser that the collector runs goes to sys.unraisablehook; the others still run.
import gc
import sys
gc.disable()


class Fails:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        print('del', self.n)
        raise ValueError(self.n)


def hook(info):
    print('hook', info.exc_type.__name__, info.exc_value, info.err_msg,
          info.object.__qualname__, info.exc_traceback.tb_lineno)


sys.unraisablehook = hook
for i in range(3):
    Fails(i)
try:
    raise KeyError('kept')
except KeyError as e:
    print(gc.collect())
    print(sys.exception() is e)
