# Errors inside f-strings.
sources = ["f'{}'", "f'{ }'", "f'{!r}'", "f'{:5}'", "f'{=}'", "f'{'", "f'}'", "f'{a'", "f'{a!}'", "f'{a!x}'", "f'{a!rr}'", "f'{a! r}'", "f'{a!r:'", "f'{a:{b'", "f'{a b}'", "f'{a;b}'", "f'{1 +}'", "f'{lambda x: 1}'", "f'{lambda :1}'", "f'{a[}'", "f'{a)}'", "f'{(a}'", "f'{a:{b!}}'", "f'{*a}'", "f'{**a}'", "f'{a = b}'", "f'{a=!}'", "f'{yield}'", "f'{await x}'", "f'{return}'", "f'{a:=5}'", "f'{a.b.}'", "f'{1}{2'", "f'{'a' 'b}'", "f'''{a", "f'{a!5}'", "f'{a!r}}'", "f'{{}'", "f'{}}'", "f'{a\\'b}'", "f'{\\n}'", "f'{#}'", "f'{a!s!r}'", "f'{a,b}'", "f'{,}'", "f'{a:b:c}'", "b'' f''", "f'' b''", "f'{f'{f'{'", "f'{x:{y:{z:{w}}}}'", "f'{x:{y:{z}}}'", "f'{del x}'", "f'{a if b}'", "f'{None = 1}'", "f'{x' 'y}'", "f'{\"\\'\"}'", "f'{for}'", "f'{0x}'", "f'{1__0}'", "f'{$}'", "f'{a $ b}'", "rf'{\\}'", "f'\\N{nope}'", "f'\\x4'", "f'{a!=}'", "f'{a==}'"]
for source in sources:
    try:
        compile(source, 's', 'eval')
        print(source, '| accepted')
    except SyntaxError as e:
        print(source, '|', e.msg, '|', e.offset)
