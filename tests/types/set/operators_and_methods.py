# Operators want sets, methods take iterables
class S(set): pass
class F(frozenset): pass

def run(text):
    x = {1, 2}
    try:
        exec(text, {"x": x})
    except Exception as error:
        return x, type(error).__name__, str(error)
    return x

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
sorted({1, 2}.union([9], {8}, (7,))), {1, 2}.intersection([1], {1, 2}), {1, 2}.difference([1]), sorted({1, 2}.symmetric_difference([1, 9]))
{1, 2}.union(), {1, 2}.intersection(), {1, 2}.difference(), {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint("ab")
{1} | [1]
{1} & (1,)
{1} - [1]
{1} ^ "a"
{1} < [1, 2]
{1} | 5
{1} + {2}
{1}.union(5)
{1}.intersection(5)
{1}.union([[]])
{1}.intersection([[]])
{1}.symmetric_difference()
{1}.symmetric_difference([1], [2])
{1}.issubset()
{1} == frozenset([1]), {1} == [1], {1} < frozenset([1, 2]), {1, 2} > {1}, {1} <= {1}, {1} != {2}
type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__, type(S([1]) | {2}).__name__, type(S([1]).copy()).__name__, type(F([1]).copy()).__name__
{frozenset([1])}.__contains__({1}), {1} in {frozenset([1])}, {1} in {2}
[] in {1}
run("x |= [9]")
run("x |= {9}")
run("x -= x")
run("x ^= x")
run("x &= 5")
run("x.update([9], [8])")
run("x.update(5)")
run("x.intersection_update([1], [1, 2])")
run("x.difference_update(x)")
run("x.symmetric_difference_update([1, 9])")
""")
