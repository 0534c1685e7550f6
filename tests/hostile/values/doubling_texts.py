# A string and a list that double until memory ends
# by hand
def attempt(name, function):
    try:
        function()
        print(name, "answered")
    except (MemoryError, OverflowError):
        print(name, "refused")
attempt("doubling", lambda: exec("s = 'ab'\nwhile True: s += s"))
attempt("list doubling", lambda: exec("s = [0]\nwhile True: s += s"))
