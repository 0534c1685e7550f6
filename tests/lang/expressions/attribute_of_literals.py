# Literals and displays are objects with methods.
print('a,b'.split(','), b'ab'.hex(), (1).bit_length(), 1.5.as_integer_ratio())
print([3, 1].__len__(), (1, 2).count(1), {1: 2}.get(1), {1}.union({2}))
print(True.real, None.__class__, ....__class__, (lambda: 0).__name__)
print('%s-%d' % ('x', 3), '{}-{a}'.format(1, a=2), 'x'.join(['a', 'b']))
print(f'{1}'.isdigit(), 'abc'[1].upper(), [1, 2, 3][::-1][0], {'a': [1]}['a'][0])
print((1 + 2j).imag, 5 .__add__(3), (5).__class__.__mro__)
print(''.__class__('x'), [].__class__.__name__, type(()).__name__)
print("abc"[0][0][0], "abc"[-1], b"abc"[0], b"abc"[0:1])
print([i for i in range(3)].index(2), (i for i in [9]).__next__())
print(str.upper('x'), int.__add__(1, 2), list.append.__name__, dict.fromkeys('ab'))
for source in ['(1).x', '"a".nope', '[].append1', 'None.x', '{}.has_key', '(1).real.foo', 'print.x', 'int.y', '().z', '(lambda: 0).attr', 'True.foo', '....x', 'len.__name', '1.5.foo', 'range(1).foo', 'b"".x', 'type.foo']:
    try:
        eval(source)
    except AttributeError as e:
        print(e)
