# Every built-in name exists and is of the right kind
import builtins
functions = "abs aiter all anext any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr hash hex id input isinstance issubclass iter len locals max min next oct ord pow print repr round setattr sorted sum vars __import__ __build_class__".split()
types = "bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview object property range reversed set slice staticmethod str super tuple type zip".split()
exceptions = "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError".split()
print([n for n in functions if not callable(getattr(builtins, n, None)) or isinstance(getattr(builtins, n), type)])
print([n for n in types if not isinstance(getattr(builtins, n, None), type)])
print([n for n in exceptions if not issubclass(getattr(builtins, n, int), BaseException)])
print([n for n in types + [e for e in exceptions if e not in ("EnvironmentError", "IOError")] if getattr(builtins, n).__name__ != n or getattr(builtins, n).__module__ != "builtins"])
for name in exceptions:
    cls = getattr(builtins, name)
    print(name, [base.__name__ for base in cls.__bases__])
print(None, True, False, Ellipsis, NotImplemented, __debug__, __name__, builtins.__name__)
for name in ("None", "True", "False", "__debug__"):
    try:
        exec(f"{name} = 1")
    except SyntaxError as error:
        print(error.msg)
