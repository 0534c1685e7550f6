# by hand
# Every native module has a docstring, and so have its functions, its classes and their public methods
import sys


def has_doc(thing):
    doc = thing.__doc__
    return isinstance(doc, str) and doc.strip() != ""


for name in sorted(sys.builtin_module_names):
    module = __import__(name)
    if not has_doc(module):
        print(name)
    for key, value in sorted(vars(module).items()):
        if type(value).__name__ == "builtin_function_or_method":
            if not has_doc(value):
                print(name, key)
        elif isinstance(value, type):
            if not has_doc(value) and not key.startswith("_"):
                print(name, key)
            for attribute, member in sorted(vars(value).items()):
                if type(member).__name__ in ("method_descriptor", "classmethod_descriptor") and not attribute.startswith("_"):
                    if not has_doc(member):
                        print(name, key, attribute)
print("end")
