# pop, remove and del
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
run('b.pop()')
run('b.pop(0)')
run('b.pop(-3)')
run('b.pop(3)')
run('b.pop("a")')
run('b.pop(1, 2)')
run('b.remove(97)')
run('b.remove(120)')
run('b.remove(256)')
run('b.remove("a")')
run('b.remove(b"a")')
run('b.clear()')
run('b.reverse()')
run('del b[0]')
run('del b[-1]')
run('del b[3]')
run('del b["a"]')
run('del b[1:]')
run('del b[::2]')
run('del b[::-2]')
run('del b[::0]')
run('del b[5:1]')
run('del b[1 << 70:]')
run('bytearray().pop()')
""")
