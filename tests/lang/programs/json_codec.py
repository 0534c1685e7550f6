# A JSON printer and parser written by hand, with round trips and error positions.
import math


class JSONError(ValueError):
    def __init__(self, message, text, pos):
        line = text.count('\n', 0, pos) + 1
        column = pos - (text.rfind('\n', 0, pos) + 1) + 1
        super().__init__(f'{message}: line {line} column {column} (char {pos})')


ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def quote(s):
    out = ['"']
    for ch in s:
        if ch in ESCAPES:
            out.append(ESCAPES[ch])
        elif ch < ' ':
            out.append(f'\\u{ord(ch):04x}')
        elif ch > '\uffff':
            n = ord(ch) - 0x10000
            out.append(f'\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}')
        elif ch > '~':
            out.append(f'\\u{ord(ch):04x}')
        else:
            out.append(ch)
    return ''.join(out) + '"'


def dumps(value, indent=None, level=0, sort_keys=False):
    def join(open_, items, close):
        items = list(items)
        if not items:
            return open_ + close
        if indent is None:
            return open_ + ', '.join(items) + close
        pad = '\n' + ' ' * indent * (level + 1)
        return open_ + pad + (',' + pad).join(items) + '\n' + ' ' * indent * level + close

    match value:
        case None: return 'null'
        case True: return 'true'
        case False: return 'false'
        case str(): return quote(value)
        case int(): return int.__repr__(value)
        case float():
            if not math.isfinite(value):
                raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
            return float.__repr__(value)
        case dict():
            entries = sorted(value.items()) if sort_keys else value.items()
            return join('{', (f'{quote(key(k))}: {dumps(v, indent, level + 1, sort_keys)}' for k, v in entries), '}')
        case list() | tuple():
            return join('[', (dumps(v, indent, level + 1, sort_keys) for v in value), ']')
        case _ if hasattr(value, 'to_json'):
            return dumps(value.to_json(), indent, level, sort_keys)
        case _:
            raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')


def key(k):
    match k:
        case str(): return k
        case bool() | None: return dumps(k)
        case int() | float(): return repr(k)
    raise TypeError(f'keys must be str, int, float, bool or None, not {type(k).__name__}')


class Loader:
    def __init__(self, text):
        self.text, self.i = text, 0

    def fail(self, message, pos=None):
        raise JSONError(message, self.text, self.i if pos is None else pos)

    def skip(self):
        while self.text[self.i:self.i + 1] in (' ', '\t', '\n', '\r'):
            self.i += 1

    def document(self):
        value = self.value()
        self.skip()
        if self.i != len(self.text):
            self.fail('Extra data')
        return value

    def value(self):
        self.skip()
        text, i = self.text, self.i
        ch = text[i:i + 1]
        if ch == '{':
            return self.object()
        if ch == '[':
            return self.array()
        if ch == '"':
            return self.string()
        for word, constant in (('null', None), ('true', True), ('false', False)):
            if text.startswith(word, i):
                self.i += len(word)
                return constant
        if ch == '-' or ch.isdigit():
            return self.number()
        self.fail('Expecting value')

    def number(self):
        start = self.i
        text = self.text
        def digits():
            begin = self.i
            while text[self.i:self.i + 1].isdigit():
                self.i += 1
            if self.i == begin:
                self.fail('Expecting digit')
        if text[self.i] == '-':
            self.i += 1
        digits()
        kind = int
        if text[self.i:self.i + 1] == '.':
            kind = float
            self.i += 1
            digits()
        if text[self.i:self.i + 1] in ('e', 'E'):
            kind = float
            self.i += 1
            if text[self.i:self.i + 1] in ('+', '-'):
                self.i += 1
            digits()
        return kind(text[start:self.i])

    def string(self):
        self.i += 1
        start, parts = self.i - 1, []
        while True:
            ch = self.text[self.i:self.i + 1]
            if not ch:
                self.fail('Unterminated string starting at', start)
            self.i += 1
            if ch == '"':
                return ''.join(parts)
            if ch < ' ':
                self.fail('Invalid control character at', self.i - 1)
            if ch != '\\':
                parts.append(ch)
                continue
            esc = self.text[self.i:self.i + 1]
            self.i += 1
            if esc == 'u':
                code = self.hex4()
                if 0xd800 <= code < 0xdc00 and self.text.startswith('\\u', self.i):
                    self.i += 2
                    code = 0x10000 + ((code & 0x3ff) << 10) + (self.hex4() & 0x3ff)
                parts.append(chr(code))
            else:
                for plain, escaped in [*ESCAPES.items(), ('/', '\\/')]:
                    if escaped[1] == esc:
                        parts.append(plain)
                        break
                else:
                    self.fail('Invalid \\escape', self.i - 2)

    def hex4(self):
        digits = self.text[self.i:self.i + 4]
        try:
            if len(digits) != 4:
                raise ValueError
            code = int(digits, 16)
        except ValueError:
            self.fail('Invalid \\uXXXX escape')
        self.i += 4
        return code

    def array(self):
        self.i += 1
        items = []
        self.skip()
        if self.text[self.i:self.i + 1] == ']':
            self.i += 1
            return items
        while True:
            items.append(self.value())
            if self.separator(']'):
                return items

    def separator(self, close):
        self.skip()
        ch = self.text[self.i:self.i + 1]
        if ch not in (',', close):
            self.fail("Expecting ',' delimiter")
        self.i += 1
        return ch == close

    def object(self):
        self.i += 1
        result = {}
        self.skip()
        if self.text[self.i:self.i + 1] == '}':
            self.i += 1
            return result
        while True:
            self.skip()
            if self.text[self.i:self.i + 1] != '"':
                self.fail('Expecting property name enclosed in double quotes')
            name = self.string()
            self.skip()
            if self.text[self.i:self.i + 1] != ':':
                self.fail("Expecting ':' delimiter")
            self.i += 1
            result[name] = self.value()
            if self.separator('}'):
                return result


def loads(text):
    return Loader(text).document()


class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def to_json(self): return {'x': self.x, 'y': self.y}


data = {'name': 'Zoë "Z" \\ \n\t\x01 😀', 'n': [1, -2, 3.5, 1e100, 2**70, True, None], 'empty': [{}, [], ''], 'deep': {'a': {'b': {'c': (1, 2)}}}, 5: 'int key', None: 0, True: 1, 1.5: 2}
print(dumps(data))
print(dumps(data, indent=2))
print(dumps({'b': 1, 'a': [3, {'z': 1, 'y': 2}]}, sort_keys=True), dumps([Point(1, 2), {'p': Point(3, 4)}]))
back = loads(dumps(data))
print(back['name'] == data['name'], back['n'] == data['n'], back == loads(dumps(back, indent=4)), list(back))
print(loads(' [1, 2.5e-3, "\\u00e9\\ud83d\\ude00\\/", {"k": {}}, true, -0, 1E5] '))
for bad in ['', '[1,]', '{"a" 1}', '{"a": 1,}', '{1: 2}', '"abc', '[1 2]', 'nul', '"\\x"', '"\\u12"', '"a\nb"', '-', '1.', '1e', '[1]\n  x', '{"a":\n  [1,\n   @]}', '[' * 3]:
    try:
        print(loads(bad))
    except JSONError as e:
        print(f'{bad!r}: {e}')
for bad in ({1, 2}, float('nan'), {(1, 2): 3}, [object]):
    try:
        dumps(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
nested = loads('[' * 300 + ']' * 300)
depth = 0
while nested:
    nested = nested[0]
    depth += 1
print(depth + 1)
