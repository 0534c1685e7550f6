# What a metaclass's `mro` may give.
class D:
    pass
for answer in (1, [1], [], 'int', 'D', 'tuple'):
    class Meta(type):
        def mro(cls):
            if answer == 'int':
                return [cls, int, object]
            if answer == 'D':
                return [cls, D, object]
            if answer == 'tuple':
                return (cls, object)
            return answer
    try:
        class A(metaclass=Meta):
            pass
        print(A.__mro__, A.__bases__)
    except TypeError as error:
        print(error)
