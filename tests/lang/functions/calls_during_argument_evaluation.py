# Arguments that rebind what is being called, and callables that change while called.
def f(*args): return ('first f', args)


def rebind():
    global f
    f = lambda *args: ('second f', args)
    return 'rebound'


print(f(rebind(), 1))
print(f(2))


class Obj:
    def m(self, *a): return 'm', a


o = Obj()


def swap():
    o.m = lambda *a: ('instance m', a)
    return 1


print(o.m(swap()), o.m(2))


def local_rebinding():
    g = lambda x: ('g1', x)
    def change():
        nonlocal g
        g = lambda x: ('g2', x)
        return 5
    return g(change()), g(6)


print(local_rebinding())
x = [1, 2, 3]
print(x[x.pop() - 2], x)
print((lambda a, b: (a, b))(x.append(4), x[:]), x)
i = 0


def nxt():
    global i
    i += 1
    return i


print(nxt() - nxt() * nxt(), [nxt(), nxt()], {nxt(): nxt()}, nxt() if nxt() else nxt(), i)
n = 1
print(n + (n := 5) + n, (n, (n := n + 1), n), [n, n := 0, n])


def locals_order(a):
    return a + (a := 10) + a, a


print(locals_order(1))


def list_locals(v):
    return [v, (v := v + 1), v], {v: (v := v * 2), v: 0}


print(list_locals(1))
def call_locals(v, fn=lambda *a: a): return fn(v, v := 2, v), fn(*[v], (v := 3), k) if (k := v) else 0
print(call_locals(1))
def attr_locals(o):
    return o.real + (o := 5).real + o.imag
print(attr_locals(3))
def subscr(a, i): return a[i], a[(i := i + 1)], a[i], a[i:(i := 3)], i
print(subscr('abcde', 0))
def compare(a): return a < (a := 5) < (a := 7), a
print(compare(1))
def aug(a):
    a += (a := 10)
    return a
print(aug(1))
