# exit: 1
# When str() of the exception fails.
class Broken(Exception):
    def __str__(self):
        raise RuntimeError('in str')


raise Broken('x')
