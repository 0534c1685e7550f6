# del unbinds names, and calls __delitem__ and __delattr__ for the rest.
x = 1
del x
try:
    x
except NameError as e:
    print(e)
a = [0, 1, 2, 3, 4, 5]
del a[0], a[-1]
print(a)
del a[1:3]
print(a)
a = list(range(10))
del a[::3]
print(a)
d = {'a': 1, 'b': 2}
del d['a']
print(d)
x, y, z = 1, 2, 3
del x, (y, [z])
print([n for n in 'xyz' if n in globals()])


class O:
    cls_attr = 1

    def __init__(self):
        self.v = 1


o = O()
del o.v
print(vars(o))
del O.cls_attr
print('cls_attr' in vars(O))


def f():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        return str(e)


print(f())


def g():
    v = 1

    def inner():
        return v
    del v
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    v = 2
    return inner()


print(g())
for source in ['del undefined', 'del o.v', 'del d["zz"]', 'del a[100]', 'del (1, 2)[0]', 'del "abc"[0]', 'del O.cls_attr', 'del (5).real', 'del int.x', 'del len.x', 'del None.x', 'del {}[1]', 'del range(3)[0]', 'del o[0]']:
    try:
        exec(source)
    except Exception as e:
        print(source, '->', type(e).__name__, e)
del ()
for i in range(2):
    del i
print('i' in globals())
