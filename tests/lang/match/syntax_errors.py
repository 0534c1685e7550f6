# Patterns that are refused, with their messages.
patterns = ['x | y', '_ | 1', '1 | x', '(x, x)', '[a, a]', 'C(x, x)', 'C(a=1, a=2)', 'C(a=1, 2)', '[*a, *b]', '*a', 'x.y.z()', 'f"x"', 'a + b', '1 + 1', '1j + 1', '-x', '- -1', '+1', 'not x', 'x()()', 'x[0]', 'lambda: 1', '{*a}', '(a as b)', 'a as _', 'a as b.c', '1 as 1', 'a as b as c', '{1}', 'x if y', 'x if', '1 2', '...', 'True | False', 'x as y | z', '[1, 2', 'C(*a)', 'C(**a)', 'x := 1', 'await x', 'yield', '"a" f"b"', 'a.b | c', '_ as x', '(_)', '[_, _]', '*_', '**x', '1.5 | -2', 'a,', 'a, b', '', '{"a": _, **rest}', '(1 | 2) as z', '1 | 2 as z', 'C(1 | 2, k=3 | 4)', '-1 + 2j', '1 - 2j', '1 + -2j', '-1', '--1', 'None.x', 'x.None', 'case', 'match', 'type', '_()', 'C()()', 'C().x']
for p in patterns:
    source = f'match subject:\n case {p}: pass'
    try:
        compile(source, 's', 'exec')
        print(p, '| accepted')
    except SyntaxError as e:
        print(p, '|', e.msg)
for source in ['match x:\n case y: pass\n case 1: pass', 'match x:\n case _: pass\n case 1: pass', 'match x:\n case y if y: pass\n case 1: pass', 'match x:\ncase 1: pass', 'match x:\n pass', 'match x:\n case 1:\n pass', 'match x:\n case 1: pass\n else: pass', 'match x:\n case 1 pass', 'match x\n case 1: pass', 'match:\n case 1: pass', 'match x: case 1: pass', 'case 1: pass', 'match x:\n\n\ny', 'match x,:\n case 1: pass', 'match *x:\n case 1: pass', 'match (yield):\n case 1: pass', 'match x:\n case 1: pass\n\n case 2: pass', 'match x:\n case (1 | y): pass', 'match x:\n case 1 | (2 | z) | z: pass']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), '| accepted')
    except SyntaxError as e:
        print(repr(source), '|', e.msg)
