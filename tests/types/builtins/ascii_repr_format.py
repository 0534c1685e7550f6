# repr, ascii and format on many values

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class C:
    def __repr__(self): return "é"
    def __format__(self, spec): return f"format({spec})"
class Bad:
    def __repr__(self): return None
    def __format__(self, spec): return None
    def __str__(self): return 1
check("repr(C())", "ascii(C())", "format(C())", "format(C(), 'x')", "str(C())", "repr(Bad())", "ascii(Bad())", "format(Bad())", "str(Bad())", "ascii('é😀\\n')", "ascii(['é', {'ü': 1}])", "ascii(b'\\xe9')", "repr('\\ud800')", "format(5)", "format(5, '05')", "format('a', '>5')", "format(1.5, '.3f')", "format(None, 'x')", "format([], '')", "format([], '5')", "format((1,), 's')", "format({}, 'd')", "format(True, 'd')", "format(1j, '.1f')", "format(b'a', '')", "format(b'a', 'x')", "format(int, '')", "format(int, 'x')", "format(object, '>10')", "format(5, 5)", "format(5, None)", "format(5, 'é')", "repr(repr)", "repr(...)", "repr(type)", "f'{C()!r}{C()!s}{C()!a}{C()}{C():y}'", "f'{[C()]}'", "'%s %r %a' % (C(), C(), C())", "f'{5!r:>4}'", "f'{\"a\"!r:*^9}'", "f'{1:{\"0\"}{5}}'", "f'{C():{1 + 1}}'", "f'{1,}'", "f'{lambda_ if (lambda_ := 3) else 0}'", "f'{{}}{{{1}}}'", "f'{1 + 1 = }'", "f'{C()=}'", "f'{C()=!s}'", "f'{5=:03}'", "f'{\"x\" \"y\"}'", "f'{1 if True else 2:>3}'", "f'{1!r:}'", "f'''{\n1\n}'''")
