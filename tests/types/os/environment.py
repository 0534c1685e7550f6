# Variables of the environment: a mapping of text, and what programs get.
import os

os.environ['TAIPAN_TEST'] = 'välue'
print(os.environ['TAIPAN_TEST'], os.getenv('TAIPAN_TEST'), os.environb[b'TAIPAN_TEST'], 'TAIPAN_TEST' in os.environ)
print(os.getenv('TAIPAN_NONE'), os.environ.get('TAIPAN_NONE', 1), os.environ.setdefault('TAIPAN_B', 'x'))
print(os.system('test "$TAIPAN_TEST" = välue && exit 9') >> 8)
del os.environ['TAIPAN_TEST']
print(os.system('test -z "$TAIPAN_TEST" && exit 9') >> 8)
for call in (
    lambda: os.environ['TAIPAN_NONE'],
    lambda: os.environ.__setitem__('a', 1),
    lambda: os.environ.__setitem__('a\0', '1'),
    lambda: os.environ.pop('TAIPAN_NONE'),
):
    try:
        call()
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(os.environ | {'a': 'b'}), (os.environ | {'a': 'b'})['a'], os.environ.copy() == dict(os.environ))
print(os.fsencode('ä\udc80'), os.fsdecode(b'\xc3\xa4\x80') == 'ä\udc80')


class Path:
    def __fspath__(self):
        return '/tmp'


class Wrong:
    def __fspath__(self):
        return 1


print(os.fspath(Path()), isinstance(Path(), os.PathLike), isinstance('', os.PathLike), os.path.isdir(Path()))
for value in 1, Wrong():
    try:
        os.fspath(value)
    except TypeError as error:
        print(error)
print(os.name, os.sep, os.linesep == '\n', os.pardir, os.devnull, os.getpid() != os.getppid(), os.strerror(2))
print(len(os.urandom(8)), os.cpu_count() > 0, os.uname().sysname, len(os.times()), os.umask(os.umask(0o22)) >= 0)
