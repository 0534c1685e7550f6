# compile: modes, flags, errors, code object attributes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


c = compile("a = 1\nb = a", "name.py", "exec")
print(c.co_filename, c.co_name, c.co_firstlineno, c.co_argcount, c.co_qualname, c.co_freevars, c.co_cellvars, type(c).__name__, repr(c).split(" at ")[0])
exec(compile("1 + 1\nNone\n'shown'", "x", "exec"))
exec(compile("[1, 'single']", "x", "single"))
exec(compile("None", "x", "single"))
exec(compile("a = 5; a", "x", "single"))
exec(compile("for i in range(2): i\n", "x", "single"))
for args in [("1", "x", "bad"), ("1", "x"), ("1\n2", "x", "single"), ("a = 1", "x", "eval"), ("", "x", "eval"), ("", "x", "single"), ("", "x", "exec"), (5, "x", "exec"), ("1", 5, "exec"), ("1", "x", 5), ("if", "x", "exec"), ("\0", "x", "exec"), ("1", "x", "exec", 1 << 30), ("1", "x", "exec", 0, False, 9), ("x" * 3 + "(", "f", "exec"), (b"\xff", "x", "exec"), (b"# coding: latin-1\n'\xe9'", "x", "exec"), (b"\xef\xbb\xbf1", "x", "eval"), (b"# coding: nonsense\n1", "x", "exec"), ("1", b"bytes name", "eval"), ("1", "a\0b", "eval"), ("def f():\n  pass", "x", "single"), ("# only comment", "x", "exec"), ("# only comment", "x", "eval")]:
    try:
        result = compile(*args)
        print(args[1:], "ok", result.co_name, result.co_filename)
    except Exception as error:
        print(args[1:], type(error).__name__, str(error).replace("\0", "NUL"))
try:
    compile("a = (\n b c)", "file.py", "exec")
except SyntaxError as error:
    print(error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text), error.msg)
ns = {}
exec(compile("def f(a, /, b, *, c, **d):\n    x = 1\n    return lambda: (x, a)", "m", "exec"), ns)
f = ns["f"].__code__
print(f.co_name, f.co_argcount, f.co_posonlyargcount, f.co_kwonlyargcount, f.co_varnames, f.co_cellvars, f.co_firstlineno, f.co_flags & 0x0C, f.co_nlocals)
show(setattr, c, "co_name", "x"); show(c); show(lambda: c == compile("a = 1\nb = a", "name.py", "exec")); show(lambda: hash(c) == hash(c)); show(lambda: c.replace(co_name="new").co_name); show(lambda: c.replace(nope=1)); show(lambda: type("C", (type(c),), {}))
exec(compile("assert False, 'asserted'", "x", "exec", optimize=1))
show(exec, compile("assert False, 'asserted'", "x", "exec", optimize=0))
print(eval(compile("__debug__", "x", "eval", optimize=1)), eval(compile("__debug__", "x", "eval", optimize=0)))
