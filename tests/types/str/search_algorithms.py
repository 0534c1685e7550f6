# Searching agrees with a naive search on many patterns
def naive(text, pattern, start=0):
    for i in range(start, len(text) - len(pattern) + 1):
        if text[i:i + len(pattern)] == pattern: return i
    return -1
def naive_r(text, pattern):
    for i in range(len(text) - len(pattern), -1, -1):
        if text[i:i + len(pattern)] == pattern: return i
    return -1
state = 3
def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state >> 16 and (state >> 8) % n
checks = 0
for alphabet in ("ab", "abc", "aé", "中a", "😀b"):
    for _ in range(60):
        text = "".join(alphabet[random(len(alphabet))] for _ in range(random(60)))
        pattern = "".join(alphabet[random(len(alphabet))] for _ in range(random(5)))
        assert text.find(pattern) == naive(text, pattern) and text.rfind(pattern) == naive_r(text, pattern), (text, pattern)
        assert (pattern in text) == (naive(text, pattern) >= 0)
        if pattern:
            count = position = 0
            pieces = []
            while (found := naive(text, pattern, position)) >= 0:
                pieces.append(text[position:found])
                count, position = count + 1, found + len(pattern)
            pieces.append(text[position:])
            assert text.count(pattern) == count and text.split(pattern) == pieces and text.replace(pattern, "-") == "-".join(pieces) and pattern.join(pieces) == text
            b, p = text.encode(), pattern.encode()
            assert b.count(p) >= count and b.replace(p, b"") == text.replace(pattern, "").encode() and (p in b) == (pattern in text)
        checks += 1
print(checks)
text = "a" * 500 + "b" + "a" * 500
print(text.find("a" * 100 + "b"), text.rfind("b" + "a" * 100), text.count("a" * 10), text.find("b" * 2), len(text.split("b")), text.index("ab"), text.rindex("ba"))
