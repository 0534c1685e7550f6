# The format mini-language for integers
cases = ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+d", "x", "X", "o", "b", "#x", "#X", "#o", "#b", "#010x", "010b", ",", "_", "_x", "_b", ",d", "012,", "+,",
         "*^9", "0=9", "x<6", "n", "c", "e", ".2f", "g", "%", ".0%", "10.3e", "#.0f", "z.1f", "<05", "^05", "𝄞>4", "é^5d"]
for value in (0, 42, -42, 1234567):
    print([format(value, spec) for spec in cases if spec != "c" or value == 42])
for spec in ["5.2d", ".2", "s", ",x", "_,", ",_", "+c", "#c", ",c", "y", "5 d", "zd", "z", "=c", "05c", "é", "10000000000000000000000d", ".", ",n", "_n", "Y", "\x00", "abc"]:
    try:
        print(repr(spec), repr(format(65, spec)))
    except ValueError as error:
        print(repr(spec), error)
for value in (-1, 0x110000, 0xD800, 0x10FFFF, 256):
    try:
        print(ascii(format(value, "c")))
    except OverflowError as error:
        print(error)
print(f"{10**30:,}", f"{-(10**30):_}", f"{2**100:#x}", f"{10**30:e}", f"{10**22:.3g}", f"{True}", f"{True:d}", f"{True:5}", f"{True:x}", f"{12345678:020_x}", f"{255:0=#12_b}", f"{1234:08,d}", f"{1234:09,d}", f"{1234:010,d}")
