# expression parser and evaluator
import operator
from dataclasses import dataclass, field
from enum import Enum, auto
class Kind(Enum):
    NUM = auto(); OP = auto(); LP = auto(); RP = auto(); NAME = auto(); END = auto()
@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    pos: int = 0
class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos
def tokenize(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1; continue
        if c.isdigit() or c == '.':
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == '.'): j += 1
            yield Token(Kind.NUM, s[i:j], i); i = j
        elif c.isalpha():
            j = i
            while j < len(s) and s[j].isalnum(): j += 1
            yield Token(Kind.NAME, s[i:j], i); i = j
        elif c in '+-*/^%': yield Token(Kind.OP, c, i); i += 1
        elif c == '(': yield Token(Kind.LP, c, i); i += 1
        elif c == ')': yield Token(Kind.RP, c, i); i += 1
        else: raise ParseError(f"unexpected {c!r}", i)
    yield Token(Kind.END, '', len(s))
@dataclass
class Num:
    value: float
    def eval(self, env): return self.value
@dataclass
class Var:
    name: str
    def eval(self, env):
        try: return env[self.name]
        except KeyError: raise NameError(f"undefined {self.name}") from None
@dataclass
class Bin:
    op: str
    left: object
    right: object
    OPS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '^': operator.pow, '%': operator.mod}
    def eval(self, env): return self.OPS[self.op](self.left.eval(env), self.right.eval(env))
@dataclass
class Neg:
    x: object
    def eval(self, env): return -self.x.eval(env)
PREC = {'+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '^': 3}
class Parser:
    def __init__(self, text): self.toks = list(tokenize(text)); self.i = 0
    @property
    def tok(self): return self.toks[self.i]
    def next(self): t = self.tok; self.i += 1; return t
    def expr(self, p=0):
        left = self.atom()
        while self.tok.kind is Kind.OP and PREC[self.tok.text] > p:
            op = self.next().text
            left = Bin(op, left, self.expr(PREC[op] - (op == '^')))
        return left
    def atom(self):
        match self.next():
            case Token(Kind.NUM, text): return Num(float(text) if '.' in text else int(text))
            case Token(Kind.NAME, name): return Var(name)
            case Token(Kind.OP, '-'): return Neg(self.expr(2))
            case Token(Kind.LP):
                e = self.expr()
                if self.tok.kind is not Kind.RP: raise ParseError("expected )", self.tok.pos)
                self.next(); return e
            case Token(kind, text, pos): raise ParseError(f"unexpected {kind.name}", pos)
for s in ["1+2*3", "(1+2)*3", "2^3^2", "-x^2", "10/4", "10%4-1", "1+", "(1", "a+b", "2..5", "$", "x*(y-1)/2.5"]:
    try:
        tree = Parser(s).expr()
        print(s, '=>', tree, '=', tree.eval({'x': 3, 'y': 7}))
    except (ParseError, NameError, ValueError) as e:
        print(s, '!!', type(e).__name__, e)
print(repr(Token(Kind.NUM, '1')), Token(Kind.NUM, '1') == Token(Kind.NUM, '1', 0), hash(Token(Kind.NUM, '1', 2)) == hash(Token(Kind.NUM, '1', 2)))
try: Token(Kind.NUM, 'x').text = 5
except Exception as e: print(type(e).__name__, e)
print(list(Kind), Kind.NUM.value, Kind['OP'], Kind(3))
