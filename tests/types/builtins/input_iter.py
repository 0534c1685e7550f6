# sorted, reversed, enumerate and zip over exotic iterables

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if not 0 <= i < 3: raise IndexError(i)
        return "xyz"[i]
class It:
    def __iter__(self): yield from "ba"
class Inf:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
check("sorted(Seq(), reverse=True)", "list(reversed(Seq()))", "sorted(It())", "list(enumerate(It(), 5))", "list(zip(It(), Seq()))", "list(map(str.upper, Seq()))", "sorted(Inf())", "dict(zip(Seq(), It()))", "tuple(It())", "set(It()) == {'a', 'b'}", "list(filter(None, It()))", "max(Seq())", "min(It())", "sum(It(), '')", "''.join(Seq())", "[*Seq(), *It()]", "'x' in Seq()", "'q' in Seq()", "'b' in It()", "list(iter(Seq()))", "all(Seq())", "any(Inf())", "list(reversed(It()))", "sorted({'b': 1, 'a': 2}.items())", "sorted('hello', key=lambda c: (-ord(c), c))", "sorted([(1, 'b'), (1, 'a'), (0, 'z')])", "sorted(['b', None])", "bytes(x for x in [1, 2])", "list(zip(range(3), 'abc', [1.5] * 3))", "list(Seq()[i] for i in (2, 0))", "next(iter(It()))", "[x for x in Seq()]", "(lambda a, b, c: a + b + c)(*Seq())", "frozenset(It()) == frozenset('ab')", "list(enumerate(enumerate('ab')))", "bytearray(It())", "len(It())", "len(Seq())", "bool(Seq())", "{**dict(enumerate(Seq()))}")
