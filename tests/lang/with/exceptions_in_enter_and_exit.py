# What happens when the manager itself raises.
class CM:
    def __init__(self, name, enter=None, exit=None, swallow=False):
        self.name, self.e, self.x, self.swallow = name, enter, exit, swallow

    def __enter__(self):
        print('enter', self.name)
        if self.e:
            raise self.e
        return self

    def __exit__(self, t, v, tb):
        print('exit', self.name, repr(v))
        if self.x:
            raise self.x
        return self.swallow


def attempt(*cms, body=None):
    try:
        if len(cms) == 1:
            with cms[0]:
                print('body')
                if body:
                    raise body
        else:
            with cms[0], cms[1]:
                print('body')
                if body:
                    raise body
        print('completed')
    except Exception as e:
        print('->', repr(e), 'context', repr(e.__context__))


attempt(CM('a', enter=ValueError('in enter')))
attempt(CM('a'), CM('b', enter=ValueError('in enter of b')))
attempt(CM('a', swallow=True), CM('b', enter=ValueError('swallowed by a')))
attempt(CM('a', exit=ValueError('in exit')))
attempt(CM('a', exit=ValueError('in exit')), body=KeyError('in body'))
attempt(CM('a'), CM('b', exit=OSError('exit of b')), body=KeyError('in body'))
attempt(CM('a', swallow=True), CM('b', exit=OSError('exit of b')))
same = ValueError('same')
attempt(CM('a', exit=same), body=same)


class BadExit:
    def __enter__(self): pass
    def __exit__(self): print('too few parameters')


class BadEnter:
    def __enter__(self, extra): pass
    def __exit__(self, *a): print('never')


class BadBool:
    def __enter__(self): pass
    def __exit__(self, *a):
        class B:
            def __bool__(self): raise RuntimeError('bool of the result')
        return B()


for cls in (BadExit, BadEnter, BadBool):
    try:
        with cls():
            pass
        print('fine')
    except TypeError as e:
        print(e)
try:
    with BadBool():
        1 / 0
except RuntimeError as e:
    print(e, repr(e.__context__))
