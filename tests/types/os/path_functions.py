# Functions on paths that ask the system nothing.
import os.path as p

cases = ['', '/', '//', '///', 'a', '/a', 'a/', 'a/b', '/a/b/', '//a', '///a', 'a//b', '.', '..', 'a/..', '../a', '/..', '/../a/./b/..',
         'x.tar.gz', '.bashrc', 'a/.b.c', '...', 'a.', 'a/b.c/d', '..x.y']
for case in cases:
    for path in case, case.encode():
        print(repr(path), p.split(path), p.splitext(path), p.splitroot(path), p.normpath(path), p.basename(path), p.dirname(path), p.isabs(path))
for parts in [('a', 'b'), ('a/', 'b'), ('a', '/b', 'c'), ('', 'a'), ('a', ''), ('a', '', 'b'), (b'a', b'b'), ('/', 'a')]:
    print(parts, p.join(*parts))
for paths in [['/usr/lib', '/usr/local/lib'], ['/usr', '/usr'], ['usr/lib', 'usr/x'], ['/a', 'b'], [], ['a', b'b'], [b'/a/b', b'/a/c']]:
    for function in p.commonprefix, p.commonpath:
        try:
            print(function.__name__, paths, repr(function(paths)))
        except (TypeError, ValueError) as error:
            print(function.__name__, type(error).__name__, error)
for path, start in [('/a/b/c', '/a'), ('/a', '/a/b/c'), ('/a/b', '/c/d'), ('/a', '/a'), ('a', 'b')]:
    print(p.relpath(path, start))
for call in (lambda: p.join('a', 1), lambda: p.join('a', b'b'), lambda: p.relpath(''), lambda: p.split(None)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
import os
os.environ['HOME'] = '/home/me'
os.environ['V'] = 'value'
print(p.expanduser('~'), p.expanduser('~/x'), p.expanduser(b'~/x'), p.expanduser('a~'))
print(p.expandvars('$V/${V}/$W/${W}/$'), p.expandvars(b'$V'))
