# What `type(name, bases, namespace)` refuses.
def attempt(*args, **keywords):
    try:
        print(type(*args, **keywords))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

attempt()
attempt(1, 2)
attempt('A', 2, 3)
attempt('A', (), 3)
attempt(1, (), {})
attempt('A\0B', (), {})
attempt('A', (), {}, 1)
attempt('A', (1,), {})
attempt('A', (), {}, x=1)
attempt('A', (), {'__qualname__': 1})
