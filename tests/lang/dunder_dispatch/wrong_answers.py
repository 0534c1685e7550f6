# Special methods have to give values of the right type.
import operator
cases = [
    ('__index__', operator.index), ('__int__', int), ('__float__', float), ('__complex__', complex), ('__bool__', bool), ('__len__', len), ('__hash__', hash),
    ('__str__', str), ('__repr__', repr), ('__format__', format), ('__bytes__', bytes), ('__iter__', iter), ('__length_hint__', operator.length_hint), ('__dir__', dir),
]
for name, function in cases:
    for answer in (-1, 1.5, 'a', None, [], 10 ** 30, b'x'):
        value = type('X', (), {name: lambda self, *args: answer})()
        try:
            shown = repr(function(value))
        except (TypeError, ValueError, OverflowError) as error:
            shown = f'{type(error).__name__}: {error}'
        print(name, repr(answer), '->', shown[:100])
