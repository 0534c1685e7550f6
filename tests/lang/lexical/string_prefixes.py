# String prefixes in any case, and what each does with escapes.
print('a\tb', r'a\tb', R'a\tb', u'a\u00e9', U'\x41')
print(b'a\x00\xff', B'abc', rb'\x00', Rb'\n', bR'\n', BR'\t')
print(f'{1}' rf'{2}\n' fr'\d{3}' F'{4}' Rf'\{5}')
print(type(b''), type(u''), type(f''), type(r''))
print('con' 'cat' "ena" '''ted''')
print(b'by' rb'\t' b"es")
print('a' f'{1 + 1}' 'c' r'\d')
print(len(r'\''), r"\"")
print('''triple "quoted" 'text' with \
continuation''')
print("""line one
line two""")
print(r"""raw \
newline""")
print('single \
continued')
x = ('implicit '
     'joining '  # comment between
     'of lines')
print(x)
print("\0\1\12\123\377\1234")
print(ascii("\0\1\12\123\377"), len("\0012"))
print("\a\b\f\v\r".encode())
print(b"\101\x41\60")

for source in ["ub'x'", "fb'x'", "b'é'", "'abc", '"""abc', "b'a' 'b'", "'\\x4'", "'\\u12'", "'\\N{nope}'", "'\\U00110000'", "b'\\x4'", "ur'x'"]:
    try:
        eval(source)
    except SyntaxError as e:
        print(source, "->", e.msg)
