# A spreadsheet with formulas, dependency tracking, cycles, ranges, copying and formatted output.
import functools
import operator


class CellError(Exception):
    codes = {'cycle': '#CYCLE', 'name': '#NAME', 'div': '#DIV/0', 'value': '#VALUE', 'ref': '#REF', 'syntax': '#SYNTAX'}

    def __init__(self, kind, detail=''):
        super().__init__(kind, detail)
        self.kind = kind

    def __str__(self):
        return self.codes[self.kind]


def column_name(n):
    name = ''
    while n >= 0:
        name = chr(65 + n % 26) + name
        n = n // 26 - 1
    return name


def parse_ref(text):
    letters = text.rstrip('0123456789')
    if not letters or letters == text or not letters.isalpha():
        raise CellError('ref', text)
    column = functools.reduce(lambda acc, c: acc * 26 + ord(c) - 64, letters.upper(), 0) - 1
    row = int(text[len(letters):]) - 1
    if row < 0:
        raise CellError('ref', text)
    return column, row


class Formula:
    def __init__(self, text):
        self.tokens = list(self.scan(text))
        self.at = 0
        self.ast = self.comparison()
        if self.at < len(self.tokens):
            raise CellError('syntax', self.tokens[self.at])

    @staticmethod
    def scan(text):
        i = 0
        while i < len(text):
            ch = text[i]
            if ch == ' ':
                i += 1
                continue
            start = i
            if ch == '"':
                i = text.find('"', i + 1) + 1
                if not i:
                    raise CellError('syntax', text)
            elif ch.isalnum() or ch == '.':
                while i < len(text) and (text[i].isalnum() or text[i] == '.'):
                    i += 1
            else:
                i += 2 if text[i:i + 2] in ('<=', '>=', '<>') else 1
            yield text[start:i]

    def peek(self): return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def binary(operators, operand):
        def parse(self):
            left = getattr(self, operand)()
            while self.peek() in operators:
                left = (operators[self.take()], left, getattr(self, operand)())
            return left
        return parse

    comparison = binary({'=': operator.eq, '<>': operator.ne, '<': operator.lt, '>': operator.gt, '<=': operator.le, '>=': operator.ge}, 'sum')
    sum = binary({'+': operator.add, '-': operator.sub, '&': lambda a, b: show(a) + show(b)}, 'product')
    product = binary({'*': operator.mul, '/': operator.truediv}, 'atom')
    del binary

    def atom(self):
        token = self.take()
        match token:
            case None: raise CellError('syntax', 'end')
            case '-': return ('neg', self.atom())
            case '(':
                inner = self.comparison()
                if self.take() != ')':
                    raise CellError('syntax', '(')
                return inner
            case _ if token[0] == '"': return ('const', token[1:-1])
            case _ if token[0].isdigit() or token[0] == '.':
                try:
                    return ('const', float(token) if '.' in token else int(token))
                except ValueError:
                    raise CellError('syntax', token) from None
        if self.peek() == '(':
            self.take()
            args = []
            while self.peek() != ')':
                args.append(self.comparison())
                if self.peek() == ',':
                    self.take()
                elif self.peek() != ')':
                    raise CellError('syntax', token)
            self.take()
            return ('call', token.upper(), args)
        if self.peek() == ':':
            self.take()
            return ('range', parse_ref(token), parse_ref(self.take() or ''))
        if not token[0].isalpha():
            raise CellError('syntax', token)
        return ('ref', parse_ref(token))


def show(v):
    match v:
        case None: return ''
        case bool(): return str(v).upper()
        case float(): return f'{v:.6g}'
    return str(v)


class Sheet:
    def __init__(self):
        self.source, self.formulas, self.cache, self.computing, self.evaluations = {}, {}, {}, [], 0
        self.dependents = {}

    def __setitem__(self, ref, text):
        pos = parse_ref(ref) if isinstance(ref, str) else ref
        self.source[pos] = text
        self.formulas.pop(pos, None)
        if isinstance(text, str) and text.startswith('='):
            try:
                self.formulas[pos] = Formula(text[1:])
            except CellError as e:
                self.formulas[pos] = e
        self.invalidate(pos)

    def invalidate(self, pos):
        self.cache.pop(pos, None)
        for dependent in self.dependents.pop(pos, set()):
            self.invalidate(dependent)

    def __getitem__(self, ref):
        return self.value(parse_ref(ref))

    def value(self, pos):
        if self.computing:
            self.dependents.setdefault(pos, set()).add(self.computing[-1])
        if pos in self.computing:
            raise CellError('cycle', pos)
        if pos not in self.cache:
            self.computing.append(pos)
            try:
                self.cache[pos] = self.compute(pos)
            except CellError as e:
                self.cache[pos] = e
            finally:
                self.computing.pop()
        result = self.cache[pos]
        if isinstance(result, CellError) and self.computing:
            raise result
        return result

    def compute(self, pos):
        match self.formulas.get(pos):
            case None: return self.source.get(pos)
            case CellError() as e: raise e
            case Formula(ast=ast):
                self.evaluations += 1
                return self.eval(ast)

    def eval(self, ast):
        match ast:
            case 'const', v: return v
            case 'ref', pos: return self.value(pos)
            case 'neg', x: return -self.number(self.eval(x))
            case 'call', name, args: return self.call(name, args)
            case 'range', *_: raise CellError('value', 'range')
            case fn, a, b:
                a, b = self.eval(a), self.eval(b)
                try:
                    return fn(0 if a is None else a, 0 if b is None else b)
                except ZeroDivisionError:
                    raise CellError('div') from None
                except TypeError:
                    raise CellError('value') from None

    def number(self, v):
        if isinstance(v, (int, float)) or v is None:
            return v or 0
        raise CellError('value', v)

    def values(self, args):
        for a in args:
            if a[0] == 'range':
                (c1, r1), (c2, r2) = a[1:]
                for r in range(min(r1, r2), max(r1, r2) + 1):
                    for c in range(min(c1, c2), max(c1, c2) + 1):
                        if (v := self.value((c, r))) is not None:
                            yield v
            else:
                yield self.eval(a)

    def call(self, name, args):
        numbers = lambda: [self.number(v) for v in self.values(args)]
        match name, args:
            case 'SUM', _: return sum(numbers())
            case 'MIN' | 'MAX', _: return (min if name == 'MIN' else max)(numbers(), default=0)
            case 'AVG', _:
                if not (ns := numbers()):
                    raise CellError('div')
                return sum(ns) / len(ns)
            case 'COUNT', _: return sum(1 for _ in self.values(args))
            case 'IF', [test, then, other]: return self.eval(then if self.eval(test) else other)
            case 'LEN', [x]: return len(show(self.eval(x)))
            case 'CONCAT', _: return ''.join(map(show, self.values(args)))
        raise CellError('name', name)

    def render(self, columns, rows):
        grid = [[''] + [column_name(c) for c in range(columns)]]
        for r in range(rows):
            grid.append([str(r + 1)] + [show(self.value((c, r))) for c in range(columns)])
        widths = [max(map(len, col)) for col in zip(*grid)]
        for row in grid:
            yield ' '.join(f'{cell:>{w}}' for cell, w in zip(row, widths)).rstrip()


s = Sheet()
for ref, text in {'A1': 'item', 'B1': 'qty', 'C1': 'price', 'D1': 'total', 'A2': 'apple', 'B2': 3, 'C2': 1.5, 'D2': '=B2*C2', 'A3': 'fig', 'B3': 10, 'C3': 0.25, 'D3': '=B3*C3', 'A4': '="sum of " & COUNT(A2:A3)', 'B4': '=SUM(B2:B3)', 'C4': '=AVG(C2:C3)', 'D4': '=SUM(D2:D3)', 'A5': '=IF(D4>5, "big", "small")', 'B5': '=MAX(B2:B4, 5) - -1', 'C5': '=(1+2)*3/4', 'D5': '=D4>=7'}.items():
    s[ref] = text
print('\n'.join(s.render(4, 5)))
before = s.evaluations
s['B2'] = 1
print(s['D4'], s['A5'], s['B4'], s.evaluations - before, s['C4'])
for ref, text in {'F1': '=F2', 'F2': '=F3+1', 'F3': '=F1', 'G1': '=1/0', 'G2': '=G1+1', 'G3': '=SUM(G1:G2)', 'H1': '=NOPE(1)', 'H2': '="a"*"b"', 'H3': '=1+', 'H4': '=A0', 'H5': '=SUM(A1:A2)', 'I1': '=F1', 'I2': '=AVG(Z1:Z9)', 'I3': '=-A1', 'I4': '=IF(1,2)', 'I5': '="open', 'J1': '=)', 'J2': '=LEN("abc" & 1.50)', 'J3': '=CONCAT(A1:B2, "!", 1=1)', 'J4': '=2 < 3', 'J5': '=1.2.3'}.items():
    s[ref] = text
print({r: show(s[r]) for r in 'F1 F2 F3 G1 G2 G3 H1 H2 H3 H4 H5 I1 I2 I3 I4 I5 J1 J2 J3 J4 J5'.split()})
s['F3'] = 5
print(s['F1'], s['F2'], s['I1'], show(s['G2']))
s['G1'] = 4
print(s['G2'], s['G3'])
print([column_name(n) for n in (0, 25, 26, 51, 52, 701, 702)], all(parse_ref(column_name(n) + '1') == (n, 0) for n in range(1000)))
for i in range(1, 60):
    s[f'K{i}'] = 1 if i < 3 else f'=K{i - 1}+K{i - 2}'
print(s['K59'])
s['K1'] = 2
print(s['K59'])
for bad in ('A', '1', 'A-1', '', 'Ä'):
    try:
        s[bad]
    except CellError as e:
        print(repr(bad), e, e.args)
