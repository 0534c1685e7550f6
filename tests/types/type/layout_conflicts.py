# Pairs of built-in bases whose instances look different.
import types

pairs = [
    (int, str), (dict, list), (int, float), (Exception, dict), (OSError, SyntaxError), (StopIteration, SystemExit),
    (types.ModuleType, dict), (type, int), (set, frozenset), (property, classmethod), (types.SimpleNamespace, dict),
    (ImportError, NameError), (UnicodeDecodeError, UnicodeEncodeError), (ExceptionGroup, OSError),
]
for pair in pairs:
    try:
        type('A', pair, {})
    except TypeError as error:
        print([c.__name__ for c in pair], error)
