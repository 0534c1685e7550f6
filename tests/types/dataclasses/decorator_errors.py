# What `dataclass` refuses.
from dataclasses import dataclass, field, fields, asdict, make_dataclass
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
def made(namespace, **options):
    return lambda: dataclass(**options)(type('B', (), namespace))
attempt(made({'__annotations__': {'a': int, 'b': int}, 'a': 1}))
attempt(made({'__annotations__': {'a': list}, 'a': []}))
attempt(made({}, order=True, eq=False))
attempt(made({'__lt__': lambda a, b: True}, order=True))
attempt(made({'__hash__': lambda a: 1}, unsafe_hash=True))
attempt(made({'__slots__': ()}, slots=True))
attempt(made({}, weakref_slot=True))
attempt(made({'a': field()}))
attempt(lambda: field(default=1, default_factory=int))
attempt(lambda: dataclass(1))
attempt(lambda: dataclass(foo=1))
attempt(lambda: fields(1))
attempt(lambda: asdict(1))
attempt(lambda: make_dataclass('Q', ['a', 'a']))
attempt(lambda: make_dataclass('Q', ['1a']))
attempt(lambda: make_dataclass('Q', ['class']))
