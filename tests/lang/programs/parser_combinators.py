# Parser combinators with operator overloading, used for an ini format and for arithmetic.
import functools
import operator


class Failure(Exception):
    def __init__(self, expected, text, at):
        super().__init__(expected, at)
        self.expected, self.at = expected, at
        self.line = text.count('\n', 0, at) + 1
        self.found = text[at:at + 1] or 'end of text'

    def __str__(self): return f'line {self.line}: expected {self.expected}, found {self.found!r}'


class Parser:
    def __init__(self, run, name='something'): self.run, self.name = run, name

    def __call__(self, text):
        value, at = (self << END).run(text, 0)
        return value

    def __or__(self, other):
        def run(text, at):
            try:
                return self.run(text, at)
            except Failure as first:
                if first.at > at:
                    raise
                try:
                    return other.run(text, at)
                except Failure as second:
                    if second.at > at:
                        raise
                    raise Failure(f'{self.name} or {other.name}', text, at) from None
        return Parser(run, f'{self.name} or {other.name}')

    def __and__(self, other): return seq(self, other)
    def __rshift__(self, other): return seq(self, other)[1]
    def __lshift__(self, other): return seq(self, other)[0]
    def __getitem__(self, key): return self.map(operator.itemgetter(key))
    def __matmul__(self, name): return Parser(self.run, name)

    def map(self, f):
        def run(text, at):
            value, at = self.run(text, at)
            return f(value), at
        return Parser(run, self.name)

    def many(self, least=0):
        def run(text, at):
            values = []
            while True:
                try:
                    value, after = self.run(text, at)
                except Failure as e:
                    if e.at > at or len(values) < least:
                        raise
                    return values, at
                if after == at:
                    raise RuntimeError(f'{self.name} matches nothing for ever')
                values.append(value)
                at = after
        return Parser(run, f'many {self.name}')

    def maybe(self, default=None): return (self | pure(default)) @ f'maybe {self.name}'
    def sep_by(self, sep): return (self & (sep >> self).many()).map(lambda p: [p[0], *p[1]]) | pure([])
    def chain(self, op): return (self & (op & self).many()).map(lambda p: functools.reduce(lambda acc, pair: pair[0](acc, pair[1]), p[1], p[0]))


def seq(*parsers):
    def run(text, at):
        values = []
        for p in parsers:
            value, at = p.run(text, at)
            values.append(value)
        return values, at
    return Parser(run, ' then '.join(p.name for p in parsers))


def pure(value): return Parser(lambda text, at: (value() if callable(value) else value, at), 'nothing')


def lazy(f): return Parser(lambda text, at: f().run(text, at), 'expression')


def char(test, name):
    def run(text, at):
        if at < len(text) and (text[at] in test if isinstance(test, str) else test(text[at])):
            return text[at], at + 1
        raise Failure(name, text, at)
    return Parser(run, name)


def word(s):
    def run(text, at):
        if text.startswith(s, at):
            return s, at + len(s)
        raise Failure(repr(s), text, at)
    return Parser(run, repr(s))


END = Parser(lambda text, at: (None, at) if at == len(text) else (_ for _ in ()).throw(Failure('end of text', text, at)), 'end')
space = char(' \t', 'space').many()
def token(p): return p << space
def sym(s): return token(word(s))


digits = char(str.isdigit, 'digit').many(1).map(''.join)
number = token((word('-').maybe('') & digits & (word('.') >> digits).maybe()).map(lambda p: float(f'{p[0][0]}{p[0][1]}.{p[1]}') if p[1] else int(p[0][0] + p[0][1]))) @ 'number'
factor = lazy(lambda: power)
expr = lazy(lambda: total)
atom = number | (sym('(') >> expr << sym(')')) @ "'('"
power = (atom & (sym('^') >> factor).maybe()).map(lambda p: p[0] if p[1] is None else p[0] ** p[1])
product = power.chain((sym('*') | sym('/')).map({'*': operator.mul, '/': operator.truediv}.get))
total = product.chain((sym('+') | sym('-')).map({'+': operator.add, '-': operator.sub}.get))
calc = space >> total

name = token(char(str.isalpha, 'letter').many(1).map(''.join)) @ 'name'
quoted = (word('"') >> (char(lambda c: c not in '"\\\n', 'text') | word('\\') >> char('"\\n', 'escape').map(lambda c: '\n' if c == 'n' else c)).many() << word('"')).map(''.join) @ 'string'
value = lazy(lambda: any_value)
array = (sym('[') >> value.sep_by(sym(',')) << sym(']')) @ 'array'
boolean = (word('yes').map(lambda _: True) | word('no').map(lambda _: False)) @ 'boolean'
any_value = token(number | quoted | array | boolean)
newline = (space >> (word('#') >> char(lambda c: c != '\n', 'comment').many()).maybe() >> word('\n')).many(1) @ 'new line'
entry = (name << sym('=')) & any_value
section = (sym('[') >> name << sym(']') << newline) & (entry << newline).many().map(dict)
ini = newline.maybe() >> section.many().map(dict)

for source in ['1 + 2 * 3', ' (1 + 2) * 3', '2 ^ 3 ^ 2', '10 - 4 - 3', '-2 * -3.5', '8 / 4 / 2', '1 +', '(1', '', '1 2', '1 + x', '2 * (3 + (4', '1..2']:
    try:
        print(f'{source!r} = {calc(source)}')
    except Failure as e:
        print(f'{source!r} !! {e}')
text = '''# settings

[server]
host = "local \\"host\\""   # a comment
ports = [80, 443, [1, 2.5, []]]
debug = yes

[empty]
[other]
x = -1
'''
print(ini(text))
for bad in ('[a]\nx 1\n', '[a]\nx = \n', '[a\n', '[a]\nx = "open\n', '[a]\nx = [1, 2\n', '[a]\nx = [1 2]\n', 'x = 1\n', '[a]\nx = "\\q"\n', '[a]\nx = 1'):
    try:
        print(ini(bad))
    except Failure as e:
        print(f'{bad!r} !! {e}')
try:
    space.many()('  ')
except RuntimeError as e:
    print(e)
print(sum(map(calc, ['1', '2+3', '4*5'])), (number | name).sep_by(sym(','))('1, a, 2.5, bc'), total.name, repr(Failure('x', 'ab', 1)))
