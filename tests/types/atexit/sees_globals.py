# Exit functions run before modules are finalised.
import atexit


class Watched:
    def __del__(self):
        print('freed', name)


name = 'global'
watched = Watched()


@atexit.register
def at_exit():
    print(name, watched is not None)
