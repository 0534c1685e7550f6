# Built-in functions that fit nowhere else.
print(globals() is globals(), type(globals()).__name__, globals()['__name__'])
print(len(''), len([1]), len({1: 2}), len(range(5)), len(b'ab'), len(frozenset([1])))
print(hash('a') == hash('a'), hash(()) == hash(()), repr('x'), ascii('é'))
print(slice(1, 2).stop, object() == object(), bool([]), bool('x'))
print(type(__builtins__).__name__, __debug__, type(Ellipsis).__name__)
try:
    input('prompt> ')
except EOFError as e:
    print('|', e)
print(isinstance(exit, object), callable(quit) if 'quit' in dir(__builtins__) else True)
print(sorted(n for n in dir(__builtins__) if n.islower() and not n.startswith('_') and n not in ('exit', 'quit', 'copyright', 'credits', 'license', 'help', 'open')))
print(sorted(n for n in dir(__builtins__) if n[0].isupper()))
print(iter.__name__, len.__module__, len.__self__ is __builtins__, len.__qualname__, [].append.__self__, str.upper.__objclass__.__name__)
try:
    len.x = 1
except AttributeError as e:
    print(e)
print(max.__call__(1, 2), (5).__class__, len.__call__('abc'), type(len) is type([].append), type(str.join).__name__, type(int.__add__).__name__, type((1).__add__).__name__)
try:
    breakpoint_ = __build_class__(5, 'X')
except TypeError as e:
    print(e)
print(__build_class__(lambda: None, 'X').__name__)
for op in ('__build_class__()', '__build_class__(lambda: 0)', 'input(1, 2)', 'memoryview(b"ab")[0]', 'aiter(5)', 'object().__reduce_ex__(5)[0].__name__', 'id(1, 2)', 'repr()', 'iter()', 'locals(1)', 'super().x', 'format()', 'format(1, 2)', 'format("x", ">4")'):
    try:
        print(op, '->', eval(op))
    except (TypeError, RuntimeError) as e:
        print(op, '->', type(e).__name__, e)
