"""Constants of characters, templates, and format strings to be extended."""

__all__ = [
    "Formatter", "Template", "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
    "digits", "hexdigits", "octdigits", "printable", "punctuation", "whitespace",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of a text with capital first letters."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_FIRST = frozenset(ascii_letters + "_")
_REST = frozenset(ascii_letters + "_" + digits)


class Template:
    """A text with places marked by a delimiter: `$name` and `${name}`."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pairs of text and None, or of a marked place and its name; a bad place has an empty name."""
        text, mark = self.template, self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None
                return
            yield text[start:at], None
            after = at + len(mark)
            if text.startswith(mark, after):
                yield mark, None
                start = after + len(mark)
                continue
            begin = after
            braced = text.startswith("{", after)
            if braced:
                begin += 1
            end = begin
            if end < len(text) and text[end] in _FIRST:
                while end < len(text) and text[end] in _REST:
                    end += 1
            if end == begin or (braced and not text.startswith("}", end)):
                yield at, ""
                start = after
                continue
            name = text[begin:end]
            start = end + 1 if braced else end
            yield text[at:start], name

    def _invalid(self, at):
        at += len(self.delimiter)
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = at - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        """The text with all places filled."""
        out = []
        for piece, name in self._pieces():
            if name is None:
                out.append(piece)
            elif not name:
                self._invalid(piece)
            else:
                out.append(str(kws[name] if name in kws else mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with those places filled that there are values for."""
        out = []
        for piece, name in self._pieces():
            if name is None:
                out.append(piece)
            elif not name:
                out.append(self.delimiter)
            else:
                try:
                    out.append(str(kws[name] if name in kws else mapping[name]))
                except KeyError:
                    out.append(piece)
        return "".join(out)

    def is_valid(self):
        """Whether all marked places have names."""
        return all(name != "" for _, name in self._pieces())

    def get_identifiers(self):
        """The names of the places, each once."""
        return list(dict.fromkeys(name for _, name in self._pieces() if name))


def _field_end(text, start):
    """The position of the brace that closes a replacement field."""
    depth = 1
    for at in range(start, len(text)):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if depth == 0:
                return at
    raise ValueError("expected '}' before end of string")


def _split_field(inner):
    """Name, conversion and format specification of a replacement field."""
    depth = 0
    end = len(inner)
    for at, char in enumerate(inner):
        if char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
        elif char in "!:" and depth <= 0:
            end = at
            break
    name, rest = inner[:end], inner[end:]
    conversion = None
    if rest.startswith("!"):
        conversion, rest = rest[1:2], rest[2:]
        if not conversion:
            raise ValueError("end of string while looking for conversion specifier")
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


class Formatter:
    """`str.format` in steps that subclasses can change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first = _first_of(name)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif first.isdigit():
                if auto_arg_index:
                    raise ValueError(
                        "cannot switch from automatic field numbering to manual field specification"
                    )
                auto_arg_index = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(
                spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Quadruples of literal text, field name, specification and conversion."""
        literal = []
        at, end = 0, len(format_string)
        while at < end:
            char = format_string[at]
            if char in "{}" and format_string.startswith(char, at + 1):
                # A doubled brace ends the literal, so that one brace is part of it.
                literal.append(char)
                at += 2
                yield "".join(literal), None, None, None
                literal = []
            elif char == "{":
                close = _field_end(format_string, at + 1)
                name, spec, conversion = _split_field(format_string[at + 1 : close])
                yield "".join(literal), name, spec, conversion
                literal = []
                at = close + 1
            elif char == "}":
                raise ValueError("Single '}' encountered in format string")
            else:
                literal.append(char)
                at += 1
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        """The object that a field names, and the argument it starts from."""
        first = _first_of(field_name)
        rest = field_name[len(first) :]
        key = int(first) if first.isdigit() else first
        obj = self.get_value(key, args, kwargs)
        while rest:
            if rest.startswith("."):
                end = min((i for i in (rest.find(".", 1), rest.find("[", 1)) if i > 0), default=len(rest))
                obj, rest = getattr(obj, rest[1:end]), rest[end:]
            elif rest.startswith("["):
                end = rest.index("]")
                index = rest[1:end]
                obj, rest = obj[int(index) if index.isdigit() else index], rest[end + 1 :]
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return obj, key


def _first_of(name):
    end = min((i for i in (name.find("."), name.find("[")) if i >= 0), default=len(name))
    return name[:end]
