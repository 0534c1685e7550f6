# `__code__` needs as many free variables as the closure has.
def outer():
    x = 1
    def inner():
        return x
    return inner
def plain():
    return 42
inner = outer()
for function, code in ((plain, inner.__code__), (inner, plain.__code__)):
    try:
        function.__code__ = code
    except ValueError as error:
        print(error)
other = outer()
inner.__code__ = other.__code__
print(inner())
