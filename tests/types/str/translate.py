# translate and maketrans

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print("abcabc".translate({97: "X", 98: None, 99: 0x1F600}), "abc".translate(str.maketrans("abc", "xyz")), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate(str.maketrans({"a": "1", 98: "22", "c": None})))
print(str.maketrans("ab", "xy", "z"), str.maketrans({"é": "e"}), "hello".translate({}), "aé😀".translate({0xE9: 0x65, 0x1F600: ":)"}))
show(str.maketrans, "ab", "x")
show(str.maketrans, {"ab": 1})
show(str.maketrans, {1.5: 1})
show(str.maketrans, "a")
show(str.maketrans, 1, "a")
show(str.maketrans, "a", "b", 1)
show("abc".translate, {97: -1})
show("abc".translate, {97: 0x110000})
show("abc".translate, {97: 1.5})
show("abc".translate, {97: "long", 98: ""})
show("abc".translate, 5)
class Table:
    def __getitem__(self, key):
        if key == 98: raise LookupError
        if key == 99: return None
        return chr(key).upper()
print("abcd".translate(Table()), "abc".translate([None] * 97 + ["A", 98]), "aé".translate("x" * 98))
class Failing:
    def __getitem__(self, key): raise ValueError(key)
show("abc".translate, Failing())
show(b"abc".translate, bytes(range(256)), b"b")
show(b"abc".translate, None, b"ac")
show(b"abc".translate, b"x")
show(b"abc".translate, bytes.maketrans(b"ab", b"xy"))
show(b"abc".translate, bytes.maketrans(b"ab", b"xy"), delete=b"c")
show(bytes.maketrans, b"a", b"xy")
show(bytes.maketrans, "a", b"x")
