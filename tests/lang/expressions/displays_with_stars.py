# Star expressions in list, tuple, set and dict displays.
print([*range(3), 10, *'ab'], (*[1, 2], 3), *[7, 8])
print({*[1, 2], 2, 3} == {1, 2, 3}, {**{'a': 1}, 'b': 2, **{'a': 3}})
t = *[1, 2], *(3,)
print(t)
print([*[], *()], (*(),), {**{}})
x = 1, *[2, 3]
print(x)


def f():
    return 1, *[2, 3]


def g():
    yield 1, *[2]


print(f(), list(g()))
for y in 1, *[2, 3], 4:
    print(y, end=' ')
print()
d = {'a': 1}
print({**d, 'a': 2}, {'a': 2, **d}, {**d, **d})
print([*{'a': 1, 'b': 2}], [*{'a': 1}.items()])
print({1: 'x', True: 'y', 1.0: 'z'})
a = [1]
print([*a, *a] is a, a[0:1] is a)
for source in ['[*5]', '{*None}', '{**5}', '{**[1, 2]}', '(*1,)', '{**[]}', '{*[[]]}', '{[]: 1}', '{**None}']:
    try:
        print(eval(source))
    except TypeError as e:
        print(source, '->', e)
sub = [10, 20]
m = {(1, 2, 3): 'tuple key'}
print(m[1, *[2, 3]])
