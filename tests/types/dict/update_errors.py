# What update and dict() take pairs from
class Keys:
    def keys(self):
        return ["k", "l"]
    def __getitem__(self, key):
        return key * 2

class BadKeys:
    def keys(self):
        return 5

class Raising:
    def __iter__(self):
        yield ("half", 1)
        raise KeyError("way")

def run(text):
    d = {"a": 1}
    try:
        names = dict(globals(), d=d)
        try:
            code = compile(text, "", "eval")
        except SyntaxError:
            exec(text, names)
            return names["d"]
        return d, eval(code, names)
    except Exception as error:
        return d, type(error).__name__, str(error)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
run('d.update({"q": 1}, r=2)')
run('d.update([("q", 1)])')
run('d.update([("q",)])')
run('d.update([("q", 1, 2)])')
run('d.update([1])')
run('d.update(5)')
run('d.update(None)')
run('d.update("ab")')
run('d.update(["ab"])')
run('d.update([["a", "b"], "cd"])')
run('d.update(((1, 2), (3,)))')
run('d.update(iter([("z", 1)]))')
run('d.update({}, {})')
run('d.update(Keys())')
run('d.update(BadKeys())')
run('d.update(Raising())')
run('d.update([([], 1)])')
run('d.update(d)')
run('d.update(self=1)')
run('d |= [(1, 2)]')
run('d |= 5')
run('d |= "ab"')
run('d |= None')
run('d | [(1, 2)]')
run('d | {"b": 1}')
run('dict([1])')
run('dict({1: 2}.items(), x=3)')
run('dict(**{1: 2})')
run('dict(mapping={})')
run('dict({}, {})')
run('dict(None)')
run('d.setdefault([])')
run('d.pop("zz")')
run('d.pop([])')
run('{}.pop([], 5)')
run('d.pop()')
run('d.popitem(); d.popitem()')
run('d.get()')
run('d.get([])')
run('d.get(key=1)')
run('dict.fromkeys(5)')
run('dict.fromkeys([[]])')
run('dict.fromkeys("ab", [])')
run('d[[]] = 1')
run('del d["zz"]')
run('d.clear(1)')
run('d.nope')
""")
