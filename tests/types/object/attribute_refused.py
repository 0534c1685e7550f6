# Instances without a `__dict__` take no new attributes; what their class has is read-only.
import types

cases = [
    (1, 'x'), (1, 'real'), (1, '__dict__'), ([], 'append'), ('', 'upper'), (None, 'x'), (..., 'x'), (len, 'x'), (len, '__name__'), ((), '__doc__'),
    (range(3), 'start'), (slice(1), 'start'), (1j, 'real'), (property(), 'fget'), (classmethod(len), '__func__'), (iter([]), 'x'),
    (types.MappingProxyType({}), 'x'), (types.SimpleNamespace(), '__dict__'), (memoryview(b''), 'x'), ((i for i in ()), 'gi_frame'),
    (object(), 'x'), (int.__add__, 'x'), (super(int, 1), 'x'), (types.ModuleType('m'), '__dict__'),
]
for value, name in cases:
    try:
        setattr(value, name, 1)
    except AttributeError as error:
        print(error)
