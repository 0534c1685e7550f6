# by hand
# Streams that promise more than there is, or ask for numbers far away, take no memory for it.
import pickle

LENGTHS = [b"\xff" * 4, b"\xff\xff\xff\x7f", b"\0\0\0\x40"]
LONG = [b"\xff" * 8, b"\xff" * 7 + b"\x7f", b"\0\0\0\0\0\x01\0\0", b"\0\0\0\0\x01\0\0\0"]
raised = 0
for opcodes, lengths in ((b"XBT\x8b", LENGTHS), (b"\x8d\x8e\x96\x95", LONG)):
    for opcode in opcodes:
        for length in lengths:
            for rest in (b"", b"abc.", b"x" * 1000):
                try:
                    pickle.loads(bytes([opcode]) + length + rest)
                except (pickle.UnpicklingError, OverflowError):
                    raised += 1
print(raised)
for number in (b"\xff\xff\xff\xff", b"\0\0\0\x80", b"\0\x01\0\0"):
    print(pickle.loads(b"K\x05r" + number + b"0j" + number + b"."))
print(pickle.loads(b"K\x05p99999999999999999\n0g99999999999999999\n."))
for text in (b"p999999999999999999999\n", b"g999999999999999999999\n"):
    try:
        pickle.loads(b"N" + text + b".")
    except Exception as e:
        print(type(e).__name__)
far = b"".join(b"r" + (i * 15).to_bytes(4, "little") for i in range(20000))
print(pickle.loads(b"K\x07" + far + b"."))
print(len(pickle.loads(b"](" + b"N2" * 100000 + b"e.")))
print(pickle.loads(b"N" + b"(" * 100000 + b"0" * 100000 + b"."))
print(pickle.loads(b"(" * 1000 + b"1" * 1000 + b"N."))
for count in (b"9" * 5000, b"-" + b"9" * 5000):
    for opcode, end in ((b"I", b""), (b"L", b"L")):
        try:
            pickle.loads(opcode + count + end + b"\n.")
        except ValueError as e:
            print(str(e)[:40])
# What is shared many times over is one object.
doubled = b"]" + b"2\x86" * 60 + b"."
value = pickle.loads(doubled)
depth = 0
while value:
    assert value[0] is value[1]
    value = value[0]
    depth += 1
print(depth)
try:
    pickle.loads(b"cbuiltins\nbytearray\n\x8a\x06\0\0\0\0\0\x10\x85R.")
except Exception as e:
    print(type(e).__name__)
