# code.replace, equality and hashes of code objects, and running the code of functions
def f(a, b=1): return a + b
code = f.__code__
new = code.replace(co_name="other", co_qualname="C.other", co_firstlineno=100, co_filename="elsewhere.py")
print(new.co_name, new.co_qualname, new.co_firstlineno, new.co_filename, new == code, code.co_name)
g = type(f)(new, globals())
print(g(1, 2), g.__name__)
print(code == code.replace(), hash(code) == hash(code.replace()), code == f, code != code.replace(co_name="x"))
for source, other in (("1", "1"), ("1", "1.0"), ("0.0", "-0.0"), ("1", "True"), ("a", "b"), ("lambda: 1", "lambda: 1"), ("lambda: 1", "lambda: 2"), ("'a'", "b'a'"), ("a.b", "a.c")):
    print(source, other, compile(source, "x", "eval") == compile(other, "y", "eval"))
for options in ({"nope": 1}, {"co_name": 5}, {"co_firstlineno": "x"}, {"co_flags": 1.5}):
    try:
        code.replace(**options)
    except TypeError as error:
        print(error)
for function in (f, lambda: print("ran"), lambda *a, **k: print(a, k)):
    try:
        exec(function.__code__)
    except TypeError as error:
        print(error)
print(eval((lambda: 5).__code__), type(eval((lambda: (yield)).__code__)).__name__)
print([line for _, _, line in code.co_lines()][-1] == code.co_firstlineno, len(list(code.co_positions())) > 0)
print(isinstance(code.co_code, bytes), code.co_consts[0], (lambda: 1).__code__.co_consts[0])
def documented():
    "text"
print(documented.__code__.co_consts[0])
try:
    code.co_name = "x"
except AttributeError as error:
    print(error)
