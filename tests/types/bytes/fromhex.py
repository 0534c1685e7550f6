# Bytes from hexadecimal text
class Sub(bytes): pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
bytes.fromhex("")
bytes.fromhex("00fF")
bytes.fromhex(" 0a 0B\t0c\n\r\v\f0d ")
bytes.fromhex("0")
bytes.fromhex("0g")
bytes.fromhex("00 0")
bytes.fromhex("0 0")
bytes.fromhex("\u00e90")
bytes.fromhex("00\u0660")
bytes.fromhex(b"00")
bytes.fromhex(1)
bytearray.fromhex("6162")
bytearray.fromhex("6")
type(Sub.fromhex("61")).__name__, Sub.fromhex("61")
""")
