# A tokenizer, a Pratt parser and an evaluator for an expression language.
import math
import operator


class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position

    def __str__(self):
        return f'{self.args[0]} at {self.position}'


def tokenize(text):
    i = 0
    while i < len(text):
        ch = text[i]
        start = i
        if ch.isspace():
            i += 1
            continue
        if ch.isdigit() or ch == '.' and text[i + 1:i + 2].isdigit():
            while i < len(text) and (text[i].isdigit() or text[i] == '.'):
                i += 1
            lexeme = text[start:i]
            if lexeme.count('.') > 1:
                raise CalcError(f'bad number {lexeme!r}', start)
            yield 'num', float(lexeme) if '.' in lexeme else int(lexeme), start
        elif ch.isalpha() or ch == '_':
            while i < len(text) and (text[i].isalnum() or text[i] == '_'):
                i += 1
            yield 'name', text[start:i], start
        else:
            for op in ('**', '//', '==', '!=', '<=', '>=', '->', '&&', '||'):
                if text.startswith(op, i):
                    i += 2
                    yield 'op', op, start
                    break
            else:
                if ch not in '+-*/%()<>=,!?:^':
                    raise CalcError(f'unexpected {ch!r}', i)
                i += 1
                yield 'op', ch, start
    yield 'end', None, len(text)


class Parser:
    binary = {}
    prefix = {}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    @property
    def current(self):
        return self.tokens[self.at]

    def advance(self):
        token = self.current
        self.at += 1
        return token

    def expect(self, op):
        kind, value, pos = self.advance()
        if kind != 'op' or value != op:
            raise CalcError(f'expected {op!r}, found {value if value is not None else "end"!r}', pos)

    def parse(self):
        tree = self.expression(0)
        kind, value, pos = self.current
        if kind != 'end':
            raise CalcError(f'unexpected {value!r}', pos)
        return tree

    def expression(self, min_power):
        kind, value, pos = self.advance()
        match kind, value:
            case 'num', _:
                left = ('num', value)
            case 'name', _:
                left = ('name', value, pos)
            case 'op', '(':
                left = self.expression(0)
                self.expect(')')
            case 'op', ('-' | '+' | '!') as op:
                left = ('unary', op, self.expression(70))
            case _:
                raise CalcError(f'unexpected {value if value is not None else "end"!r}', pos)
        while True:
            kind, op, pos = self.current
            if kind != 'op' or op not in POWERS:
                return left
            power, right_assoc = POWERS[op]
            if power < min_power or power == min_power and not right_assoc and min_power:
                return left
            self.advance()
            if op == '(':
                args = []
                if self.current[1] != ')':
                    args.append(self.expression(5))
                    while self.current[:2] == ('op', ','):
                        self.advance()
                        args.append(self.expression(5))
                self.expect(')')
                left = ('call', left, args, pos)
            elif op == '?':
                then = self.expression(0)
                self.expect(':')
                left = ('if', left, then, self.expression(9))
            elif op == '=':
                if left[0] != 'name':
                    raise CalcError('cannot assign', pos)
                left = ('assign', left[1], self.expression(5))
            else:
                left = ('binary', op, left, self.expression(power), pos)


POWERS = {'=': (5, True), '?': (10, True), '||': (20, False), '&&': (25, False), '==': (30, False), '!=': (30, False), '<': (40, False), '>': (40, False), '<=': (40, False), '>=': (40, False), '+': (50, False), '-': (50, False), '*': (60, False), '/': (60, False), '//': (60, False), '%': (60, False), '**': (80, True), '(': (90, False)}
OPS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '//': operator.floordiv, '%': operator.mod, '**': operator.pow, '==': operator.eq, '!=': operator.ne, '<': operator.lt, '>': operator.gt, '<=': operator.le, '>=': operator.ge}


class Evaluator:
    def __init__(self):
        self.env = {'pi': 3, 'max': max, 'min': min, 'sqrt': math.isqrt, 'abs': abs}

    def run(self, text):
        return self.eval(Parser(text).parse())

    def eval(self, node):
        return getattr(self, 'eval_' + node[0])(*node[1:])

    def eval_num(self, value):
        return value

    def eval_name(self, name, pos):
        if name not in self.env:
            raise CalcError(f'unknown name {name}', pos)
        return self.env[name]

    def eval_unary(self, op, operand):
        v = self.eval(operand)
        return {'-': operator.neg, '+': operator.pos, '!': operator.not_}[op](v)

    def eval_binary(self, op, left, right, pos):
        a = self.eval(left)
        if op == '&&':
            return a and self.eval(right)
        if op == '||':
            return a or self.eval(right)
        try:
            return OPS[op](a, self.eval(right))
        except ZeroDivisionError as e:
            raise CalcError('division by zero', pos) from e

    def eval_if(self, cond, then, other):
        return self.eval(then) if self.eval(cond) else self.eval(other)

    def eval_assign(self, name, value):
        self.env[name] = result = self.eval(value)
        return result

    def eval_call(self, fn, args, pos):
        f = self.eval(fn)
        if not callable(f):
            raise CalcError('not a function', pos)
        return f(*map(self.eval, args))


ev = Evaluator()
for line in ['1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-2 ** 2', '10 - 4 - 3', '7 // 2 + 7 % 4', 'x = y = 5', 'x * y + pi', 'max(1, x, 3) - min(4, 2)', 'x > 3 && y < 3 || !0', 'x == 5 ? 100 : 200', '1 ? 0 ? 1 : 2 : 3', 'sqrt(2 ** 64 + 1)', '1.5 * 4', '.5 + .25', 'abs(-3) ** 2', '1 / 0', '1 +', '(1', '2 $ 3', 'nope + 1', '1.2.3', '5(1)', '3 = 4', '', 'max()', '1 2', 'x = x + 1', 'x', '1 <= 2 == 1', '((((((((((1))))))))))', '-' * 50 + '1']:
    try:
        print(f'{line!r:40.40} -> {ev.run(line)}')
    except CalcError as e:
        print(f'{line!r:40.40} !! {e}' + (f' (caused by {type(e.__cause__).__name__})' if e.__cause__ else ''))
    except TypeError as e:
        print(f'{line!r:40.40} !! TypeError {e}')
print(Parser('a + b * (c - 1) ** 2').parse())
