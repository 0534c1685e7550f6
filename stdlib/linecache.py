"""Lines of source files, kept so that each file is read once."""

from _imp import source_text

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# (size, None, lines, name) by file name; (get_source,) for a text that a loader gives when it is asked.
cache = {}


def clearcache():
    """Forgets all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line, counted from 1, with its end; empty if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file; an empty list if it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forgets files that can have changed: one of them, or all."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is not None and len(entry) != 1 and not name.startswith("<"):
            del cache[name]


def updatecache(filename, module_globals=None):
    """Reads a file anew and gives its lines."""
    entry = cache.pop(filename, None)
    text = source_text(filename) if filename else None
    if text is None:
        if (entry is None or len(entry) != 1) and not lazycache(filename, module_globals):
            return []
        entry = entry or cache[filename]
        cache.pop(filename, None)
        try:
            text = entry[0]()
        except (ImportError, OSError):
            return []
        if text is None:
            return []
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Notes the loader that can give the text of a file when it is wanted; tells whether there is one."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">") or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
