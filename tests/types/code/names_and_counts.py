# Attributes of code that tell of its names and parameters.
def f(a, b=2, /, c=3, *args, d, e=5, **keywords):
    x = print(a)
    def inner():
        return x, a
    return inner
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals)
print(c.co_varnames, c.co_cellvars, c.co_freevars, c.co_names)
inner = [k for k in c.co_consts if hasattr(k, 'co_name')][0]
print(inner.co_name, inner.co_qualname, inner.co_freevars, inner.co_cellvars)
module = compile('x = y\nimport a.b\ndef f(): pass', 'file', 'exec')
print(module.co_name, module.co_names, module.co_varnames, module.co_filename, module.co_firstlineno, module.co_stacksize > 0)
print(sorted({line for _, _, line in compile('x=1\ny=2\n\nz=3', '', 'exec').co_lines() if line}))
