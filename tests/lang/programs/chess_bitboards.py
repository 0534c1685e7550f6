# Chess move generation on bitboards held in integers, counted by perft, with FEN and check detection.
FILES, RANKS = 'abcdefgh', '12345678'
FULL = 2**64 - 1


def square(name): return RANKS.index(name[1]) * 8 + FILES.index(name[0])
def name(sq): return FILES[sq % 8] + RANKS[sq // 8]


def bits(board):
    while board:
        low = board & -board
        yield low.bit_length() - 1
        board ^= low


def steps(sq, deltas, slide=False):
    result = []
    for dx, dy in deltas:
        ray, x, y = [], sq % 8 + dx, sq // 8 + dy
        while 0 <= x < 8 and 0 <= y < 8:
            ray.append(1 << y * 8 + x)
            if not slide:
                break
            x, y = x + dx, y + dy
        if ray:
            result.append(ray)
    return result


DIAGONAL = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
STRAIGHT = [(1, 0), (-1, 0), (0, 1), (0, -1)]
JUMPS = {'n': [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)], 'k': DIAGONAL + STRAIGHT}
RAYS = {'b': DIAGONAL, 'r': STRAIGHT, 'q': DIAGONAL + STRAIGHT}
TABLE = {p: [sum(r[0] for r in steps(sq, d)) for sq in range(64)] for p, d in JUMPS.items()}
SLIDES = {p: [steps(sq, d, True) for sq in range(64)] for p, d in RAYS.items()}
PAWN = {side: [sum(r[0] for r in steps(sq, [(-1, dy), (1, dy)])) for sq in range(64)] for side, dy in (('w', 1), ('b', -1))}


class Board:
    def __init__(self, fen='rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1'):
        rows, self.turn, self.castling, ep, *_ = fen.split()
        self.pieces = {'w': dict.fromkeys('pnbrqk', 0), 'b': dict.fromkeys('pnbrqk', 0)}
        self.ep = None if ep == '-' else square(ep)
        for y, row in zip(range(7, -1, -1), rows.split('/')):
            x = 0
            for ch in row:
                if ch.isdigit():
                    x += int(ch)
                else:
                    self.pieces['w' if ch.isupper() else 'b'][ch.lower()] |= 1 << y * 8 + x
                    x += 1
            if x != 8:
                raise ValueError(f'rank {y + 1} has {x} files')

    def copy(self):
        new = object.__new__(Board)
        new.pieces = {side: boards.copy() for side, boards in self.pieces.items()}
        new.turn, new.castling, new.ep = self.turn, self.castling, self.ep
        return new

    @property
    def other(self): return 'b' if self.turn == 'w' else 'w'
    def occupied(self, side): return sum(self.pieces[side].values())

    def attacks(self, piece, sq, all_):
        if piece in TABLE:
            return TABLE[piece][sq]
        result = 0
        for ray in SLIDES[piece][sq]:
            for bit in ray:
                result |= bit
                if all_ & bit:
                    break
        return result

    def attacked(self, sq, by):
        theirs = self.pieces[by]
        me = 'b' if by == 'w' else 'w'
        if PAWN[me][sq] & theirs['p'] or any(TABLE[p][sq] & theirs[p] for p in 'nk'):
            return True
        all_ = self.occupied('w') | self.occupied('b')
        return bool(self.attacks('b', sq, all_) & (theirs['b'] | theirs['q']) or self.attacks('r', sq, all_) & (theirs['r'] | theirs['q']))

    def in_check(self, side): return self.attacked(self.pieces[side]['k'].bit_length() - 1, 'b' if side == 'w' else 'w')

    def pseudo(self):
        mine, theirs = self.occupied(self.turn), self.occupied(self.other)
        all_ = mine | theirs
        forward, start, last = (8, 1, 7) if self.turn == 'w' else (-8, 6, 0)
        for piece, board in self.pieces[self.turn].items():
            for sq in bits(board):
                if piece != 'p':
                    for to in bits(self.attacks(piece, sq, all_) & ~mine):
                        yield sq, to, None
                    continue
                targets = [to for to in bits(PAWN[self.turn][sq] & (theirs | (1 << self.ep if self.ep is not None else 0)))]
                if not all_ >> sq + forward & 1:
                    targets.append(sq + forward)
                    if sq // 8 == start and not all_ >> sq + 2 * forward & 1:
                        targets.append(sq + 2 * forward)
                for to in targets:
                    for promotion in 'qrbn' if to // 8 == last else (None,):
                        yield sq, to, promotion
        home = 0 if self.turn == 'w' else 56
        for right, rook, king_path, empty in (('k', 7, (4, 5, 6), (5, 6)), ('q', 0, (4, 3, 2), (1, 2, 3))):
            if (right.upper() if self.turn == 'w' else right) in self.castling and not any(all_ >> home + s & 1 for s in empty) and not any(self.attacked(home + s, self.other) for s in king_path):
                yield home + 4, home + king_path[2], None

    def move(self, sq, to, promotion=None):
        new = self.copy()
        mine, theirs = new.pieces[self.turn], new.pieces[self.other]
        piece = next(p for p, b in mine.items() if b >> sq & 1)
        mine[piece] ^= 1 << sq
        mine[promotion or piece] |= 1 << to
        for p in theirs:
            theirs[p] &= ~(1 << to)
        if piece == 'p' and to == self.ep:
            theirs['p'] &= ~(1 << (to - 8 if self.turn == 'w' else to + 8))
        if piece == 'k' and abs(sq - to) == 2:
            rook_from, rook_to = (to + 1, to - 1) if to > sq else (to - 2, to + 1)
            mine['r'] ^= 1 << rook_from | 1 << rook_to
        new.ep = (sq + to) // 2 if piece == 'p' and abs(sq - to) == 16 else None
        for corner, right in ((0, 'Q'), (7, 'K'), (56, 'q'), (63, 'k')):
            if corner in (sq, to):
                new.castling = new.castling.replace(right, '')
        if piece == 'k':
            new.castling = ''.join(c for c in new.castling if c.isupper() != (self.turn == 'w'))
        new.turn = self.other
        return new

    def moves(self):
        for m in self.pseudo():
            after = self.move(*m)
            if not after.in_check(self.turn):
                yield m, after

    def perft(self, depth): return 1 if depth == 0 else sum(b.perft(depth - 1) for _, b in self.moves())

    def play(self, *texts):
        board = self
        for text in texts:
            found = {name(s) + name(t) + (p or ''): b for (s, t, p), b in board.moves()}
            if text not in found:
                raise ValueError(f'illegal move {text}')
            board = found[text]
        return board

    def __str__(self):
        rows = []
        for y in range(7, -1, -1):
            row = ''
            for x in range(8):
                row += next((p.upper() if side == 'w' else p for side, boards in self.pieces.items() for p, b in boards.items() if b >> y * 8 + x & 1), '.')
            rows.append(row)
        return '\n'.join(rows)

    def state(self):
        if any(True for _ in self.moves()):
            return 'check' if self.in_check(self.turn) else 'playing'
        return 'checkmate' if self.in_check(self.turn) else 'stalemate'


b = Board()
print(b)
print([b.perft(d) for d in range(3)], sorted(name(s) + name(t) for (s, t, _), _ in b.moves())[:6])
mate = b.play('f2f3', 'e7e5', 'g2g4', 'd8h4')
print(mate, mate.state())
for fen, depth in (('r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1', 2), ('8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1', 2), ('n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1', 1), ('7k/5Q2/6K1/8/8/8/8/8 b - - 0 1', 1), ('4k3/8/8/3pP3/8/8/8/4K3 w - d6 0 2', 2)):
    board = Board(fen)
    print(fen.split()[0], board.perft(depth), board.state())
castle = Board('r3k2r/8/8/8/8/8/8/R3K2R w KQkq - 0 1').play('e1g1', 'e8c8')
print(castle, castle.castling == '', sep='\n')
passant = b.play('e2e4', 'a7a6', 'e4e5', 'd7d5', 'e5d6')
print(str(passant).split('\n')[2], passant.pieces['b']['p'].bit_count())
for bad in (lambda: b.play('e2e5'), lambda: Board('8/8 w - -'), lambda: Board('9/8/8/8/8/8/8/8 w - - 0 1'), lambda: Board('x'), lambda: square('z9')):
    try:
        print(bad())
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
print(f'{sum(1 << s for s in range(0, 64, 9)):064b}', list(bits(0x8000000000000001)), FULL.bit_count(), hex(TABLE['n'][27]), ~FULL & FULL)
