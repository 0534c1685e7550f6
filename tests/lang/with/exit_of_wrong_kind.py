# What a `with` statement says of objects that are no context managers.
class Enter:
    def __enter__(self):
        pass
class Exit:
    def __exit__(self, *args):
        pass
class OnInstance:
    def __init__(self):
        self.__enter__ = self.__exit__ = lambda *args: None
class NoArguments:
    def __enter__(self):
        return self
    def __exit__(self):
        pass
for cls in (int, Enter, Exit, OnInstance, NoArguments):
    try:
        with cls():
            print('inside')
    except TypeError as error:
        print(error)
class Truth:
    def __bool__(self):
        raise KeyError('bool')
class OddAnswer:
    def __enter__(self):
        pass
    def __exit__(self, *args):
        return Truth()
try:
    with OddAnswer():
        1 / 0
except KeyError as error:
    print(error, type(error.__context__).__name__)
with OddAnswer():
    print('not asked')
