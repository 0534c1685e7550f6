"""Formatters, and the three ways to write a format: `%(name)s`, `{name}` and `$name`."""

import time

from . import _loaded

_DIGITS = "0123456789"


def _skip(text, at, characters):
    """Where a run of these characters ends."""
    while at < len(text) and text[at] in characters:
        at += 1
    return at


def _skip_word(text, at):
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


class PercentStyle:
    """Formats like `%(message)s`."""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        """ValueError unless at least one place in the format is filled in."""
        if not self._has_place():
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _has_place(self):
        text = self._fmt
        start = text.find("%(")
        while start >= 0:
            at = _skip_word(text, start + 2)
            if at > start + 2 and text.startswith(")", at):
                at = self._skip_size(text, _skip(text, at + 1, "#0+ -"))
                if text.startswith(".", at):
                    at = self._skip_size(text, at + 1)
                if at < len(text) and text[at] in "diouxefgcrsaDIOUXEFGCRSA%":
                    return True
            start = text.find("%(", start + 1)
        return False

    @staticmethod
    def _skip_size(text, at):
        return at + 1 if text.startswith("*", at) else _skip(text, at, _DIGITS)

    def _values(self, record):
        return self._defaults | record.__dict__ if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


class StrFormatStyle(PercentStyle):
    """Formats like `{message}`."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        """ValueError unless the format has fields, and all of them are attributes or items of attributes with plain specifiers."""
        from string import Formatter as Parser
        fields = set()
        try:
            for _, name, specifier, conversion in Parser().parse(self._fmt):
                if name:
                    if not _is_field(name):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    fields.add(name)
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if specifier and not _is_specifier(specifier):
                    raise ValueError(f"bad specifier: {specifier!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")
        if not fields:
            raise ValueError("invalid format: no fields")


def _is_field(name):
    """Whether a field is a word, followed by attributes and items."""
    at = _skip_word(name, 0)
    if not at:
        return False
    while at < len(name):
        if name[at] == ".":
            end = _skip_word(name, at + 1)
            if end == at + 1:
                return False
        elif name[at] == "[":
            close = name.find("]", at)
            if close <= at + 1:
                return False
            end = close + 1
        else:
            return False
        at = end
    return True


def _skip_number(text, at):
    """Where digits or a field in braces end; where it began if there is neither."""
    if text.startswith("{", at):
        end = _skip_word(text, at + 1)
        return end + 1 if end > at + 1 and text.startswith("}", end) else at
    return _skip(text, at, _DIGITS)


def _is_specifier(text):
    """Whether a format specifier has the usual parts: fill, alignment, sign, width, grouping, precision, type."""
    starts = [at + 1 for at in (0, 1) if text[at:at + 1] and text[at] in "<>=^"] + [0]
    for at in starts:
        if text[at:at + 1] in ("+", " ", "-"):
            at += 1
        if text.startswith("#", at):
            at += 1
        at = _skip_number(text, at)
        if text[at:at + 1] in (",", "_"):
            at += 1
        if text.startswith(".", at):
            end = _skip_number(text, at + 1)
            if end == at + 1:
                continue
            at = end
        if text[at:at + 1] and text[at] in "bcdefgnosxBCDEFGNOSX%":
            at += 1
        if at == len(text):
            return True
    return False


class StringTemplateStyle(PercentStyle):
    """Formats like `${message}`, as string.Template has them."""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from string import Template
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        """ValueError unless the format has places to fill in, and no dollar sign stands alone."""
        names = set()
        for _, name in self._tpl._pieces():
            if name == "":
                raise ValueError("invalid format: bare '$' not allowed")
            names.add(name)
        if not names - {None}:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def style_of(style):
    """The class and the usual format for the sign of a style."""
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    return _STYLES[style]


class Formatter:
    """Makes the text of a record: its attributes in a format, then its exception and its stack, if it has any."""

    # Makes the parts of a time from a number; time.gmtime is another choice.
    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._style = style_of(style)[0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """The time of a record, as strftime() writes it; without a format to the millisecond."""
        parts = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        text = time.strftime(self.default_time_format, parts)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The report of an exception, without the last end of line."""
        return "".join(_loaded("traceback").format_exception(*ei)).removesuffix("\n")

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            # Other handlers need not make it again.
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text += more if text.endswith("\n") else "\n" + more
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes the text of several records, with a head and a foot."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)


for _class in PercentStyle, StrFormatStyle, StringTemplateStyle, Formatter, BufferingFormatter:
    _class.__module__ = __package__
