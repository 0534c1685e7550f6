# Text operations whose result would be enormous
# by hand
def attempt(name, function):
    try:
        function()
        print(name, "answered")
    except (MemoryError, OverflowError):
        print(name, "refused")
big = "x" * 10**6
attempt("replace", lambda: big.replace("", big))
attempt("replace each", lambda: big.replace("x", big))
attempt("join", lambda: big.join(["a"] * 10**6))
attempt("join strings", lambda: "".join([big] * 10**7))
attempt("bytes join", lambda: b"".join([b"x" * 10**6] * 10**7))
attempt("bytes replace", lambda: (b"x" * 10**6).replace(b"x", b"y" * 10**6))
attempt("translate", lambda: big.translate({120: big}))
attempt("expandtabs", lambda: ("\t" * 10**5).expandtabs(10**9))
attempt("format", lambda: ("{0}" * 10**5).format(big))
attempt("percent", lambda: "%s" * 10**5 % ((big,) * 10**5))
attempt("f-string", lambda: f"{big * 10**4}{big * 10**4}")
attempt("repeat of repeat", lambda: [[0] * 10**5] * 10**12)
print(len(big))
