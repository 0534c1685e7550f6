# unregister removes every equal function; _clear removes all.
import atexit


class Equal:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        print('called', self.n)

    def __eq__(self, other):
        return isinstance(other, Equal) and self.n == other.n


for n in (1, 2, 1, 3):
    atexit.register(Equal(n))
print(atexit.unregister(Equal(1)))
print(atexit.unregister(print))
atexit._run_exitfuncs()
print('ran')
atexit.register(print, 'never')
atexit._clear()
atexit.register(print, 'end')
