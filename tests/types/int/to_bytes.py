# to_bytes and from_bytes: lengths, orders, signs, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("(0).to_bytes()", "(255).to_bytes()", "(256).to_bytes()", "(1024).to_bytes(2)", "(1024).to_bytes(2, 'little')", "(1024).to_bytes(length=4, byteorder='little')", "(-1).to_bytes(2, 'big')",
      "(-1).to_bytes(2, 'big', signed=True)", "(-128).to_bytes(1, 'big', signed=True)", "(-129).to_bytes(1, 'big', signed=True)", "(128).to_bytes(1, 'big', signed=True)", "(127).to_bytes(1, signed=True)",
      "(0).to_bytes(0, 'big')", "(1).to_bytes(0, 'big')", "(1).to_bytes(-1, 'big')", "(1).to_bytes(2, 'middle')", "(2**100).to_bytes(13, 'big')", "(-(2**100)).to_bytes(14, 'little', signed=True)",
      "int.from_bytes(b'')", "int.from_bytes(b'\\x01\\x00')", "int.from_bytes(b'\\x01\\x00', 'little')", "int.from_bytes(b'\\xff', signed=True)", "int.from_bytes(b'\\xff\\x7f', 'little', signed=True)",
      "int.from_bytes(b'\\x80' + b'\\0' * 15, signed=True)", "int.from_bytes([1, 2, 3])", "int.from_bytes((255, 256))", "int.from_bytes('abc')", "int.from_bytes(bytearray(b'ab'), byteorder='big')", "int.from_bytes(5)",
      "int.from_bytes(range(4), 'little')", "int.from_bytes(b'a', 'x')", "True.to_bytes(2)", "(5).to_bytes(1, 'big', True)", "bool.from_bytes(b'\\x02')")
class Sub(int): pass
print(type(Sub.from_bytes(b"\x05")), Sub.from_bytes(b"\x05"))
for n in range(-300, 300, 37):
    raw = n.to_bytes(2, "little", signed=True)
    print(raw, int.from_bytes(raw, "little", signed=True) == n)
