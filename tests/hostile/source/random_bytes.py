# Random bytes and random characters as programs
state = 12345
def random(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n
REFUSALS = (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError)
refused = 0
for length in range(300):
    raw = bytes(random(256) % 92 if random(2) else random(160) + 96 for _ in range(length % 60 + 1))
    try:
        compile(raw, "<random>", "exec")
    except REFUSALS:
        refused += 1
for length in range(300):
    text = "".join(chr(random(128)).replace("\\", "/") for _ in range(length % 60 + 1))
    try:
        compile(text, "<random>", "exec")
    except REFUSALS:
        refused += 1
for length in range(300):
    text = "".join(chr(random(0xD000) + 128) for _ in range(length % 40 + 1))
    try:
        compile(text, "<random>", "exec")
    except REFUSALS:
        refused += 1
print(refused > 800)
