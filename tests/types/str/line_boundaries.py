# What separates lines and words
text = "".join(map(chr, range(0xD800)))
lines = [ord(line[-1]) for line in text.splitlines(True)][:-1]
print([hex(i) for i in lines])
spaces = bytes(map(str.isspace, text))
found = [i for i in range(0x3100) if spaces[i]]
print([hex(i) for i in found], sum(spaces) == len(found))
print([len(("a" + chr(i) + "b").split()) for i in found + [0x200B, 0x2060, 0xFEFF, 0x1F600]])
text = "".join("x" + chr(i) for i in lines) + "\r\n\n\ry"
print(ascii(text.splitlines()), ascii(text.splitlines(True)) == ascii(text.splitlines(keepends=1)))
print("".join(text.splitlines(True)) == text, "".splitlines(), "\n".splitlines(), "\n".splitlines(True))
