# int, float, complex, bin, oct, hex, chr, ord, round, divmod, abs, pow.
print(int(), int('  42  '), int('-0x1F', 16), int('0b101', 0), int('0o17', 0), int('1_000'), int('z', 36), int(b'12'), int('٣'), int(3.99), int(-3.99), int('1' * 30), int(True), int('0', 0), int('00', 0))
print(float(), float('1e-3'), float('  -inf '), float('NaN'), float('1_0.5'), float(b'2.5'), float('.5'), float('5.'), float(10**20), float('infinity'))
print(complex(), complex(1), complex('1+2j'), complex(' -j '), complex(1, 2), complex(1j, 1j), complex('1e2-.5J'), complex('nan'), complex(real=1, imag=-1), complex('(1+2j)'))
print(bin(10), bin(-10), oct(8), oct(-8), hex(255), hex(-255), hex(2**70), bin(0), hex(True))
print(chr(65), ord('A'), chr(0x1F600), ord('😀'), ord(b'a'), chr(0xD800).encode('utf-16', 'surrogatepass'), ascii('é'), ascii('😀'), ascii([chr(127), 'x']))
print(round(2.5), round(3.5), round(-2.5), round(1234.5678, 2), round(1234.5678, -2), round(1234, -2), round(1250, -2), round(1350, -2), round(5), round(5, 3), round(2.675, 2), round(1e20), round(0.5, 0), round(-0.4), round(2.5, None), round(True), round(15, -1), round(25, -1), round(10**20 + 5, -1))
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(-7, 2.0), abs(-5), abs(-2.5), abs(3 + 4j), abs(True), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(2.0, 3), pow(-8, 1/3))
for op in ['int("")', 'int("1.5")', 'int("0x")', 'int("12", 1)', 'int("12", 37)', 'int("9", 8)', 'int(None)', 'int([])', 'int("1__0")', 'int("_1")', 'int("1 2")', 'int(1.5, 2)', 'int("5", base="x")', 'int(x=5)', 'int("010", 0)', 'int(b"\\xff")', 'float("")', 'float("1e")', 'float(None)', 'float([])', 'float("1 2")', 'float(1j)', 'complex("1 + 2j")', 'complex("1", 2)', 'complex(1, "2")', 'complex(None)', 'complex("")', 'bin(1.5)', 'hex("a")', 'chr(-1)', 'chr(0x110000)', 'chr("a")', 'chr(1.5)', 'ord("")', 'ord("ab")', 'ord(5)', 'ord(b"")', 'round("a")', 'round(1.5, 1.5)', 'round(1, "x")', 'divmod(1, 0)', 'divmod(1.5, 0)', 'divmod("a", 1)', 'divmod(1)', 'abs("a")', 'abs()', 'pow(1)', 'pow(2, 3, 0)', 'pow(0, -1)', 'pow("a", 1)', 'int("9" * 5000)', 'round(float("nan"))', 'round(1e308, -400)', 'round(5e-324, 400)', 'oct(None)', 'int(float("-inf"))', 'ascii()', 'float("٣.٥")', 'int("\\u0663\\u0664")', 'int(" \\n5\\t")', 'float("1_")', 'complex("j1")', 'bool(1, 2)', 'bool(x=1)']:
    try:
        print(op, '->', eval(op))
    except Exception as e:
        print(op, '->', type(e).__name__, str(e)[:110])
