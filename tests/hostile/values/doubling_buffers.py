# A bytearray and a slice that double until memory ends
# by hand
def attempt(name, function):
    try:
        function()
        print(name, "answered")
    except (MemoryError, OverflowError):
        print(name, "refused")
attempt("bytes doubling", lambda: exec("s = bytearray(1)\nwhile True: s += bytes(s)"))
attempt("slice assignment", lambda: exec("s = [0] * 10\nwhile True: s[5:5] = s"))
