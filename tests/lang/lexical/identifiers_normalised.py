# Identifiers are compared after NFKC normalisation, strings are not.
ﬁne = 1
print(fine)
café = 'composed'
print(café)
globals_names = [n for n in globals() if n.startswith('caf')]
print(globals_names, len(globals_names[0]))
exec("cafe\u0301 = 'decomposed'")
print(café)
ªb = 5
print(ab)
𝐱 = 7
print(x)


class K:
    ﬁeld = 3


print(K.field, hasattr(K, 'ﬁeld'), 'field' in vars(K), 'ﬁeld' in vars(K))
print(getattr(K, 'field'))
_ = 1
__ = 2
___x9 = 3
print(_ + __ + ___x9)
Ω = 'ohm'
print(Ω, [n for n in globals() if n == '\u03a9'])
名前 = 'name'
print(名前)
π = 3
print(π * 2)


def f(ﬁrst):
    return first


print(f(1), f(first=2), f(ﬁrst=3))
for source in ["€ = 1", "a\u00b2 = 1", "x\u2019y", "1 \u2212 2", "a\u00a0b", "\u200bx", "$", "?", "a ! b"]:
    try:
        exec(source)
        print(ascii(source), "accepted")
    except SyntaxError as e:
        print(ascii(source), "->", e.msg)
