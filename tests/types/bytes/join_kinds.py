# join takes everything bytes-like, and says which item is not
class Sub(bytes): pass

def joined_while_growing():
    items = [b"a"]
    def generate():
        for item in items:
            if len(items) < 5:
                items.append(b"b")
            yield item
    return b",".join(generate())

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"-".join([])
b"-".join([b"a"])
b"-".join([b"a", bytearray(b"b"), memoryview(b"c")])
bytearray(b"-").join((b"a", b"b"))
b"".join(x for x in (b"1", b"2"))
b"".join([Sub(b"q")]), type(b"".join([Sub(b"q")])).__name__
b"".join(["a"])
b"".join([b"a", 1])
b"".join([b"a", b"b", None])
b"".join("ab")
b"".join(b"ab")
b"".join(5)
b"".join()
b"".join([b"a"], [b"b"])
joined_while_growing()
""")
