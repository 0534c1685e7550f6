# Sequences too large to hold
# by hand
def attempt(name, function):
    try:
        function()
        print(name, "answered")
    except (MemoryError, OverflowError) as error:
        print(name, "refused")
for n in (10**12, 10**15, 2**62, 2**63, 10**30):
    attempt(f"str {n}", lambda: "x" * n)
    attempt(f"wide str {n}", lambda: "é😀" * n)
    attempt(f"bytes {n}", lambda: b"x" * n)
    attempt(f"list {n}", lambda: [0] * n)
    attempt(f"tuple {n}", lambda: (0,) * n)
    attempt(f"bytes() {n}", lambda: bytes(n))
    attempt(f"bytearray() {n}", lambda: bytearray(n))
    attempt(f"bytearray * {n}", lambda: bytearray(b"x") * n)
    attempt(f"reflected {n}", lambda: n * "ab")
    attempt(f"ljust {n}", lambda: "x".ljust(n))
    attempt(f"center {n}", lambda: "x".center(n, "é"))
    attempt(f"zfill {n}", lambda: "x".zfill(n))
    attempt(f"expandtabs {n}", lambda: "\t\t".expandtabs(n))
    attempt(f"bytes zfill {n}", lambda: b"x".zfill(n))
    attempt(f"in place {n}", lambda: exec("l = [1]\nl *= n", {"n": n}))
    attempt(f"string in place {n}", lambda: exec("l = 'a'\nl *= n", {"n": n}))
    attempt(f"empty {n}", lambda: ("" * 10**18, [] * 10**18, () * 10**18))
import collections
attempt("deque", lambda: collections.deque([1]) * 10**15)
class Len:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 2**60
def either(name, function):
    try:
        function()
    except (MemoryError, OverflowError):
        pass
    print(name, "ended")
either("length hint", lambda: list(Len()))
either("length hint extend", lambda: [].extend(Len()))
either("length hint bytes", lambda: bytearray(Len()))
either("length hint tuple", lambda: tuple(Len()))
either("permutations", lambda: __import__("itertools").permutations(range(5), 10**10))
