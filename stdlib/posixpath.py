"""Paths as POSIX systems write them: names joined by slashes."""

import os

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
    "commonprefix", "commonpath", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists",
    "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile",
    "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
    "supports_unicode_filenames", "relpath", "isjunction", "isdevdrive", "isreserved",
]


def _like(path, text):
    """The text in the type of the path."""
    return text.encode() if isinstance(path, bytes) else text


def _check(function, *paths):
    """TypeError unless all are str, or all are bytes."""
    kinds = {str: False, bytes: False}
    for path in paths:
        for kind in kinds:
            if isinstance(path, kind):
                kinds[kind] = True
                break
        else:
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not {type(path).__name__!r}"
            ) from None
    if all(kinds.values()):
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path itself: upper and lower case differ."""
    return os.fspath(s)


def isabs(s):
    """Whether the path begins with a slash."""
    s = os.fspath(s)
    return s.startswith(_like(s, "/"))


def join(a, *p):
    """The parts with slashes between them; an absolute part drops what stands before it."""
    a = os.fspath(a)
    slash = _like(a, "/")
    path = a
    try:
        for part in map(os.fspath, p):
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _check("join", a, *p)
        raise
    return path


def split(p):
    """(what stands before the last slash, what stands behind it)"""
    p = os.fspath(p)
    slash = _like(p, "/")
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """(the path without its extension, the extension with its dot)"""
    p = os.fspath(p)
    dot = _like(p, ".")
    start = p.rfind(_like(p, "/")) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """('', path): there are no drives."""
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    """(drive, root, tail): the root is one or two slashes, or empty."""
    p = os.fspath(p)
    slash = _like(p, "/")
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """What stands behind the last slash."""
    p = os.fspath(p)
    return p[p.rfind(_like(p, "/")) + 1:]


def dirname(p):
    """What stands before the last slash."""
    return split(p)[0]


def isjunction(path):
    """False: there are no junctions."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """False: there are no such drives."""
    os.fspath(path)
    return False


def isreserved(path):
    """False: no names are reserved."""
    os.fspath(path)
    return False


def islink(path):
    """Whether it is a symbolic link."""
    try:
        return os.lstat(path).st_mode & 0o170000 == 0o120000
    except (OSError, ValueError, AttributeError):
        return False


def _mode(path):
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


def exists(path):
    """Whether there is such a file; False for a link that leads nowhere."""
    return _mode(path) != 0


def lexists(path):
    """Whether there is such a file; links are not followed."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def isfile(path):
    """Whether it is a regular file."""
    return _mode(path) & 0o170000 == 0o100000


def isdir(s):
    """Whether it is a folder."""
    return _mode(s) & 0o170000 == 0o040000


def ismount(path):
    """Whether a file system is mounted there."""
    try:
        here = os.lstat(path)
    except (OSError, ValueError):
        return False
    if here.st_mode & 0o170000 == 0o120000:
        return False
    path = os.fspath(path)
    try:
        above = os.lstat(realpath(join(path, _like(path, ".."))))
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(filename):
    """The length of a file in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When a file was changed."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When a file was read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When what is known of a file was changed."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether both describe the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether both paths lead to the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether both descriptors are of the same file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def commonprefix(m):
    """The longest beginning, letter by letter, that all paths have."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    first, last = min(m), max(m)
    for i, letter in enumerate(first):
        if letter != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    """The longest path that all paths begin with."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = _like(paths[0], "/")
    dot = _like(paths[0], ".")
    try:
        parts = [path.split(slash) for path in paths]
        if len({path.startswith(slash) for path in paths}) > 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        parts = [[part for part in path if part and part != dot] for path in parts]
        first, last = min(parts), max(parts)
        common = first
        for i, part in enumerate(first):
            if part != last[i]:
                common = first[:i]
                break
        return (slash if paths[0].startswith(slash) else slash[:0]) + slash.join(common)
    except (TypeError, AttributeError):
        _check("commonpath", *paths)
        raise


def expanduser(path):
    """Replaces `~` at the beginning by $HOME; other users' folders are left alone."""
    path = os.fspath(path)
    tilde = _like(path, "~")
    if not path.startswith(tilde):
        return path
    slash = _like(path, "/")
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    home = os.environ.get("HOME")
    if end != 1 or home is None:
        return path
    home = os.fsencode(home) if isinstance(path, bytes) else home
    return (home.rstrip(slash) + path[end:]) or slash


def expandvars(path):
    """Replaces $NAME and ${NAME} by variables of the environment; unknown ones stay."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path)
    out = []
    i = 0
    while i < len(text):
        if text[i] == "$":
            if text[i + 1:i + 2] == "{":
                end = text.find("}", i)
                name, after = (text[i + 2:end], end + 1) if end > 0 else ("", i + 1)
            else:
                after = i + 1
                while after < len(text) and (text[after] == "_" or text[after].isascii() and text[after].isalnum()):
                    after += 1
                name = text[i + 1:after]
            value = os.environ.get(name) if name else None
            out.append(text[i:after] if value is None else value)
            i = after
        else:
            out.append(text[i])
            i += 1
    text = "".join(out)
    return os.fsencode(text) if is_bytes else text


def normpath(path):
    """The path without empty parts, `.`, and `..` behind a name."""
    path = os.fspath(path)
    dot, dots, slash = (_like(path, text) for text in (".", "..", "/"))
    if not path:
        return dot
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or not root and not parts or parts and parts[-1] == dots:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """The path from the root."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root without symbolic links. `strict`: OSError for what does not exist."""
    filename = os.fspath(filename)
    dot, dots, slash = (_like(filename, text) for text in (".", "..", "/"))
    path = slash if isabs(filename) else (os.getcwdb() if isinstance(filename, bytes) else os.getcwd())
    open_parts = filename.split(slash)[::-1]
    seen = {}
    while open_parts:
        part = open_parts.pop()
        if part is None:
            seen[open_parts.pop()] = path
            continue
        if not part or part == dot:
            continue
        if part == dots:
            path = dirname(path)
            continue
        new = join(path, part)
        try:
            is_link = os.lstat(new).st_mode & 0o170000 == 0o120000
        except OSError:
            if strict:
                raise
            is_link = False
        if not is_link:
            path = new
        elif new in seen:
            if seen[new] is not None:
                path = seen[new]
            elif strict:
                os.stat(new)
            else:
                path = new
        else:
            seen[new] = None
            target = os.readlink(new)
            if target.startswith(slash):
                path = slash
            open_parts += [new, None]
            open_parts += target.split(slash)[::-1]
    return path


def relpath(path, start=None):
    """The path as seen from `start`, or from the working folder."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    dot, dots, slash = (_like(path, text) for text in (".", "..", "/"))
    start = dot if start is None else os.fspath(start)
    try:
        there = [part for part in abspath(path).split(slash) if part]
        here = [part for part in abspath(start).split(slash) if part]
        shared = len(commonprefix([here, there]))
        parts = [dots] * (len(here) - shared) + there[shared:]
        return join(*parts) if parts else dot
    except (TypeError, AttributeError, BytesWarning):
        _check("relpath", path, start)
        raise
