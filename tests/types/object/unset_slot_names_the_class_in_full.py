# AttributeError for a slot without value has the qualified name of the class.
class Outer:
    class Inner:
        __slots__ = 'a'
try:
    Outer.Inner().a
except AttributeError as error:
    print(error)
try:
    Outer.Inner().b
except AttributeError as error:
    print(error)
def local():
    class C:
        __slots__ = 'a'
    C.__module__ = 'some.module'
    return C()
try:
    local().a
except AttributeError as error:
    print(error)
