# What the kinds of built-in functions and descriptors call themselves.
import types
samples = [
    int.__add__, int.bit_length, dict.fromkeys, dict.__dict__['fromkeys'], len, int.__dict__['real'], slice.__dict__['start'],
    types.FunctionType.__dict__['__code__'], types.FunctionType.__dict__['__closure__'], object.__dict__['__class__'],
    types.ModuleType.__dict__['__dict__'], types.SimpleNamespace.__dict__['__dict__'], types.UnionType.__args__, types.GenericAlias.__origin__,
    BaseException.__dict__['args'], OSError.__dict__['errno'], types.CellType.cell_contents, type.__dict__['__prepare__'],
]
for sample in samples:
    text = repr(sample).partition(' at 0x')[0]
    print(text, '|', type(sample).__name__, sample.__name__, sample.__qualname__, getattr(sample, '__objclass__', '-'))
