# Captures are ordinary variables; guards run after binding; evaluation order.
def log(x):
    print('log', x)
    return x


match log(3):
    case 1 if log('never'): pass
    case x if log(x > 5): pass
    case y if log(y == 3): print('third', x, y)


def scope(v):
    match v:
        case [a, b]: pass
        case {'c': c}: pass
        case _: pass
    try:
        return a, b
    except UnboundLocalError as e:
        return str(e)


print(scope([1, 2]), scope(5))


def control(items):
    out = []
    for item in items:
        match item:
            case 'skip': continue
            case 'stop': break
            case ('return', v): return v, out
            case x: out.append(x)
    else:
        out.append('else')
    return out


print(control(['a', 'skip', 'b']), control(['a', 'stop', 'b']), control([1, ('return', 5), 2]))


def gen(v):
    match v:
        case [x, y]:
            got = yield x
            yield got, y


g = gen([1, 2])
print(next(g), g.send('sent'))


class Seq(list):
    def __getitem__(self, i):
        print('getitem', i)
        return super().__getitem__(i)
    def __len__(self):
        print('len')
        return super().__len__()
    def __iter__(self):
        print('iter')
        return super().__iter__()


match Seq([1, 2]):
    case [1, 3]: print('never')
    case [1, x]: print('x', x)


class Attr:
    @property
    def a(self): print('get a'); return 1
    @property
    def b(self): print('get b'); return 2


match Attr():
    case Attr(a=2, b=2): print('never')
    case Attr(a=1, b=x): print('x', x)
match 5:
    case n if (m := n * 2) > 5: print(m)
def closure():
    match [1, 2]:
        case [p, q]:
            return lambda: p + q
print(closure()())
def nested(v):
    match v:
        case [kind, payload]:
            match kind:
                case 'num':
                    match payload:
                        case int(): return 'int'
                        case _: return 'other num'
                case _: return 'other kind'
    return 'nothing'
print(nested(['num', 1]), nested(['num', 'x']), nested(['y', 1]), nested(3))
class InClass:
    match [1, 2]:
        case [u, v]: total = u + v
print(InClass.u, InClass.total)
def glob():
    global gx
    match 7:
        case gx: pass
glob()
print(gx)
