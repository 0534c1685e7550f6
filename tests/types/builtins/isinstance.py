# isinstance and issubclass: tuples, unions, nesting, errors, hooks

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class A: pass
class B(A): pass
class Proxy:
    @property
    def __class__(self): return int
class Bases:
    __bases__ = (A,)
class BadBases:
    __bases__ = 5
class Raises:
    @property
    def __class__(self): raise LookupError("class")
deep = A
for _ in range(50): deep = (deep,)
check("isinstance(B(), A)", "isinstance(A(), B)", "isinstance(1, (str, int))", "isinstance(1, (str, (float, (int,))))", "isinstance(1, ())", "isinstance(True, int)", "isinstance(1, int | str)", "isinstance(None, int | None)", "isinstance(1.5, int | None)", "isinstance(1, 5)", "isinstance(1, 'int')", "isinstance(1, (int, 5))", "isinstance(1, (5, int))", "isinstance(1, [int])", "isinstance(1, None)", "isinstance(A(), deep)", "isinstance(Proxy(), int)", "isinstance(Proxy(), Proxy)", "isinstance(Proxy(), str)", "type(Proxy()).__name__", "isinstance(1, list[int])", "isinstance(Raises(), A)", "isinstance(A, type)", "isinstance(type, type)", "isinstance(type, object)", "isinstance(len, type(len))", "issubclass(B, A)", "issubclass(A, B)", "issubclass(A, (B, object))", "issubclass(bool, int | str)", "issubclass(1, int)", "issubclass(int, 1)", "issubclass(int, (1,))", "issubclass(Bases(), A)", "issubclass(BadBases(), A)", "issubclass(list, list[int])", "issubclass(A, ())", "issubclass(type, type)", "issubclass(object, A)", "issubclass(int, int | None)", "isinstance([], list | dict)", "isinstance(1, (int | str, float))", "issubclass('a', str)", "isinstance(A(), Bases())", "isinstance(1)", "issubclass(B, deep)", "isinstance(1, type('M', (type,), {'__instancecheck__': lambda c, o: 'truthy'})('X', (), {}))", "isinstance(1, type('M', (type,), {'__instancecheck__': lambda c, o: 1 / 0})('X', (), {}))", "isinstance(1, type('M', (type,), {'__instancecheck__': 5})('X', (), {}))")
