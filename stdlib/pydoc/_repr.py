"""Values as short text: long ones are cut, and addresses are left out."""


def _cut(text, most=100):
    if len(text) <= most:
        return text
    before = max(0, (most - 3) // 2)
    behind = max(0, most - 3 - before)
    return text[:before] + "..." + text[len(text) - behind :]


def _without_address(text):
    """The text without an address before its closing angle brackets."""
    bare = text.rstrip(">")
    start, mark, digits = bare.rpartition(" at 0x")
    if mark and bare != text and 6 <= len(digits) <= 16 and all(c in "0123456789abcdef" for c in digits.lower()):
        return start + text[len(bare) :]
    return text


def _items(values, level, left, right, most, comma_after_one=False):
    if level <= 0 and values:
        return left + "..." + right
    parts = [text_repr(value, level - 1) for _, value in zip(range(most), values)]
    if len(values) > most:
        parts.append("...")
    text = ", ".join(parts)
    if comma_after_one and len(values) == 1:
        text += ","
    return left + text + right


def _sorted(values):
    try:
        return sorted(values)
    except Exception:
        return list(values)


def text_repr(value, level=6):
    """The value as short text."""
    kind = type(value)
    if kind is tuple:
        return _items(value, level, "(", ")", 20, comma_after_one=True)
    if kind is list:
        return _items(value, level, "[", "]", 20)
    if kind is set:
        return _items(_sorted(value), level, "{", "}", 6) if value else "set()"
    if kind is frozenset:
        return _items(_sorted(value), level, "frozenset({", "})", 6) if value else "frozenset()"
    if kind is dict:
        if not value:
            return "{}"
        if level <= 0:
            return "{...}"
        keys = _sorted(value)
        parts = [f"{text_repr(key, level - 1)}: {text_repr(value[key], level - 1)}" for key in keys[:10]]
        if len(keys) > 10:
            parts.append("...")
        return "{" + ", ".join(parts) + "}"
    if kind is str:
        shown = _cut(value)
        return repr(shown) if len(shown) == len(value) else _cut(repr(value))
    try:
        return _cut(_without_address(repr(value)))
    except Exception:
        return f"<{kind.__name__} instance>"
