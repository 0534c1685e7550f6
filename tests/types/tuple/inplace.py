# Augmented assignment into a tuple's list raises and changes the list all the same
t = ([1], [2])
try:
    t[0] += [3]
except TypeError as error:
    print(error)
print(t)
u = t
u += (5,)
print(u, t, u[0] is t[0])
u *= 2
print(len(u), u[0] is u[3])
v = ()
v += (1,)
v = v + v
print(v)
try:
    v += [1]
except TypeError as error:
    print(error)
a, b = (1, 2)
a, b = b, a
print(a, b)
(a, b), c = (3, 4), 5
print(a, b, c)
x = y = ()
print(x is y, x is tuple([]), x is tuple(""))
x += (1,)
print(x, y)
