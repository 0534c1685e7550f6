# The methods of a property called with odd arguments.
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
class A:
    @property
    def p(self):
        return 1
p = A.__dict__['p']
attempt(p.__get__, A())
attempt(p.__get__, A(), None)
attempt(p.__get__)
attempt(p.__set__, A())
attempt(p.__delete__)
attempt(p.__set_name__, A)
attempt(p.getter)
attempt(p.setter, 1, 2)
attempt(property, 1, 2, 3, 4, 5)
attempt(property(1).__get__, A())
attempt(setattr, p, 'fget', None)
attempt(setattr, p, 'x', 1)
print(p.__get__(None, A) is p, p.fget.__name__, p.fset, p.fdel, p.__isabstractmethod__)
