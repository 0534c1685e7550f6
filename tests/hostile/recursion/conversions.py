# Endless recursion through the conversion methods
import math, operator

def caught(name, function):
    try:
        function()
    except RecursionError:
        print(name, "RecursionError caught")
    else:
        print(name, "came back")


functions = {"str": str, "repr": repr, "bool": bool, "len": len, "hash": hash, "int": int, "float": float, "complex": complex, "index": operator.index, "bytes": bytes, "format": format, "round": round, "trunc": math.trunc, "floor": math.floor, "ceil": math.ceil, "dir": dir, "iter": iter, "reversed": reversed, "length_hint": operator.length_hint}
for name, f in functions.items():
    if name == "format":
        C = type("C", (), {"__format__": lambda self, spec: format(self, spec)})
    else:
        C = type("C", (), {f"__{name}__": lambda self, f=f: f(self)})
    caught(name, lambda: f(C()))
class Next:
    def __iter__(self): return self
    def __next__(self): return next(self)
caught("next", lambda: next(Next()))
caught("for", lambda: [x for x in Next()])
class Str:
    def __str__(self): return f"{self}"
caught("f-string", lambda: f"{Str()}")
caught("percent", lambda: "%s" % Str())
caught("format method", lambda: "{}".format(Str()))
caught("print", lambda: print(Str()))
class Repr:
    def __repr__(self): return repr([self])
caught("repr through list", lambda: repr(Repr()))
class ReprDict:
    def __repr__(self): return repr({1: self})
caught("repr through dict", lambda: repr(ReprDict()))
class Not:
    def __bool__(self): return not self
caught("not", lambda: not Not())
class HashTuple:
    def __hash__(self): return hash((self,))
caught("hash through tuple", lambda: hash(HashTuple()))
caught("set", lambda: {HashTuple()})
class EqList:
    def __eq__(self, other): return [self] == [other]
caught("eq through list", lambda: EqList() == EqList())
class Exc(Exception):
    def __str__(self): return str(self)
caught("exception str", lambda: str(Exc()))
class Sum:
    def __radd__(self, other): return sum([self])
caught("sum", lambda: sum([Sum()]))
class Sort:
    def __lt__(self, other): return sorted([self, other])
caught("sorted", lambda: sorted([Sort(), Sort()]))
class In:
    def __contains__(self, x): return x in self
caught("in", lambda: 1 in In())
class Missing(dict):
    def __missing__(self, key): return self[key]
caught("missing", lambda: Missing()["x"])
caught("percent missing", lambda: "%(x)s" % Missing())
