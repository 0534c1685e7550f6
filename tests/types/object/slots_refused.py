# What cannot be a slot.
def attempt(bases, slots, **more):
    try:
        type('A', bases, {'__slots__': slots, **more})
        print('fine')
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class D:
    pass
attempt((), 1)
attempt((), ['a', 1])
attempt((), ['a b'])
attempt((), [''])
attempt((), ['a', 'a'])
attempt((), 'a', a=1)
attempt((int,), 'a')
attempt((tuple,), 'a')
attempt((bytes,), ['b'])
attempt((str,), ['b'])
attempt((), ['__dict__', '__dict__'])
attempt((), ['__weakref__', '__weakref__'])
attempt((D,), ['__dict__'])
attempt((D,), ['__weakref__'])
attempt((), ['__module__'], __module__='m')
