"""JSON: values as text, and back."""

__all__ = ["JSONDecodeError", "JSONDecoder", "JSONEncoder", "dump", "dumps", "load", "loads"]

_INFINITY = float("inf")
_BLANKS = " \t\n\r"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class JSONDecodeError(ValueError):
    """Text is no JSON; says where."""

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {line} column {column} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip(s, at):
    while at < len(s) and s[at] in _BLANKS:
        at += 1
    return at


def _four_digits(s, at):
    digits = s[at : at + 4]
    if len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)


def _scan_string(s, at, strict):
    """The string whose text begins at `at`, and where it ends."""
    begin = at - 1
    parts = []
    while True:
        end = at
        while True:
            if end >= len(s):
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            c = s[end]
            if c == '"' or c == "\\" or c < " ":
                break
            end += 1
        parts.append(s[at:end])
        at = end + 1
        if c == '"':
            return "".join(parts), at
        if c != "\\":
            if strict:
                raise JSONDecodeError("Invalid control character at", s, end)
            parts.append(c)
            continue
        if at >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        escape = s[at]
        if escape != "u":
            if escape not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape", s, end)
            parts.append(_ESCAPES[escape])
            at += 1
            continue
        point = _four_digits(s, at + 1)
        at += 5
        if 0xD800 <= point <= 0xDBFF and s[at : at + 2] == "\\u":
            low = _four_digits(s, at + 2)
            if 0xDC00 <= low <= 0xDFFF:
                point = 0x10000 + ((point - 0xD800) << 10 | low - 0xDC00)
                at += 6
        parts.append(chr(point))


def _number_end(s, at):
    """Where a number ends, and whether it is a float; None if there is none."""
    end = at
    if s[end : end + 1] == "-":
        end += 1
    if s[end : end + 1] == "0":
        end += 1
    elif s[end : end + 1] in tuple("123456789"):
        while s[end : end + 1] in tuple("0123456789"):
            end += 1
    else:
        return None
    is_float = False
    if s[end : end + 1] == "." and s[end + 1 : end + 2] in tuple("0123456789"):
        is_float = True
        end += 1
        while s[end : end + 1] in tuple("0123456789"):
            end += 1
    if s[end : end + 1] in ("e", "E"):
        after = end + 1
        if s[after : after + 1] in ("+", "-"):
            after += 1
        if s[after : after + 1] in tuple("0123456789"):
            is_float = True
            end = after
            while s[end : end + 1] in tuple("0123456789"):
                end += 1
    return end, is_float


class JSONDecoder:
    """Makes values of text."""

    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
        strict=True, object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or {
            "-Infinity": -_INFINITY, "Infinity": _INFINITY, "NaN": float("nan"),
        }.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value that a text stands for."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at a position, and where it ends."""
        return self._value(s, idx, {})

    def _value(self, s, at, names):
        c = s[at : at + 1]
        if c == '"':
            return _scan_string(s, at + 1, self.strict)
        if c == "{":
            return self._object(s, at + 1, names)
        if c == "[":
            return self._array(s, at + 1, names)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, at):
                return value, at + len(word)
        number = _number_end(s, at) if c else None
        if number is not None:
            end, is_float = number
            return (self.parse_float if is_float else self.parse_int)(s[at:end]), end
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", s, at)

    def _object(self, s, at, names):
        pairs = []
        at = _skip(s, at)
        if s[at : at + 1] == "}":
            at += 1
        else:
            if s[at : at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            while True:
                key, at = _scan_string(s, at + 1, self.strict)
                key = names.setdefault(key, key)
                at = _skip(s, at)
                if s[at : at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1), names)
                pairs.append((key, value))
                at = _skip(s, at)
                if s[at : at + 1] == "}":
                    at += 1
                    break
                if s[at : at + 1] != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _skip(s, at + 1)
                if s[at : at + 1] != '"':
                    if s[at : at + 1] == "}":
                        raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        if self.object_hook is not None:
            made = self.object_hook(made)
        return made, at

    def _array(self, s, at, names):
        values = []
        at = _skip(s, at)
        if s[at : at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(s, at, names)
            values.append(value)
            at = _skip(s, at)
            if s[at : at + 1] == "]":
                return values, at + 1
            if s[at : at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at : at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)


def _quoted(s, ascii_only):
    out = ['"']
    for c in s:
        if c in _SHORT:
            out.append(_SHORT[c])
        elif c < " " or (ascii_only and c > "~"):
            point = ord(c)
            if point > 0xFFFF:
                point -= 0x10000
                out.append(f"\\u{0xD800 | point >> 10:04x}\\u{0xDC00 | point & 0x3FF:04x}")
            else:
                out.append(f"\\u{point:04x}")
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


class JSONEncoder:
    """Makes text of values."""

    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
        sort_keys=False, indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write instead of an object that JSON does not know."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The text of a value."""
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text of a value, in parts."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return self._parts(o, indent, 0, {} if self.check_circular else None)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == _INFINITY:
            text = "Infinity"
        elif o == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return text

    def _simple(self, o):
        """The text of a value that holds no others; None for one that does."""
        if isinstance(o, str):
            return _quoted(o, self.ensure_ascii)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _parts(self, o, indent, level, markers):
        text = self._simple(o)
        if text is not None:
            yield text
            return
        if markers is not None:
            if id(o) in markers:
                raise ValueError("Circular reference detected")
            markers[id(o)] = o
        if isinstance(o, (list, tuple)):
            yield from self._list(o, indent, level, markers)
        elif isinstance(o, dict):
            yield from self._dict(o, indent, level, markers)
        else:
            yield from self._parts(self.default(o), indent, level, markers)
        if markers is not None:
            del markers[id(o)]

    def _list(self, items, indent, level, markers):
        if not items:
            yield "[]"
            return
        inner = "" if indent is None else "\n" + indent * (level + 1)
        first = True
        for item in items:
            yield ("[" if first else self.item_separator) + inner
            first = False
            yield from self._parts(item, indent, level + 1, markers)
        if indent is not None:
            yield "\n" + indent * level
        yield "]"

    def _dict(self, mapping, indent, level, markers):
        if not mapping:
            yield "{}"
            return
        inner = "" if indent is None else "\n" + indent * (level + 1)
        items = sorted(mapping.items()) if self.sort_keys else mapping.items()
        first = True
        for key, value in items:
            if not isinstance(key, str):
                if isinstance(key, float):
                    key = self._float(key)
                elif key is None or key is True or key is False or isinstance(key, int):
                    key = self._simple(key)
                elif self.skipkeys:
                    continue
                else:
                    raise TypeError(
                        f"keys must be str, int, float, bool or None, not {key.__class__.__name__}"
                    )
            yield ("{" if first else self.item_separator) + inner
            first = False
            yield _quoted(key, self.ensure_ascii)
            yield self.key_separator
            yield from self._parts(value, indent, level + 1, markers)
        if first:
            yield "{}"
            return
        if indent is not None:
            yield "\n" + indent * level
        yield "}"


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
    indent=None, separators=None, default=None, sort_keys=False, **kw,
):
    """The text of a value."""
    encoder = (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default,
        sort_keys=sort_keys, **kw,
    )
    return encoder.encode(obj)


def dump(obj, fp, **options):
    """Writes the text of a value to a file."""
    fp.write(dumps(obj, **options))


def loads(
    s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
    object_pairs_hook=None, **kw,
):
    """The value that a text stands for."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        if s.startswith(b"\xef\xbb\xbf"):
            s = s[3:]
        s = s.decode("utf-8", "surrogatepass")
    else:
        raise TypeError(
            f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}"
        )
    decoder = (cls or JSONDecoder)(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
        parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw,
    )
    return decoder.decode(s)


def load(fp, **options):
    """The value that the text of a file stands for."""
    return loads(fp.read(), **options)
