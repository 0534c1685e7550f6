# Built-in classes that cannot be subclassed.
import types

for base in (bool, type(None), type(...), slice, range, types.FunctionType, types.GeneratorType, types.MethodType):
    try:
        type('A', (base,), {})
    except TypeError as error:
        print(error)
