# Joining many strings.
words = ["w%d" % i for i in range(20000)]
for separator in ("", ", ", "é"):
    joined = separator.join(words)
    print(len(joined), joined[:12], joined[-12:], joined == separator.join(tuple(words)), joined == separator.join(iter(words)))
    print(hash(joined) == hash(separator.join(words)), joined.isascii(), joined.count(separator or "w"))
print("-".join(words + ["\ud800"])[-3:].encode("utf-8", "surrogatepass"))
for place in (0, 4095, 4096, 19999):
    try:
        "".join(words[:place] + [place] + words[place:])
    except TypeError as error:
        print(error)
parts = [word.encode() for word in words]
for separator in (b"", b", ", bytearray(b"--")):
    joined = separator.join(parts)
    print(type(joined).__name__, len(joined), bytes(joined[-12:]))
try:
    b"".join(parts + [3])
except TypeError as error:
    print(error)
