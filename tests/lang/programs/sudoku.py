# Sudoku by constraint propagation and search.
DIGITS = '123456789'
ROWS = 'ABCDEFGHI'


def cross(a, b):
    return [x + y for x in a for y in b]


SQUARES = cross(ROWS, DIGITS)
UNITLIST = [cross(ROWS, c) for c in DIGITS] + [cross(r, DIGITS) for r in ROWS] + [cross(rs, cs) for rs in ('ABC', 'DEF', 'GHI') for cs in ('123', '456', '789')]
UNITS = {s: [u for u in UNITLIST if s in u] for s in SQUARES}
PEERS = {s: sorted({q for u in UNITS[s] for q in u} - {s}) for s in SQUARES}
steps = 0


class Contradiction(Exception):
    pass


def parse(grid):
    values = dict.fromkeys(SQUARES, DIGITS)
    chars = [c for c in grid if c in DIGITS or c in '0.']
    if len(chars) != 81:
        raise ValueError(f'{len(chars)} cells')
    for square, digit in zip(SQUARES, chars):
        if digit in DIGITS:
            assign(values, square, digit)
    return values


def assign(values, square, digit):
    for other in values[square].replace(digit, ''):
        eliminate(values, square, other)


def eliminate(values, square, digit):
    global steps
    if digit not in values[square]:
        return
    steps += 1
    values[square] = values[square].replace(digit, '')
    if not values[square]:
        raise Contradiction(square)
    if len(values[square]) == 1:
        for peer in PEERS[square]:
            eliminate(values, peer, values[square])
    for unit in UNITS[square]:
        places = [s for s in unit if digit in values[s]]
        if not places:
            raise Contradiction(f'{digit} has no place')
        if len(places) == 1:
            assign(values, places[0], digit)


def search(values):
    open_squares = [s for s in SQUARES if len(values[s]) > 1]
    if not open_squares:
        return values
    square = min(open_squares, key=lambda s: (len(values[s]), s))
    for digit in values[square]:
        attempt = values.copy()
        try:
            assign(attempt, square, digit)
            return search(attempt)
        except Contradiction:
            continue
    raise Contradiction('no digit fits')


def display(values):
    lines = []
    for r in ROWS:
        lines.append(' '.join(values[r + c] + ('|' if c in '36' else '') for c in DIGITS))
        if r in 'CF':
            lines.append('-' * 19)
    return '\n'.join(lines)


easy = '003020600900305001001806400008102900700000008006708200002609500800203009005010300'
hard = '4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......'
for grid in (easy, hard):
    steps = 0
    solved = search(parse(grid))
    print(display(solved))
    print('steps', steps, all(sorted(solved[s] for s in u) == list(DIGITS) for u in UNITLIST))
for bad in ('55' + '.' * 79, '123', '.' * 80 + '?'):
    try:
        search(parse(bad))
    except (Contradiction, ValueError) as e:
        print(type(e).__name__, e)
print(len(SQUARES), len(UNITLIST), {len(PEERS[s]) for s in SQUARES}, PEERS['C2'][:5])
