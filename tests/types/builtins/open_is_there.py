# open is a built-in function
import builtins
print(open is builtins.open, callable(open), open.__name__, isinstance(open, type))
