"""The operating system: files, processes, the environment."""

import abc
import sys
from _collections_abc import Mapping, MutableMapping
from types import GenericAlias

import posix as _posix
import posixpath as path
from posix import *
from posix import _exit, _execve, _listdir, _note_environment, _posix_spawn
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1
EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST = range(64, 69)
EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT = range(69, 74)
EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(74, 79)


# Paths.

class PathLike(abc.ABC):
    """What has a path in the file system: `__fspath__` answers it."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path, a str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        return any("__fspath__" in base.__dict__ for base in subclass.__mro__) or NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


def fspath(path):
    """The path of an object: itself if it is a str or bytes, else what `__fspath__` answers."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        answer = kind.__fspath__(path)
    except AttributeError:
        if hasattr(kind, "__fspath__"):
            raise
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
    if isinstance(answer, (str, bytes)):
        return answer
    raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(answer).__name__}")


def fsencode(filename):
    """The bytes of a path."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """The text of a path."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _accepts_paths(function, count=1):
    """The function, with path-like objects for its first arguments."""
    def call(*args, **kwargs):
        paths = [fspath(arg) if hasattr(type(arg), "__fspath__") else arg for arg in args[:count]]
        if hasattr(type(kwargs.get("path")), "__fspath__"):
            kwargs["path"] = fspath(kwargs["path"])
        return function(*paths, *args[count:], **kwargs)
    call.__name__ = call.__qualname__ = function.__name__
    call.__doc__ = function.__doc__
    call.__text_signature__ = function.__text_signature__
    return call


for _name in ("open", "stat", "lstat", "access", "chmod", "mkdir", "rmdir", "unlink", "remove", "readlink", "chdir", "chown",
              "lchown", "utime", "truncate", "mkfifo", "statvfs"):
    globals()[_name] = _accepts_paths(getattr(_posix, _name))
for _name in ("rename", "replace", "link", "symlink"):
    globals()[_name] = _accepts_paths(getattr(_posix, _name), 2)
del _name


def getcwdb():
    """The working folder, as bytes."""
    return fsencode(getcwd())


class DirEntry:
    """An entry of a folder, as scandir() gives it."""

    __slots__ = ("name", "path", "_kind", "_stat", "_lstat")

    def __init__(self, name, path, kind):
        self.name = name
        self.path = path
        self._kind = kind
        self._stat = self._lstat = None

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def _is(self, kind, follow_symlinks):
        if self._kind and (self._kind != 0o120000 or not follow_symlinks):
            return self._kind == kind
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a folder."""
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return self._is(0o120000, False)

    def is_junction(self):
        """False: there are no junctions."""
        return False

    def stat(self, *, follow_symlinks=True):
        """What the system knows of it; asked once."""
        if follow_symlinks:
            if self._stat is None:
                self._stat = stat(self.path)
            return self._stat
        if self._lstat is None:
            self._lstat = lstat(self.path)
        return self._lstat

    def inode(self):
        """Its number in the file system."""
        return self.stat(follow_symlinks=False).st_ino

    __class_getitem__ = classmethod(GenericAlias)


class _Entries:
    """The iterator that scandir() returns."""

    def __init__(self, entries):
        self._entries = entries

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        """Ends the iteration."""
        self._entries = iter(())


def listdir(path=None):
    """The names of a folder's entries."""
    return [entry for entry, _ in _listdir("." if path is None else fspath(path))]


def scandir(path=None):
    """The entries of a folder, with what is known of their kinds."""
    folder = "." if path is None else fspath(path)
    listed = _listdir(folder)
    from posixpath import join
    return _Entries(DirEntry(entry, join(folder, entry), kind) for entry, kind in listed)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """For each folder below `top`, itself included: (its path, the names of folders, the names of others)."""
    todo = [fspath(top)]
    join, islink = path.join, path.islink
    while todo:
        folder = todo.pop()
        if isinstance(folder, tuple):
            yield folder
            continue
        folders, others, down = [], [], []
        try:
            entries = list(scandir(folder))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            (folders if is_folder else others).append(entry.name)
            if not topdown and is_folder and (followlinks or not entry.is_symlink()):
                down.append(entry.path)
        if topdown:
            yield folder, folders, others
            for entry in reversed(folders):
                below = join(folder, entry)
                if followlinks or not islink(below):
                    todo.append(below)
        else:
            todo.append((folder, folders, others))
            todo.extend(reversed(down))


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder, and those above it that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (curdir if isinstance(tail, str) else curdir.encode()):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Removes a folder, and those above it as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Renames, making the folders that the new name needs and removing those that the old one leaves empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


# The environment.

class _Environ(MutableMapping):
    """Variables of the environment: what programs that are executed get."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        _note_environment()
        try:
            return self.decodevalue(self._data[self.encodekey(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self.encodekey(key), self.encodevalue(value)
        if not key or b"=" in key[1:] or key[:1] == b"=":
            raise OSError(22, "Invalid argument")
        if b"\0" in key or b"\0" in value:
            raise ValueError("embedded null byte")
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        _note_environment()
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        pairs = ", ".join(f"{self.decodekey(k)!r}: {self.decodevalue(v)!r}" for k, v in self._data.items())
        return f"environ({{{pairs}}})"

    def copy(self):
        """A dict with all variables."""
        return dict(self)

    def setdefault(self, key, value):
        """Sets a variable that is not there; its value."""
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode_text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value.encode("utf-8", "surrogateescape")


def _decode_text(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return value


supports_bytes_environ = True
environ = _Environ(_posix.environ, _encode_text, _decode_text, _encode_text, _decode_text)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """A variable of the environment, or the default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment as bytes, or the default."""
    return environb.get(key, default)


def putenv(name, value, /):
    """Sets a variable of the environment."""
    environb[fsencode(name)] = fsencode(value)


def unsetenv(name, /):
    """Takes a variable out of the environment."""
    environb._data.pop(fsencode(name), None)


def get_exec_path(env=None):
    """The folders that programs are looked for in."""
    found = (environ if env is None else env).get("PATH", defpath)
    return fsdecode(found).split(pathsep)


# Processes.

def _variables(env):
    """An environment as programs get it."""
    return [fsencode(key) + b"=" + fsencode(value) for key, value in env.items()]


def execve(path, argv, env):
    """Replaces the program of this process."""
    if not isinstance(argv, (list, tuple)):
        raise TypeError("execve: argv must be a tuple or list")
    if not argv:
        raise ValueError("execve: argv must not be empty")
    if not fspath(argv[0]):
        raise ValueError("execve: argv first element cannot be empty")
    _execve(fspath(path), [fspath(arg) for arg in argv], _variables(env))


def execv(path, argv, /):
    """Replaces the program of this process, which keeps its environment."""
    if not isinstance(argv, (list, tuple)):
        raise TypeError("execv() arg 2 must be a tuple or list")
    if not argv:
        raise ValueError("execv() arg 2 must not be empty")
    if not fspath(argv[0]):
        raise ValueError("execv() arg 2 first element cannot be empty")
    execve(path, argv, environ)


def execl(file, *args):
    """As execv(), with the arguments one by one."""
    execv(file, args)


def execle(file, *args):
    """As execve(), with the arguments one by one and the environment last."""
    execve(file, args[:-1], args[-1])


def execlpe(file, *args):
    """As execvpe(), with the arguments one by one and the environment last."""
    execvpe(file, args[:-1], args[-1])


def execlp(file, *args):
    """As execvp(), with the arguments one by one."""
    execvp(file, args)


def execvp(file, args):
    """As execv(); a name without a slash is looked for in $PATH."""
    execvpe(file, args, environ)


def execvpe(file, args, env):
    """As execve(); a name without a slash is looked for in $PATH."""
    if path.dirname(file):
        execve(file, args, env)
    saved = last = None
    for folder in map(fsencode, get_exec_path(env)):
        try:
            execve(path.join(folder, fsencode(file)), args, env)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            saved = saved or error
    raise saved or last


def wait():
    """Waits for any child: (its number, its status)."""
    return waitpid(-1, 0)


def WIFEXITED(status):
    """Whether the child ended by itself."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """The exit code of a child that ended by itself."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Whether a signal ended the child."""
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    """The signal that ended the child."""
    return status & 0x7F


def WIFSTOPPED(status):
    """Whether the child is stopped."""
    return status & 0xFF == 0x7F


def WSTOPSIG(status):
    """The signal that stopped the child."""
    return status >> 8 & 0xFF


def WIFCONTINUED(status):
    """Whether the child goes on."""
    return status == 0xFFFF


def WCOREDUMP(status):
    """Whether the child left an image of its memory."""
    return status & 0x80 != 0


def waitstatus_to_exitcode(status):
    """The exit code of a child, or minus the number of the signal that ended it."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}")
    raise ValueError(f"invalid wait status: {status}")


def _spawn(file, args, env, function):
    pid = fork()
    if pid:
        return pid
    try:
        function(file, args, env)
    except BaseException:
        pass
    _exit(127)


def spawnve(mode, file, args, env):
    """Runs a program: its number, or with P_WAIT its exit code."""
    pid = _spawn(file, args, env, execve)
    return pid if mode == P_NOWAIT else waitstatus_to_exitcode(waitpid(pid, 0)[1])


def spawnv(mode, file, args):
    """As spawnve(), with this process's environment."""
    return spawnve(mode, file, args, environ)


def spawnvpe(mode, file, args, env):
    """As spawnve(); a name without a slash is looked for in $PATH."""
    pid = _spawn(file, args, env, execvpe)
    return pid if mode == P_NOWAIT else waitstatus_to_exitcode(waitpid(pid, 0)[1])


def spawnvp(mode, file, args):
    """As spawnvpe(), with this process's environment."""
    return spawnvpe(mode, file, args, environ)


def spawnl(mode, file, *args):
    """As spawnv(), with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """As spawnve(), with the arguments one by one and the environment last."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """As spawnvp(), with the arguments one by one."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """As spawnvpe(), with the arguments one by one and the environment last."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def _start(search, path, argv, env, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=None,
           setsigdef=None, scheduler=None):
    if scheduler is not None:
        raise NotImplementedError("scheduler is not available")
    name = "posix_spawnp" if search else "posix_spawn"
    if not isinstance(argv, (list, tuple)):
        raise TypeError(f"{name}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}: argv must not be empty")
    if not fspath(argv[0]):
        raise ValueError(f"{name}: argv first element cannot be empty")
    return _posix_spawn(fspath(path), [fspath(arg) for arg in argv], _variables(environ if env is None else env),
                        () if file_actions is None else file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef,
                        search)


def posix_spawn(path, argv, env, /, **options):
    """Starts a program: its number. `file_actions` are done to its descriptors first, in order; `setpgroup`, `resetids`,
    `setsid`, `setsigmask` and `setsigdef` say what else it begins with."""
    return _start(False, path, argv, env, **options)


def posix_spawnp(path, argv, env, /, **options):
    """As posix_spawn(); a name without a slash is looked for in $PATH."""
    return _start(True, path, argv, env, **options)


def system(command):
    """Runs a command in the shell. Returns its status, as waitpid() gives it."""
    return waitpid(posix_spawn("/bin/sh", ["sh", "-c", fspath(command)], environ), 0)[1]


class _Command:
    """The stream that popen() returns: closing it waits for the command."""

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        """Closes the pipe: the status of the command as system() gives it, None if that is 0."""
        self._stream.close()
        return self._process.wait() << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    """Runs a command in the shell, and gives the text that it writes, or with mode "w" what takes text for it to read."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    pipe = {"stdout" if mode == "r" else "stdin": subprocess.PIPE}
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **pipe)
    return _Command(process.stdout if mode == "r" else process.stdin, process)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file over a descriptor, as open() makes it."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    from _io import open
    return open(fd, mode, buffering, encoding, *args, **kwargs)


def process_cpu_count():
    """How many processors this process may use."""
    return len(sched_getaffinity(0))


def getlogin():
    """The user's name."""
    for variable in ("LOGNAME", "USER", "USERNAME"):
        if environ.get(variable):
            return environ[variable]
    raise OSError(6, strerror(6))

