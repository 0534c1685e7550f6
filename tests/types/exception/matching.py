# Which handler runs: classes, tuples, subclasses, expressions
def which(error):
    try:
        raise error
    except (KeyError, IndexError): return "key or index"
    except LookupError: return "lookup"
    except (): return "empty"
    except ((ValueError)): return "value"
    except BaseException as e: return type(e).__name__
for error in (KeyError, IndexError(1), LookupError, ValueError(), UnicodeError(), TypeError, KeyboardInterrupt, SystemExit(0), GeneratorExit):
    print(which(error))
trace = []
def t(x):
    trace.append(x.__name__)
    return x
try:
    raise KeyError
except t(ValueError): pass
except t(LookupError): pass
except t(KeyError): pass
print(trace)
class Meta(type):
    def __instancecheck__(cls, other): return True
    def __subclasscheck__(cls, other): return True
class Fake(Exception, metaclass=Meta): pass
try:
    try:
        raise ValueError("real")
    except Fake:
        print("fake caught")
except ValueError:
    print("not fooled")
for bad in (5, "x", None, int, (ValueError, 5), [ValueError], object, (ValueError, (KeyError, int))):
    try:
        try:
            raise KeyError("k")
        except bad:
            print("caught by", bad)
    except TypeError as error:
        print(error, repr(error.__context__))
    except KeyError:
        print("passed through")
try:
    pass
except 5:
    pass
else:
    print("never evaluated")
errors = (ValueError,)
try:
    raise ValueError
except errors:
    errors = None
    print("dynamic")
def finally_order():
    try:
        try:
            return "try"
        finally:
            print("inner finally")
    finally:
        print("outer finally")
print(finally_order())
def override():
    try: raise ValueError
    finally: return "override"
print(override())
def nested():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print(i)
        except ValueError: pass
        else: print("else", i)
        finally: print("finally", i)
    return i
print(nested())
