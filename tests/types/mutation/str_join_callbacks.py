# str.join, % and format whose callbacks change the arguments
items = ["a", "b", "c"]
class S:
    def __str__(self):
        items.clear()
        return "S"
    __repr__ = __str__
print("%s %s" % (S(), items), items)
items.extend("xy")
print("{} {}".format(S(), items), items)
items.extend("xy")
print(f"{S()} {items}", items)
items.extend("xy")
print(str([S(), items, *items]))
def gen():
    for x in list("abc"):
        parts.append(x)
        yield x
parts = []
print("-".join(gen()), parts)
class L(list):
    def __iter__(self):
        self.clear()
        return iter("zw")
l = L("ab")
print("-".join(l), l)
mapping = {"a": 1}
class Clears:
    def __str__(self):
        mapping.clear()
        return "cleared"
mapping["b"] = Clears()
mapping["c"] = 3
try:
    print("%(b)s %(c)s" % mapping)
except KeyError as error:
    print("KeyError", error)
mapping.update(b=Clears(), c=3)
try:
    print("{b} {c}".format_map(mapping))
except KeyError as error:
    print("KeyError", error)
class Spec:
    def __format__(self, spec):
        mapping["added"] = spec
        return spec.upper()
print("{0:abc} {0:{1}}".format(Spec(), "x"), mapping)
print(f"{mapping.pop('added')}{len(mapping)}")
args = [1, 2]
print("{0} {1}".format(*args, args.clear()), args)
