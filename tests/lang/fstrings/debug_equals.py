# {expr=} keeps the source text with its spaces.
x, y = 3, 'text'
d = {'k': [1, 2]}
print(f'{x=} {y=} {x = } {x= } {x =} { x = }')
print(f'{x=:>5} {y=!s} {y=!r:>8} {x=!s:^5}| {3.14159=:.2f}')
print(f'{x + 1=} {d["k"][0]=} {len(d)=} {(lambda q: q)(5)=} {x if y else 0 = }')
print(f'{x==3=} {x>=3=} {x<=3 = }')
print(f'{"a" "b"=} {[i for i in range(2)]=} {x,y=} {(x,y)=}')
print(f'''{
x
=}''')
print(f'{x  +  1   =   }')
print(f"{f'{x=}'=}")
print(f'{x=}{y=}', f'{x=:{x}}', f'{{x=}}', f'{x=}' f'{y=}')
print(f'{y.upper()=} {y[0:2]=} {not x=} {-x=} {x@x if 0 else x=}')
print(f'{ñ=}' if (ñ := 1) else '')
print(f'{(w := 5)=} {w=}')
print(rf'{x=}\n', f'{x=}\t|')
