# Wrapping, justifying, tables and hyphenation of text.
import itertools

TEXT = """It was a bright cold day in April, and the clocks were striking thirteen. The hallway smelt of boiled cabbage and old rag mats.

At one end of it a coloured poster, too large for indoor display, had been tacked to the wall; incomprehensibilities of every description were to be found there."""


def paragraphs(text):
    for is_blank, lines in itertools.groupby(text.splitlines(), key=lambda line: not line.strip()):
        if not is_blank:
            yield ' '.join(' '.join(lines).split())


def greedy(words, width):
    line, length = [], 0
    for word in words:
        if line and length + len(line) + len(word) > width:
            yield line
            line, length = [], 0
        line.append(word)
        length += len(word)
    if line:
        yield line


def optimal(words, width):
    n = len(words)
    prefix = [0, *itertools.accumulate(map(len, words))]
    best, cut = [0] + [float('inf')] * n, [0] * (n + 1)
    for j in range(1, n + 1):
        for i in range(j - 1, -1, -1):
            length = prefix[j] - prefix[i] + j - i - 1
            if length > width and j - i > 1:
                break
            cost = best[i] + (0 if j == n else max(width - length, 0) ** 3)
            if cost < best[j]:
                best[j], cut[j] = cost, i
    lines = []
    while n:
        lines.append(words[cut[n]:n])
        n = cut[n]
    return lines[::-1]


def justify(line, width):
    if len(line) == 1:
        return line[0]
    gaps = len(line) - 1
    spaces = max(width - sum(map(len, line)), gaps)
    size, extra = divmod(spaces, gaps)
    return ''.join(w + ' ' * (size + (i < extra)) for i, w in enumerate(line[:-1])) + line[-1]


def split_long(words, width):
    for word in words:
        while len(word) > width:
            yield word[:width - 1] + '-'
            word = word[width - 1:]
        yield word


def render(text, width, method=greedy, style='left'):
    for i, para in enumerate(paragraphs(text)):
        if i:
            yield ''
        lines = list(method(list(split_long(para.split(), width)), width))
        for n, line in enumerate(lines):
            plain = ' '.join(line)
            match style:
                case 'left': yield plain
                case 'right': yield plain.rjust(width)
                case 'center': yield plain.center(width).rstrip()
                case 'full': yield plain if n == len(lines) - 1 else justify(line, width)
                case _: raise ValueError(f'unknown style {style!r}')


def table(rows, *, header=True, align='<'):
    rows = [[str(c) for c in row] for row in rows]
    widths = [max(map(len, col)) for col in itertools.zip_longest(*rows, fillvalue='')]
    aligns = itertools.chain(align, itertools.repeat(align[-1]))
    aligns = list(itertools.islice(aligns, len(widths)))
    for n, row in enumerate(rows):
        yield ' | '.join(f'{cell:{a}{w}}' for cell, a, w in itertools.zip_longest(row, aligns, widths, fillvalue='')).rstrip()
        if header and n == 0:
            yield '-+-'.join('-' * w for w in widths)


for width, method, style in ((30, greedy, 'left'), (30, optimal, 'full'), (24, greedy, 'center'), (12, greedy, 'right')):
    print(f'--- {width} {method.__name__} {style}')
    print('\n'.join(render(TEXT, width, method, style)))
try:
    list(render(TEXT, 20, style='zigzag'))
except ValueError as e:
    print(e)
print('\n'.join(table([('name', 'qty', 'price'), ('apple', 3, 1.5), ('banana split', 12, 10.25), ('fig', 100, 0.333)], align='<>>')))
words = TEXT.split()
for method in (greedy, optimal):
    lines = list(method(words, 28))
    print(method.__name__, len(lines), sum((28 - len(' '.join(l))) ** 2 for l in lines[:-1]), all(len(' '.join(l)) <= 28 or len(l) == 1 for l in lines))
index = {}
for n, line in enumerate(render(TEXT, 40), 1):
    for word in line.split():
        index.setdefault(word.strip('.,;').lower(), []).append(n)
print({w: ns for w, ns in sorted(index.items()) if len(ns) > 1})
print(f'{"title":=^30}\n{"left":<10}{"mid":^10}{"right":>10}\n{"":-<30}')
print('a\tb\tcc\td'.expandtabs(4), 'one two'.title(), 'x'.zfill(4), 'Ab'.swapcase(), repr('  x '.strip()), 'a-b_c'.translate(str.maketrans('-_', '  ')), sep='|')
print(*map(str.capitalize, ['ÉCOLE', 'straße', 'ß', 'ǆ']), 'ß'.upper(), 'İ'.lower() == 'i̇', 'ΑΣ'.lower(), sep='|')
