# Comparison of strings by code point; equality with other types
words = ["b", "a", "B", "é", "z", "", "aa", "a\0", "😀", "\uffff", "\ud800", "Z", "ab", "中", "\x7f", "\x80"]
print([ascii(w) for w in sorted(words)])
print("a" < "b", "a" < "aa", "Z" < "a", "é" > "z", "\uffff" < "😀", "\ud800" < "\ue000", "abc" <= "abc", "abc" >= "abd", "" < "\0")
print("a" == b"a", "a" != b"a", "1" == 1, "a" == "a\0", "é" == "e\u0301")
for operation in (lambda: "a" < 1, lambda: "a" < b"a", lambda: "a" > None, lambda: ["a"] < [1], lambda: max("a", 1)):
    try:
        print(operation())
    except TypeError as error:
        print(error)
class S(str):
    def __eq__(self, other): return "S.eq"
    def __lt__(self, other): return "S.lt"
    def __gt__(self, other): return "S.gt"
    __hash__ = str.__hash__
print(S("a") == "a", "a" == S("a"), "a" < S("a"), "a" > S("a"), S("a") < "b", "a" != S("a"), S("a") != "a")
print({S("a"): 1}.get("a"), hash(S("abc")) == hash("abc"), "abc".__eq__("abc"), "abc".__lt__("b"), "abc".__eq__(1), "abc".__ne__("abc"))
print(min("banana"), max("banana"), min(["b", "a"], key=str.upper), sorted("bAnaNa", key=str.lower), sorted("ñandú"))
