# A type checker for a small lambda calculus with inference by unification.
import itertools


class TypeErr(Exception):
    pass


class Record:
    def __init_subclass__(cls):
        cls.__match_args__ = cls.__slots__ = tuple(cls.__annotations__)

    def __init__(self, *args):
        if len(args) != len(self.__match_args__):
            raise TypeError(f'{type(self).__name__} takes {len(self.__match_args__)} fields, got {len(args)}')
        for name, value in zip(self.__match_args__, args):
            setattr(self, name, value)

    def __eq__(self, o): return type(self) is type(o) and all(getattr(self, n) == getattr(o, n) for n in self.__match_args__)
    def __hash__(self): return hash((type(self).__name__, *(getattr(self, n) for n in self.__match_args__)))
    def __repr__(self): return f'{type(self).__name__}({", ".join(repr(getattr(self, n)) for n in self.__match_args__)})'


class Const(Record):
    value: object


class Var(Record):
    name: str


class Lam(Record):
    param: str
    body: Record


class App(Record):
    fn: Record
    arg: Record


class Let(Record):
    name: str
    value: Record
    body: Record


class If(Record):
    test: Record
    then: Record
    other: Record


class TVar(Record):
    id: int


class TCon(Record):
    name: str
    args: tuple

    def __str__(self):
        return show(self)


INT, BOOL, STR = (TCon(n, ()) for n in ('int', 'bool', 'str'))


def arrow(a, b): return TCon('->', (a, b))
def lst(a): return TCon('list', (a,))


def show(t, names=None):
    names = {} if names is None else names
    match t:
        case TVar(id=i):
            return names.setdefault(i, chr(ord('a') + len(names)))
        case TCon('->', (TCon('->', _) as a, b)):
            return f'({show(a, names)}) -> {show(b, names)}'
        case TCon('->', (a, b)):
            return f'{show(a, names)} -> {show(b, names)}'
        case TCon(name, ()):
            return name
        case TCon(name, args):
            return f'{name}[{", ".join(show(a, names) for a in args)}]'


class Parser:
    def __init__(self, text):
        for ch in '()\\.=':
            text = text.replace(ch, f' {ch} ')
        self.tokens = text.split()

    def peek(self): return self.tokens[0] if self.tokens else None

    def take(self, expected=None):
        if not self.tokens or expected and self.tokens[0] != expected:
            raise SyntaxError(f'expected {expected or "more"}, found {self.peek()}')
        return self.tokens.pop(0)

    def expr(self):
        match self.peek():
            case '\\':
                self.take()
                params = []
                while self.peek() != '.':
                    params.append(self.take())
                self.take('.')
                body = self.expr()
                for p in reversed(params):
                    body = Lam(p, body)
                return body
            case 'let':
                self.take()
                name = self.take()
                self.take('=')
                value = self.expr()
                self.take('in')
                return Let(name, value, self.expr())
            case 'if':
                self.take()
                test = self.expr()
                self.take('then')
                then = self.expr()
                self.take('else')
                return If(test, then, self.expr())
        left = self.atom()
        while self.peek() not in (None, ')', 'in', 'then', 'else'):
            left = App(left, self.atom())
        return left

    def atom(self):
        match self.take():
            case '(':
                inner = self.expr()
                self.take(')')
                return inner
            case 'true' | 'false' as word:
                return Const(word == 'true')
            case word if word.isdigit():
                return Const(int(word))
            case word if word[0] == word[-1] == "'":
                return Const(word)
            case ')' | '.' | '=' | 'in' | 'then' | 'else' as word:
                raise SyntaxError(f'unexpected {word}')
            case word:
                return Var(word)


class Checker:
    def __init__(self):
        self.fresh_ids = itertools.count()
        self.subst = {}

    def fresh(self): return TVar(next(self.fresh_ids))

    def prune(self, t):
        match t:
            case TVar(id=i) if i in self.subst:
                t = self.subst[i] = self.prune(self.subst[i])
                return t
            case TCon(name, args):
                return TCon(name, tuple(map(self.prune, args)))
        return t

    def unify(self, a, b):
        a, b = self.prune(a), self.prune(b)
        match a, b:
            case TVar(x), TVar(y) if x == y:
                pass
            case TVar(x), other:
                if self.occurs(x, other):
                    raise TypeErr(f'infinite type {show(TCon("=", (a, other)))}')
                self.subst[x] = other
            case _, TVar():
                self.unify(b, a)
            case TCon(n, xs), TCon(m, ys) if n == m and len(xs) == len(ys):
                for x, y in zip(xs, ys):
                    self.unify(x, y)
            case _:
                raise TypeErr(f'{show(a)} does not match {show(b)}')

    def occurs(self, i, t):
        match t:
            case TVar(id=j): return i == j
            case TCon(_, args): return any(self.occurs(i, a) for a in args)

    def free(self, t):
        match self.prune(t):
            case TVar(id=i): return {i}
            case TCon(_, args): return set().union(*map(self.free, args))

    def generalise(self, env, t):
        bound = set().union(*(self.free(s[1]) - s[0] for s in env.values()), set())
        return self.free(t) - bound, t

    def instantiate(self, scheme):
        ids, t = scheme
        mapping = {i: self.fresh() for i in sorted(ids)}

        def walk(t):
            match self.prune(t):
                case TVar(id=i) as v: return mapping.get(i, v)
                case TCon(n, args): return TCon(n, tuple(map(walk, args)))
        return walk(t)

    def infer(self, e, env):
        match e:
            case Const(bool()): return BOOL
            case Const(int()): return INT
            case Const(str()): return STR
            case Var(name):
                if name not in env:
                    raise TypeErr(f'unbound {name}')
                return self.instantiate(env[name])
            case Lam(p, body):
                a = self.fresh()
                return arrow(a, self.infer(body, env | {p: (set(), a)}))
            case App(f, x):
                result = self.fresh()
                self.unify(self.infer(f, env), arrow(self.infer(x, env), result))
                return result
            case Let(name, value, body):
                self_type = self.fresh()
                t = self.infer(value, env | {name: (set(), self_type)})
                self.unify(self_type, t)
                return self.infer(body, env | {name: self.generalise(env, t)})
            case If(test, then, other):
                self.unify(self.infer(test, env), BOOL)
                t = self.infer(then, env)
                self.unify(t, self.infer(other, env))
                return t


A, B = TVar(-1), TVar(-2)
PRELUDE = {
    'add': (set(), arrow(INT, arrow(INT, INT))), 'eq': ({-1}, arrow(A, arrow(A, BOOL))), 'nil': ({-1}, lst(A)),
    'cons': ({-1}, arrow(A, arrow(lst(A), lst(A)))), 'head': ({-1}, arrow(lst(A), A)), 'tail': ({-1}, arrow(lst(A), lst(A))),
    'null': ({-1}, arrow(lst(A), BOOL)), 'len': (set(), arrow(STR, INT)), 'pair': ({-1, -2}, arrow(A, arrow(B, TCon('pair', (A, B))))),
}
for source in ['1', '\\x. x', '\\f x. f (f x)', '\\f g x. f (g x)', 'let id = \\x. x in pair (id 1) (id true)', '(\\id. pair (id 1) (id true)) (\\x. x)', 'let map = \\f xs. if null xs then nil else cons (f (head xs)) (map f (tail xs)) in map', "let map = \\f xs. if null xs then nil else cons (f (head xs)) (map f (tail xs)) in map len (cons 'a' nil)", '\\x. x x', 'let y = \\f. f (y f) in y', 'if 1 then 2 else 3', 'if true then 2 else false', 'add 1 true', 'foo', 'cons 1 (cons true nil)', '\\a b c d. pair (a b) (c d)', 'let k = \\x y. x in let s = \\f g x. f x (g x) in s k k', 'let fact = \\n. if eq n 0 then 1 else add n (fact (add n 1)) in fact', '\\x. let y = x in pair y y', 'let', '(1', '1 )', '\\x', 'add 1 2 3']:
    checker = Checker()
    try:
        parser = Parser(source)
        tree = parser.expr()
        if parser.tokens:
            raise SyntaxError(f'left over: {" ".join(parser.tokens)}')
        print(f'{source} : {show(checker.prune(checker.infer(tree, PRELUDE)))}')
    except (TypeErr, SyntaxError) as e:
        print(f'{source} !! {type(e).__name__}: {e}')
print(Parser('\\x. f x 1').expr(), Parser('a b').expr() == Parser('( a b )').expr(), len({Var('x'), Var('x'), Const('x')}))
try:
    Lam(1)
except TypeError as e:
    print(e)
