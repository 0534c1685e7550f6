# compile() accepts every line ending, a byte order mark and an encoding comment.
def run(source):
    namespace = {}
    exec(source, namespace)
    return namespace.get('x')


print(run("x = 1\r\nx += 1\r\n"))
print(run("x = 1\rx += 1\r"))
print(run("x = 1\nx += 1"))
print(run(b"x = '\xc3\xa9'"))
print(run(b"\xef\xbb\xbfx = 5"))
print(run(b"# -*- coding: utf-8 -*-\nx = '\xc3\xa9'"))
print(run(b"#!/bin/sh\n# vim: set fileencoding=utf-8 :\nx = 3"))
print(run("x = 'a\\\r\nb'"))
print(repr(run("x = '''a\r\nb\rc'''")))
print(run("if 1:\r\n  x = 2\r\n"))
print(run("x = 1 # no newline at the end"))
print(run("if 1:\n    x = 4"))
print(run("\f\nx = 8\n\f"))
print(run("x = (1,\r\n2)"))
for bad in [b"x = '\xff'", "x = 1\0", b"x = \0"]:
    try:
        run(bad)
    except SyntaxError as e:
        print(type(e).__name__, bad)
try:
    run("\ufeffx = 6")
except SyntaxError as e:
    print(e.msg)
