# The messages of binary operators that no operand supports.
values = ['1', '"s"', '[1]', 'None', '1.5', '{1: 2}', '(1,)', 'b"b"', '{1}', 'len']
for op in ('+', '-', '*', '/', '//', '%', '**', '<<', '&', '|', '@'):
    for left, right in [('1', '"s"'), ('"s"', '1'), ('[1]', 'None'), ('None', 'None'), ('{1: 2}', '[1]'), ('1.5', '"s"'), ('(1,)', '[1]'), ('b"b"', '"s"'), ('"s"', 'b"b"'), ('len', '1'), ('{1}', '[1]')]:
        try:
            eval(f'{left} {op} {right}')
        except TypeError as e:
            print(left, op, right, '->', e)
for op in ('<', '<=', '>', '>='):
    for left, right in [('1', '"s"'), ('None', '0'), ('[1]', '(1,)'), ('1j', '2j'), ('{1: 2}', '{}'), ('object()', 'object()')]:
        try:
            eval(f'{left} {op} {right}')
        except TypeError as e:
            print(e)
for source in ['1 in 2', '1 in "a"', 'None in b"x"', '[] in {}', '[] in {1}', 'x = 1; x += "a"', 'x = []; x += 1', 'x = "a"; x -= 1', 'x = None; x **= 2', 'x = {}; x |= 1', 'x = (1,); x @= 2', 'x = 1; x //= None']:
    try:
        exec(source)
    except TypeError as e:
        print(source, '->', e)
try:
    pow(1, 2, 'x')
except TypeError as e:
    print(e)
try:
    divmod('a', 1)
except TypeError as e:
    print(e)
