# Messages of operators and calls applied to wrong types

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class C: pass
c = C()
function = lambda: 0
check("1 + 'a'", "'a' + 1", "[] + ()", "() + []", "{} + {}", "None + 1", "1 - 'a'", "'a' * 'b'", "[] * []", "{} * 2", "1 / 'a'", "'a' // 1", "1 % []", "'a' ** 2", "1 @ 2", "1 << 'a'", "1 >> 1.5", "1 & 'a'", "1 | None", "{} | 1", "{1} | [1]", "1 ^ 1.5", "-'a'", "+[]", "~1.5", "not_defined", "1 < 'a'", "'a' > 1", "[] <= ()", "{} >= {}", "None < None", "c < c", "1j > 2", "c + 1", "1 + c", "c[0]", "c()", "c.x", "5 .x", "len(5)", "len(c)", "iter(5)", "next(5)", "[x for x in 5]", "1 in 5", "'a' in 5", "5 in 'a'", "c in c", "{}[[]]", "function[0]", "function + 1", "len + len", "int + int", "abs('a')", "int([])", "float([])", "str(1, 2)", "list(5)", "dict(5)", "set(5)", "tuple(5)", "sum(5)", "max(5)", "sorted(5)", "range('a')", "chr('a')", "ord(5)", "hash([])", "isinstance(1, 1)", "'%d' % ('a',)", "'a'.join([1])", "print(**5)", "print(*5)", "{**5}", "[*5]", "{*5}", "(lambda a: a)()", "'abc'[1:2:0]", "range(1, 2, 0)", "type(1)(2, 3, 4)", "super(5)", "1 if c < 1 else 2", "divmod('a', 1)", "pow('a', 'b')", "round('a')", "'a'.format_map(5)", "b'a' + 'b'", "'a' + b'b'", "b'a' % 'b'", "[1, 2].index(3)", "{}.popitem()", "set().pop()", "[].pop()", "(1).__add__()", "'a'.split('')", "int('a')", "float('a')", "complex('a')", "bytes('a')", "chr(-1)", "ord('ab')", "'\\ud800'.encode()", "[][0]", "{}['k']", "()[0]", "''[0]", "range(0)[0]", "1 / 0", "1.0 / 0", "1 % 0", "1j / 0", "0 ** -1", "2.0 ** 10000", "10 ** 400 * 1.0", "float(10 ** 400)", "[1, 2] > [1, 'a']", "min([1, 'a'])", "slice(1) < 5", "...  + 1", "f'{1:z}'", "int.from_bytes(5)", "(5).to_bytes(0)", "'a' 'b' + 1", "b''.join(['a'])", "memoryview(5)")
