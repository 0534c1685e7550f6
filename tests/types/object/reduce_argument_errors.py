# Wrong answers of the methods that `__reduce_ex__` asks.
def attempt(name, answer):
    cls = type('A', (), {name: lambda self: answer})
    try:
        cls().__reduce_ex__(2)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
attempt('__getnewargs_ex__', 1)
attempt('__getnewargs_ex__', (1,))
attempt('__getnewargs_ex__', (1, {}))
attempt('__getnewargs_ex__', ((), 1))
attempt('__getnewargs__', 1)
attempt('__getnewargs__', [])
