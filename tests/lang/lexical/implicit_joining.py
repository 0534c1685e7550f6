# Brackets join lines; comments, blank lines and odd indentation inside them are free.
a = [
    1,

    2,  # two
        3,
  4
]
print(a)
d = {'x':
     1,
          'y': (2,
   3)}
print(d)
total = (1 +
# a comment at column 0
    2 +

    3)
print(total)


def f(a,
      b=2,
  *args,
      **kw
      ):
    return (a, b,
args, kw)


print(f(
    1,
    *[
        2, 3
    ],
    k=4,
))
if (True and
    not False):
    print('joined condition')
x = 1 + \
    2 + \
  3
print(x)
assert x == 6, \
    'continued'
if x == 6: print('one'); print('two')
for i in range(2): print(i); continue
while False: pass
class C: a = 1; b = 2
print(C.a, C.b)
def g(): return 1; return 2
print(g())
with_semicolon = 1;
print(with_semicolon);
if True:
    pass; print('after pass')
result = [x
          for x in range(10)
          if x % 2
          if x > 3]
print(result)
