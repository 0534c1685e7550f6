# Item and slice assignment, deletion and growth of bytearray

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


b = bytearray(b"hello")
b[0] = 72
b[-1] = ord("O")
print(b)
b[1:3] = b"EEE"
print(b)
b[:0] = b"<"
b[len(b):] = b">"
print(b)
b[::2] = bytes(len(b[::2]))
print(b)
del b[0]
del b[-2:]
del b[::2]
print(b)
b.append(65); b.extend(b"BC"); b.extend([68, 69]); b.extend(iter([70])); b.insert(0, 48); b.insert(-100, 47); b.insert(100, 90)
print(b, b.pop(), b.pop(0), b.pop(1), len(b))
b.remove(65); b.reverse()
print(b)
def assign(target, index, value): target[index] = value
for index, value in [(0, 256), (0, -1), (0, "a"), (0, b"a"), (100, 1), (slice(0, 2), 5), (slice(0, 2), "ab"), (slice(0, 2), [1, 300]), (slice(None, None, 2), b"x"), ("a", 1), (1.0, 1), (slice(0, 1), [1, "a"])]:
    show(assign, b, index, value)
print(b)
show(b.append, 256); show(b.append, "a"); show(b.extend, "abc"); show(b.extend, 5); show(b.extend, [1, 999]); show(b.insert, 0); show(b.remove, 1); show(b.remove, 300); show(b.pop, 100); show(bytearray().pop); show(b.index, 1)
b[:] = []
print(b, b == b"", bool(b))
b[5:10] = [1, 2]
print(b)
b *= 3
b += b"z"
print(b, b.copy() == b, b.copy() is b)
b[1:1] = b
print(b)
b[2:4] = range(3)
print(b)
b[5:2] = b"Q"
print(b)
b.clear()
print(b, hash is None)
show(hash, b)
