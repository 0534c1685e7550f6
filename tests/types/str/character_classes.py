# How many code points are of each class, and where
text = "".join(map(chr, range(0x1F800)))
for name in ("isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"):
    members = bytes(map(getattr(str, name), text))
    print(name, members.count(1), members.find(1), members.rfind(1), int.from_bytes(members, "big") % 1000000007)
print(bytes(("a" + chr(i)).isidentifier() for i in range(0x800)).count(1))
print(bytes(map(str.isalpha, map(chr, range(0x2FF00, 0x31400, 16)))).count(1))
