# Reading, writing and deleting by wrong indices

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


l = [1, 2, 3]
def get(i): return l[i]
def put(i): l[i] = 0
def remove(i): del l[i]
for index in (3, -4, 10**30, -10**30, "a", 1.0, None, (0,), [0], slice("a", "b"), slice(0, 1, 0), b"0", {}, object):
    show(get, index)
    show(put, index)
    show(remove, index)
print(l)
show(lambda: [][0])
show(lambda: [].__getitem__(0))
show(lambda: l.__setitem__(5, 1))
show(lambda: l.__delitem__(5))
show(lambda: l * "a")
show(lambda: l * 1.5)
show(lambda: l * None)
show(lambda: l + None)
show(lambda: l + "a")
show(lambda: l - [1])
show(lambda: l())
show(lambda: hash(l))
show(lambda: l.attribute)
show(lambda: setattr(l, "a", 1))
show(lambda: l.appendd)
show(lambda: [1, 2].length)
show(lambda: {l: 1})
show(lambda: [] * (2**63))
show(lambda: [1] * (2**62))
show(lambda: -l)
show(lambda: l < 5)
show(lambda: [1] @ [2])
