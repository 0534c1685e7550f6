# At exit, suspended generators are closed and with statements left.
class Manager:
    def __enter__(self):
        print('enter')

    def __exit__(self, *args):
        print('exit', args[0] and args[0].__name__)


def generator():
    with Manager():
        try:
            yield 1
        finally:
            print('finally')


g = generator()
next(g)
kept = generator()
next(kept)
kept_ring = [kept]
kept_ring.append(kept_ring)
print('end')
