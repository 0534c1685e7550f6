# `type.__init__` and `type.__new__` called by hand.
class A:
    pass
def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except TypeError as error:
        print(error)
attempt(type.__init__, A)
attempt(type.__init__, A, 1)
attempt(type.__init__, A, 1, 2)
attempt(type.__init__, A, 1, 2, 3, a=4)
attempt(type.__init__, A, 1, a=2)
attempt(type.__new__)
attempt(type.__new__, 1)
attempt(type.__new__, int)
attempt(type.__new__, int, 'a', (), {})
attempt(type.__new__, type, 'a')
attempt(type.__call__)
