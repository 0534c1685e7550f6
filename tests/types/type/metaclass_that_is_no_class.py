# Anything callable may stand as metaclass.
class A(int, metaclass=lambda *args, **keywords: (args[0], args[1], keywords), x=1):
    y = 2
print(A)
for bad in (1, None, 'type'):
    try:
        class B(metaclass=bad):
            pass
    except TypeError as error:
        print(error)
