# Random token sequences as programs
import sys
state = 777
def random(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n
TOKENS = "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type _ x y f 0 1.5 2j 'a' b'b' f'{x}' f'{ ( ) [ ] { } , : ; . -> := = == != < > <= >= + - * / // % ** @ & | ^ ~ << >> += -= *= **= ... ! \n \n \n  \n\t".split(" ")
TOKENS += ["\n", "\n    ", "\n        ", ":\n    ", "'", '"""', "#", " ", "f'", "{", "}", "!r", "=", "\\\n", "\f"]
refused = compiled = 0
for round in range(3000):
    source = " ".join(TOKENS[random(len(TOKENS))] for _ in range(random(25) + 1))
    try:
        compile(source, "<random>", ("exec", "eval", "single")[round % 3])
        compiled += 1
    except (SyntaxError, MemoryError, RecursionError, OverflowError, ValueError):
        refused += 1
print(refused + compiled, refused > 1000)
