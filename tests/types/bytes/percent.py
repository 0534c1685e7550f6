# % formatting of bytes

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class B:
    def __bytes__(self): return b"<B>"
check("b'%s' % b'a'", "b'%b' % b'a'", "b'%s' % 'a'", "b'%s' % 5", "b'%s' % B()", "b'%d %i %u' % (1, 2.9, 3)", "b'%x %X %o %#x' % (255, 255, 8, 255)", "b'%c%c' % (65, b'B')", "b'%c' % b'ab'", "b'%c' % 256", "b'%c' % 'a'", "b'%r %a' % ('\\xe9', b'x')", "b'%5s|%-5s|%.1s' % (b'ab', b'ab', b'ab')", "b'%f %.2e %g' % (1.5, 1.5, 1.5)", "b'%(k)s' % {b'k': b'v'}", "b'%(k)s' % {'k': b'v'}", "b'%%' % ()", "b'%d' % 'a'", "b'%z' % 1", "b'%s %s' % (b'a',)", "b'%s' % (b'a', b'b')", "b'abc' % 1", "bytearray(b'%s') % b'a'", "b'%s' % bytearray(b'q')", "b'%s' % [1]", "b'%05d|%+d' % (-3, 4)", "b'%*d' % (4, 2)", "b'%s' % memoryview(b'ab')[:1].tobytes()", "b'%' % 1", "b'%x' % 1.5")
x = bytearray(b"%d")
x %= 7
print(x)
