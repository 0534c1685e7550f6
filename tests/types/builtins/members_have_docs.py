# What has a docstring in CPython has one here: methods, properties, slot wrappers, classes
import builtins
import itertools
import math

kinds = (
    "method_descriptor",
    "classmethod_descriptor",
    "wrapper_descriptor",
    "builtin_function_or_method",
    "staticmethod",
)
# Without a docstring in CPython, too
bare = {
    "__getnewargs__",
    "__setstate__",
    "__reduce__",
    "__enter__",
    "__getstate__",
    "__qualname__",
    "derive",
    "split",
    "subgroup",
}
for name, cls in sorted(vars(builtins).items()):
    if not isinstance(cls, type) or name.startswith("_"):
        continue
    if not isinstance(cls.__doc__, str):
        if name != "ExceptionGroup":
            print("class", name)
    for key, value in sorted(vars(cls).items()):
        if type(value).__name__ in kinds and key not in bare:
            if not isinstance(value.__doc__, str) or not value.__doc__.strip():
                print(name, key)
for owner, names in (
    (int, "real imag numerator denominator"),
    (float, "real imag"),
    (complex, "real imag"),
    (memoryview, "format itemsize nbytes ndim obj readonly shape strides suboffsets"),
    (super, "__thisclass__ __self__ __self_class__"),
    (OSError, "errno strerror filename filename2"),
    (SyntaxError, "msg filename lineno offset text"),
    (UnicodeDecodeError, "encoding object start end reason"),
    (StopIteration, "value"),
    (SystemExit, "code"),
):
    for name in names.split():
        if not isinstance(getattr(owner, name).__doc__, str):
            print(owner.__name__, name)
for module in (math, itertools):
    for name, value in sorted(vars(module).items()):
        if not name.startswith("_") and callable(value) and not value.__doc__:
            print(module.__name__, name)
print("end")
