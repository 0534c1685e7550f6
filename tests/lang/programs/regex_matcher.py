# A regular expression engine by backtracking: parser, matcher with continuations, groups, and a DFA-free search.
class RegexError(ValueError):
    def __init__(self, message, pos): super().__init__(f'{message} at position {pos}')


class Parser:
    def __init__(self, pattern): self.p, self.i, self.groups, self.names = pattern, 0, 0, {}

    def more(self): return self.i < len(self.p)
    def peek(self, s): return self.p.startswith(s, self.i)

    def eat(self, s):
        if self.peek(s):
            self.i += len(s)
            return True
        return False

    def parse(self):
        tree = self.alternation()
        if self.more():
            raise RegexError('unbalanced parenthesis', self.i)
        return tree

    def alternation(self):
        branches = [self.sequence()]
        while self.eat('|'):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ('alt', branches)

    def sequence(self):
        items = []
        while self.more() and not self.peek('|') and not self.peek(')'):
            items.append(self.repeat())
        return ('seq', items)

    def repeat(self):
        start = self.i
        atom = self.atom()
        while self.more():
            if self.eat('*'): low, high = 0, None
            elif self.eat('+'): low, high = 1, None
            elif self.eat('?'): low, high = 0, 1
            elif self.peek('{') and (bounds := self.bounds()): low, high = bounds
            else: break
            if atom[0] == 'rep' or atom[0] in ('bol', 'eol'):
                raise RegexError('nothing to repeat', start)
            atom = ('rep', atom, low, high, not self.eat('?'))
        return atom

    def bounds(self):
        end = self.p.find('}', self.i)
        low, comma, high = self.p[self.i + 1:end].partition(',')
        if end < 0 or not (low.isdigit() or comma and not low) or high and not high.isdigit():
            return None
        self.i = end + 1
        low, high = int(low or 0), (int(high) if high else None) if comma else int(low)
        if high is not None and high < low:
            raise RegexError('min repeat greater than max repeat', self.i)
        return low, high

    def atom(self):
        start, ch = self.i, self.p[self.i]
        self.i += 1
        match ch:
            case '(':
                if self.eat('?:'): inner = self.alternation()
                elif self.eat('?='): inner = ('look', self.alternation(), True)
                elif self.eat('?!'): inner = ('look', self.alternation(), False)
                else:
                    name = None
                    if self.eat('?P<'):
                        end = self.p.index('>', self.i)
                        name, self.i = self.p[self.i:end], end + 1
                    self.groups += 1
                    number = self.groups
                    if name:
                        self.names[name] = number
                    inner = ('group', number, self.alternation())
                if not self.eat(')'):
                    raise RegexError('missing ), unterminated subpattern', start)
                return inner
            case '[': return self.char_class(start)
            case '.': return ('set', lambda c: c != '\n')
            case '^': return ('bol',)
            case '$': return ('eol',)
            case '*' | '+' | '?': raise RegexError('nothing to repeat', start)
            case '\\': return self.escape(start)
            case _: return ('char', ch)

    CLASSES = {'d': str.isdigit, 'w': lambda c: c.isalnum() or c == '_', 's': str.isspace}

    def escape(self, start):
        if not self.more():
            raise RegexError('bad escape (end of pattern)', start)
        ch = self.p[self.i]
        self.i += 1
        if ch.lower() in self.CLASSES:
            test = self.CLASSES[ch.lower()]
            return ('set', test if ch.islower() else lambda c: not test(c))
        if ch == 'b': return ('word',)
        if ch.isdigit(): return ('ref', int(ch))
        return ('char', {'n': '\n', 't': '\t'}.get(ch, ch))

    def char_class(self, start):
        negate, tests = self.eat('^'), []
        first = True
        while first or not self.peek(']'):
            first = False
            if not self.more():
                raise RegexError('unterminated character set', start)
            ch = self.p[self.i]
            self.i += 1
            if ch == '\\':
                kind, value = self.escape(self.i - 1)
                if kind == 'set':
                    tests.append(value)
                    continue
                ch = value
            if self.peek('-') and self.p[self.i + 1:self.i + 2] not in ('', ']'):
                high = self.p[self.i + 1]
                self.i += 2
                if high < ch:
                    raise RegexError(f'bad character range {ch}-{high}', self.i - 3)
                tests.append(lambda c, low=ch, high=high: low <= c <= high)
            else:
                tests.append(lambda c, ch=ch: c == ch)
        self.i += 1
        return ('set', lambda c: any(t(c) for t in tests) != negate)


class Match:
    def __init__(self, text, spans, names): self.text, self.spans, self.names = text, spans, names
    def span(self, n=0): return self.spans.get(self.names.get(n, n), (-1, -1))
    def __getitem__(self, n):
        i, j = self.span(n)
        return None if i < 0 else self.text[i:j]
    def groups(self): return tuple(self[n] for n in range(1, max(self.names.get('', 0), *self.spans, 0) + 1))
    def __repr__(self): return f'<{self.span()} {self[0]!r}>'


class Regex:
    def __init__(self, pattern):
        parser = Parser(pattern)
        self.tree = parser.parse()
        self.names = parser.names | {'': parser.groups}

    def _m(self, node, i, g, k):
        text = self.text
        match node:
            case ('char', c): return text[i:i + 1] == c and k(i + 1, g)
            case ('set', test): return i < len(text) and test(text[i]) and k(i + 1, g)
            case ('seq', items):
                def rest(n):
                    return k if n == len(items) else lambda i, g: self._m(items[n], i, g, rest(n + 1))
                return rest(0)(i, g)
            case ('alt', branches): return any_truthy(self._m(b, i, g, k) for b in branches)
            case ('group', n, inner): return self._m(inner, i, g, lambda j, h: k(j, h | {n: (i, j)}))
            case ('rep', inner, low, high, greedy):
                def again(count):
                    def attempt(j, h):
                        more = (lambda: (high is None or count < high) and self._m(inner, j, h, lambda m, q: (m > j or count < low) and again(count + 1)(m, q)))
                        stop = lambda: count >= low and k(j, h)
                        return (more() or stop()) if greedy else (stop() or more())
                    return attempt
                return again(0)(i, g)
            case ('bol',): return i == 0 and k(i, g)
            case ('eol',): return (i == len(text) or text[i:] == '\n') and k(i, g)
            case ('word',):
                around = [0 <= j < len(text) and Parser.CLASSES['w'](text[j]) for j in (i - 1, i)]
                return around[0] != around[1] and k(i, g)
            case ('ref', n):
                if n not in g: return False
                s = text[slice(*g[n])]
                return text.startswith(s, i) and k(i + len(s), g)
            case ('look', inner, positive):
                found = self._m(inner, i, g, lambda j, h: h | {0: (i, j)})
                return bool(found) == positive and k(i, {**g, **(found or {})} if positive else g)

    def match(self, text, pos=0):
        self.text = text
        spans = self._m(self.tree, pos, {}, lambda j, g: {**g, 0: (pos, j)})
        return Match(text, spans, self.names) if spans else None

    def fullmatch(self, text):
        m = Regex.__new__(Regex)
        m.tree, m.names = ('seq', [self.tree, ('eol',)]), self.names
        return m.match(text)

    def finditer(self, text):
        pos = 0
        while pos <= len(text):
            if m := self.match(text, pos):
                yield m
                pos = m.span()[1] + (m.span()[0] == m.span()[1])
            else:
                pos += 1

    def findall(self, text): return [m[0] if not self.names[''] else m[1] if self.names[''] == 1 else m.groups() for m in self.finditer(text)]

    def sub(self, replacement, text):
        out, last = [], 0
        for m in self.finditer(text):
            out += text[last:m.span()[0]], replacement(m) if callable(replacement) else replacement
            last = m.span()[1]
        return ''.join(out) + text[last:]


def any_truthy(values):
    for v in values:
        if v:
            return v
    return False


for pattern, text in [('a*b', 'aaab'), ('a|bc', 'bcd'), ('(a+)(b+)?', 'aac'), (r'(\w+)\s+\1', 'the the cat'), (r'^\d{3}-\d{4}$', '555-1234'), (r'x{2,3}?', 'xxxx'), ('[^a-c]+', 'xyzabc'), (r'(?P<key>\w+)=(?P<value>[^;]*)', 'name=val;'), ('a(?!b)', 'ac'), ('(?=ab)a', 'ab'), ('(a|ab)(c|bcd)(d*)', 'abcd'), ('.*?b', 'aabab'), ('', 'x'), ('(a*)*', 'aaa'), ('(?:ab){2}', 'ababab'), ('[]x]+', ']x]'), (r'[\d-]+', '1-2'), ('a{,2}', 'aaa'), ('a{x}', 'a{x}'), ('colou?r', 'color'), ('(b)?', 'a')]:
    m = Regex(pattern).match(text)
    print(f'{pattern!r:32} {text!r:14} {m!r} {m and m.groups()}')
print(Regex(r'\b\w').findall('hello big world'), Regex(r'(\w)(\d)').findall('a1 b2 cc3'), Regex('a*').findall('baac'), Regex(r'\d+').sub(lambda m: str(int(m[0]) * 2), 'a1b22c333'), Regex(r'\s+').sub(' ', 'a  b \n c'))
m = Regex(r'(?P<y>\d+)-(?P<m>\d+)').match('2024-05 rest')
print(m['y'], m['m'], m[0], m.span('m'), m[7], Regex('ab|a').fullmatch('a')[0], Regex('ab').fullmatch('abc'))
for bad in ('(', ')', '*a', 'a**', '[a', 'a\\', '[z-a]', 'x{3,1}', '(?P<n', '^*'):
    try:
        Regex(bad)
    except ValueError as e:
        print(repr(bad), type(e).__name__, e)
print(Regex('(a?){15}a{15}').match('a' * 15))
