# UserDict, UserList, UserString
from collections import UserDict, UserList, UserString

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class D(UserDict):
    def __setitem__(self, key, value): super().__setitem__(key.upper(), value)
    def __missing__(self, key): return f"missing {key}"
d = D(a=1); d["b"] = 2; d.update(c=3)
print(d, d.data, d["A"], d["zz"], "A" in d, len(d), sorted(d), d.get("A"), d.get("q", 5), d.pop("A"), d | {"e": 5}, type(d.copy()).__name__, d == {"B": 2, "C": 3}, list(d.items()))
show(lambda: UserDict()["x"]); show(UserDict({"a": 1}).__delitem__, "b"); show(UserDict, 5)
u = UserList([3, 1, 2]); u.append(4); u.sort(); u += [5]; u[0] = "z"
print(u, u.data, u[1:3], type(u[1:3]).__name__, u + [6], [0] + u, u * 2, u == ["z", 2, 3, 4, 5], len(u), u.index(4), u.count(2), 3 in u, u.pop(), u.reverse(), u, UserList("ab"), u.copy() == u, UserList([1]) < [2], max(UserList([1, 5])))
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L(); l.append(5); print(l, type(l + [1]).__name__, type(l * 2).__name__)
s = UserString("Hello"); print(s, s.upper(), type(s.upper()).__name__, s + " w", "a " + s, s * 2, s[1], s[1:3], len(s), s == "Hello", s < "Help", hash(s) == hash("Hello"), "ell" in s, s.find("l"), s.split("l"), s.replace("l", "L"), s % () if "%" in s else UserString("%d") % 5, int(UserString("42")), s.encode(), repr(s), UserString(5).data, "".join(map(str, s)), s.isalpha(), s.center(9, "*"))
show(lambda: s[100]); show(lambda: UserList()[0]); show(UserList([1]).remove, 2)
