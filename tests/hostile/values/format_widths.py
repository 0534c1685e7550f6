# Widths and precisions too large to print
# by hand
def attempt(name, function):
    try:
        function()
        print(name, "answered")
    except (MemoryError, OverflowError, ValueError, IndexError):
        print(name, "refused")
for n in (10**12, 2**62, 2**63, 10**19, 10**30):
    attempt(f"format int {n}", lambda: format(1, str(n)))
    attempt(f"format str {n}", lambda: format("a", str(n)))
    attempt(f"format float {n}", lambda: format(1.5, str(n)))
    attempt(f"format precision {n}", lambda: format(1.5, f".{n}f"))
    attempt(f"format zero {n}", lambda: format(1, f"0{n}d"))
    attempt(f"format comma {n}", lambda: format(1, f"0{n},d"))
    attempt(f"f-string {n}", lambda: f"{1:{n}}")
    attempt(f"str.format {n}", lambda: "{:{}}".format(1, n))
    attempt(f"percent {n}", lambda: "%*d" % (n, 1))
    attempt(f"percent negative {n}", lambda: "%*d" % (-n, 1))
    attempt(f"percent precision {n}", lambda: "%.*d" % (n, 1))
    attempt(f"percent float {n}", lambda: "%.*f" % (n, 1.5))
    attempt(f"percent literal {n}", lambda: f"%{n}d" % 1)
    attempt(f"percent string {n}", lambda: "%*s" % (n, "a"))
    attempt(f"bytes percent {n}", lambda: b"%*d" % (n, 1))
    attempt(f"round {n}", lambda: round(1.5, n) == 1.5 or 1 / 0)
    attempt(f"complex {n}", lambda: format(1j, str(n)))
    attempt(f"index {n}", lambda: "{" + str(n) + "}".format(1))
