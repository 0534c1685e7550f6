"""Constants of characters, templates, and format strings to be extended."""

from _string import formatter_first, formatter_piece, formatter_step

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
            first, _ = formatter_first(name)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
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
        at = 0
        while (piece := formatter_piece(format_string, at)) is not None:
            at, *parts = piece
            yield tuple(parts)

    def get_field(self, field_name, args, kwargs):
        """The object that a field names, and the argument it starts from."""
        first, rest = formatter_first(field_name)
        obj = self.get_value(first, args, kwargs)
        while (step := formatter_step(rest)) is not None:
            is_attribute, key, rest = step
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
