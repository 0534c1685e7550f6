# Messages of the methods, and what is found by a set within a set
class S(set):
    pass

def removed():
    s = {frozenset([1]), frozenset([2])}
    s.remove({1})
    s.discard({2})
    return s

def with_attribute():
    made = S([1])
    made.attribute = 5
    return made

def changed(change):
    s = {1, 2, 3}
    it = iter(s)
    next(it)
    change(s)
    return list(it)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
{1}.add([])
{1}.add()
{1}.remove(9)
{1}.remove([])
{1}.remove({9})
{1}.discard([])
{1}.discard({9}), {1}.discard(9)
removed()
set().pop()
{1}.pop(1)
set(5)
set([[]])
set([1], [2])
set(x=1)
S([1], [2])
frozenset([1], [2])
frozenset().add
hash({1})
{{1}: 2}
hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(frozenset()) == hash(frozenset())
S([1]).__reduce__()[1:], frozenset([1]).__reduce__()[1:], with_attribute().__reduce__()[1:]
iter({1}).__reduce__()[1], iter({1}).__length_hint__()
changed(lambda s: s.add(9))
changed(lambda s: s.clear())
changed(lambda s: (s.remove(1), s.add(1)))
""")
