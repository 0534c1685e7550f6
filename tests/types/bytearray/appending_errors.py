# append, extend and insert check what they get
def run(text):
    b = bytearray(b"abc")
    try:
        exec(text, {"b": b})
    except Exception as error:
        return bytes(b), type(error).__name__, str(error)
    return bytes(b)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
run('b.append(1)')
run('b.append(256)')
run('b.append(-1)')
run('b.append("a")')
run('b.append(b"a")')
run('b.append(1.0)')
run('b.append()')
run('b.extend(b"x")')
run('b.extend([1, 2])')
run('b.extend([1, 256])')
run('b.extend([1, "a"])')
run('b.extend("a")')
run('b.extend(5)')
run('b.extend(None)')
run('b.extend(b)')
run('b.extend(iter(b"xy"))')
run('b.insert(0, 1)')
run('b.insert(-1, 90)')
run('b.insert(100, 5)')
run('b.insert(-100, 5)')
run('b.insert("a", 1)')
run('b.insert(0, "a")')
run('b.insert(0, 256)')
run('b.insert(1 << 70, 1)')
run('b += b"q"')
run('b += "q"')
run('b += [1]')
run('b += b')
run('b *= 2')
run('b *= -1')
run('b *= "a"')
run('b *= 1.0')
""")
