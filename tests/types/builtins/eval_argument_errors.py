# What eval, exec and compile refuse.
cases = [
    (eval, 1), (eval, 'x', 1), (eval, 'x', {}, 1), (eval, 'x=1'), (eval, ''), (exec, 1), (exec, 'x', 1), (exec, 'x', {}, 1), (eval, 'x', {}),
    (compile, '1', 'f', 'bad'), (compile, '1', 'f', 'eval', 5), (compile, 1, 'f', 'exec'), (compile, '1', 1, 'exec'), (compile, '1\0', 'f', 'exec'),
    (compile, '1', 'f'), (compile, 'x=1\ny=2', 'f', 'single'), (eval, 'len', {'__builtins__': {}}), (exec, 'class A: pass', {'__builtins__': {}}), (exec, 'import sys', {'__builtins__': {}}),
]
for function, *arguments in cases:
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
print(eval('z', globals={'z': 1}), eval('z', locals={'z': 2}), eval(b'1+1'), eval(' 1'))
