# Quotes, backslashes, comments and newlines inside replacement fields.
names = ['a', 'b']
d = {'key': 'value'}
print(f'{d['key']} {', '.join(names)} {'\n'.join(names)!r}')
print(f"{f"{f"{f"{1 + 1}"}"}"}")
print(f'{f'{f'{'deep'}'}' + f'{'er'}'}')
print(f'{
    1  # a comment with } and '
    + 2
}')
print(f'''{
    d['key']
    if names
    else None
}''')
print(f'{'\t'}|{'\\'}|{"\x41"}|{'\N{BULLET}'}|\N{BULLET}|{{\N{BULLET}}}')
print(f'{ {'a': 1}['a'] } {{}} {{{1}}} {{{{}}}} {{{{{2}}}}}')
print(f'{1:{'>' + str(5)}} {'x':{'*'}^{2 + 3}} {d!r:{len(names) * 10}}|')
print(f'{lambda_(3)}' if (lambda_ := lambda v: v * 2) else '')
print(f'{(lambda x: x + 1)(2)} {[*names]} {*names,} {(yield_ := 4)}')
print(f'{"quoted " 'mixed' ''' triple'''}', f'{f''}' + f"{""}" + '.')
print(f'a{1}b{2}c' 'plain' f'{3}' "x" rf'\{4}')
print(f'{'{'}{'}'}', f'{'}'}', f'{"{}".format(5)}', f'{'a' if 'b' in 'abc' else 'c'}')
print(f'{1!r}{2!s}{3!a}', f'{1 !r}', f'{'!'}', f'{1 != 2}', f'{d['key']!r:>10}')
print(f'line one \
continued {1}')
print(f'''multi
line {1}
''' f'end')
print(fr'{'\n'}|\n|{r'\n'}', f'{chr(92)}x')
print(f'{3.14159:{6}.{3}}', f'{5:{'0'}{3}}')
x = 5
print(f'{x:{x}}' f'{x!r:^{x}.{1}}', f'{x:=+5}', f'{'s':=^5}')
