# getattr, setattr, delattr, hasattr

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class C:
    x = 1
    @property
    def p(self): raise AttributeError("inner")
    @property
    def v(self): raise ValueError("value")
c = C()
class S(str): pass
check("getattr(c, 'x')", "getattr(c, 'y')", "getattr(c, 'y', 5)", "getattr(c, 'p')", "getattr(c, 'p', 5)", "getattr(c, 'v', 5)", "getattr(c, 5)", "getattr(c, b'x')", "getattr(c, S('x'))", "getattr(c, '')", "getattr(c, 'a b', 'none')", "getattr(c, None)", "getattr(c, 5, 6)", "getattr(5, 'real')", "getattr(int, 'real').__name__", "getattr('a', 'upper')()", "hasattr(c, 'x')", "hasattr(c, 'p')", "hasattr(c, 'v')", "hasattr(c, 5)", "hasattr(c, '')", "setattr(c, 'a b', 1)", "getattr(c, 'a b')", "vars(c)", "setattr(c, 5, 1)", "setattr(c, S('sub'), 2)", "c.sub", "[type(k).__name__ for k in vars(c)]", "setattr(c, 'p', 1)", "setattr(5, 'x', 1)", "setattr(int, 'x', 1)", "setattr(None, 'x', 1)", "delattr(c, 'a b')", "delattr(c, 'a b')", "delattr(c, 'x')", "delattr(c, 'p')", "delattr(c, 5)", "delattr(C, 'x')", "c.x", "getattr(c, 'é', 'default')", "setattr(c, 'é', 1)", "c.é", "getattr(None, '__class__')", "getattr(c, 'xx')", "getattr(C, 'missing')", "getattr(getattr, '__name__')", "getattr(c, '__dict__') is vars(c)", "getattr(c, 'x' * 50, 1)")
