# to_bytes: lengths, orders and signs

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
(10).to_bytes(), (10).to_bytes(3), (10).to_bytes(3, "little"), (0).to_bytes(0), True.to_bytes(), (1).to_bytes(length=2, byteorder="big", signed=True)
(-128).to_bytes(1, signed=True), (127).to_bytes(1, signed=True), (-1).to_bytes(3, signed=True), (255).to_bytes(1)
(1 << 100).to_bytes(13, "little"), (-(1 << 64)).to_bytes(9, "big", signed=True), (-(1 << 63)).to_bytes(8, signed=True)
(256).to_bytes(1)
(128).to_bytes(1, signed=True)
(-129).to_bytes(1, signed=True)
(-1).to_bytes(1)
(1).to_bytes(0)
(-1).to_bytes(0, signed=True)
(1 << 100).to_bytes(12)
(1).to_bytes(-1)
(1).to_bytes("1")
(1).to_bytes(1.0)
(1).to_bytes(1 << 70)
(1).to_bytes(1, "middle")
(1).to_bytes(1, 1)
(1).to_bytes(1, "big", True)
""")
