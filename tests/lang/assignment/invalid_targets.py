# What cannot be assigned to, with the message for each kind of expression.
targets = ['f()', '1', '"s"', 'x + 1', 'x < y', 'x and y', 'not x', 'lambda: x', '[1]', '(a, 1)', '{a}', '{a: b}', '-x', 'x if y else z',
           '[x for x in y]', '{x for x in y}', '{x: 1 for x in y}', '(x for x in y)', 'None', '...', 'f"{x}"', 'b"x"', 'await x', '(yield)', '(x := 1)', '1.5', 'a.b()', '(a + b)', '[a, b()]', '*a', '(*a)', '*a, *b', 'x.y + 1', '`x`', 'a, b + 1']
for target in targets:
    for form in ['{} = 1', '{} += 1', 'del {}', 'for {} in x: pass', 'with x as {}: pass']:
        source = form.format(target)
        try:
            compile(source, 's', 'exec')
            print(source, 'accepted')
        except SyntaxError as e:
            print(source, '->', e.msg)
