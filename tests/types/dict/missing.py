# __missing__ is asked by subscription alone
class D(dict):
    def __missing__(self, key):
        print("missing", key)
        if key == "fail":
            raise KeyError("custom")
        return key * 2
d = D(a=1)
print(d["a"], d["zz"], d.get("zz"), "zz" in d, d.pop("zz", "popped"), d.setdefault("q", 5), d["q"], len(d))
try:
    d["fail"]
except KeyError as error:
    print(repr(error))
try:
    d.pop("fail")
except KeyError as error:
    print(repr(error))
print(d.__getitem__("x"), dict.get(d, "x"))
try:
    dict.__getitem__({}, "x")
except KeyError as error:
    print(repr(error))
class Count(dict):
    def __missing__(self, key):
        value = self[key] = []
        return value
c = Count()
for word in "the cat the dog".split():
    c[word].append(len(word))
print(c)
class E(dict):
    pass
e = E()
e.__missing__ = lambda key: "instance"
try:
    e["x"]
except KeyError as error:
    print(repr(error))
class Bad(dict):
    __missing__ = 5
try:
    Bad()["x"]
except TypeError as error:
    print(error)
print("%(a)s %(bb)s" % d, "{a} {bb}".format_map(d))
try:
    del d["none"]
except KeyError as error:
    print(repr(error))
