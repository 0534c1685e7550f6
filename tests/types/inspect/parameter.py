# Parameter: checks, replace, equality; Signature checks the order of parameters
import copy
import inspect
from inspect import Parameter as P, Signature as S

for arguments in (("a", 9), ("a", "b"), (1, 1), ("if", 1), ("if", 0), (".0", 1), (".0", 0), ("a b", 1), ("a", P.VAR_KEYWORD)):
    try:
        p = P(*arguments)
        print(p, repr(p), repr(p.kind))
    except (ValueError, TypeError) as e:
        print(arguments, type(e).__name__, e)
for kind in (P.VAR_POSITIONAL, P.VAR_KEYWORD):
    try:
        P("a", kind, default=1)
    except ValueError as e:
        print(e)
p = P("a", P.POSITIONAL_OR_KEYWORD, default=1, annotation=int)
print(p, p.replace(name="b"), p.replace(default=P.empty), p.replace(annotation=P.empty), p.replace(kind=P.KEYWORD_ONLY))
print(p == P("a", 1, default=1, annotation=int), p == P("a", 1), hash(p) == hash(copy.copy(p)), copy.copy(p) == p, p == 5)
print(copy.replace(p, name="c"))
try:
    p.name = "x"
except AttributeError as e:
    print(e)


def make(*parameters):
    try:
        print(S(parameters))
    except ValueError as e:
        print(e)


make(P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY))
make(P("a", P.VAR_KEYWORD), P("b", P.VAR_POSITIONAL))
make(P("a", P.POSITIONAL_ONLY, default=1), P("b", P.POSITIONAL_OR_KEYWORD))
make(P("a", P.POSITIONAL_ONLY), P("a", P.KEYWORD_ONLY))
make(P("a", P.KEYWORD_ONLY, default=1), P("b", P.KEYWORD_ONLY))
make()
s = S([P("a", 1), P("k", 3)], return_annotation="text")
print(s, s == copy.copy(s), S([P("k", 3), P("j", 3)]) == S([P("j", 3), P("k", 3)]))
print(inspect.Parameter.empty, inspect.Signature.empty is inspect.Parameter.empty)
print(inspect.formatannotation(dict[str, int]), inspect.formatannotation(inspect.Signature), inspect.formatannotation("x"))
