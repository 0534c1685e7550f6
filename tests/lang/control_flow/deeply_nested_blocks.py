# Twenty nested loops of one turn, nested try blocks, nested functions.
out = []
for a in [1]:
    for b in [2]:
        for c in [3]:
            for d in [4]:
                for e in [5]:
                    for f in [6]:
                        for g in [7]:
                            for h in [8]:
                                for i in [9]:
                                    for j in [10]:
                                        for k in [11]:
                                            if a < b:
                                                while c < d:
                                                    try:
                                                        with_value = e
                                                        if f:
                                                            out.append((a, b, c, d, e, f, g, h, i, j, k))
                                                            break
                                                    finally:
                                                        out.append('finally')
print(out)
source = ''
for depth in range(8):
    source += ' ' * depth + f'try:\n'
source += ' ' * 8 + '1 / 0\n'
for depth in reversed(range(8)):
    source += ' ' * depth + f'except KeyError:\n' + ' ' * depth + ' pass\n' + ' ' * depth + 'finally:\n' + ' ' * depth + f' print({depth}, end=" ")\n'
try:
    exec(source)
except ZeroDivisionError as e:
    print(e)
for kind, depth in (('while', 25), ('if', 90)):
    text = ''
    for level in range(depth):
        text += ' ' * level + f'{kind} 1:\n'
    text += ' ' * depth + 'pass\n'
    try:
        compile(text, 's', 'exec')
        print(kind, depth, 'accepted')
    except SyntaxError as e:
        print(kind, depth, type(e).__name__, e.msg)
text = ''.join(' ' * level + 'if 1:\n' for level in range(101)) + ' ' * 101 + 'pass\n'
try:
    compile(text, 's', 'exec')
except SyntaxError as e:
    print(type(e).__name__, e.msg)
