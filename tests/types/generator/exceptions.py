# Exception state inside generators: context, sys.exc_info, tracebacks
import sys
def g():
    print("in generator:", sys.exception())
    yield 1
    print("resumed in handler:", repr(sys.exception()))
    try:
        raise KeyError("own")
    except KeyError:
        yield 2
        print("own handler:", repr(sys.exception()))
    print("after own handler:", repr(sys.exception()))
    yield 3
it = g()
next(it)
try:
    raise ValueError("outer")
except ValueError:
    next(it)
    print("outside:", repr(sys.exception()))
    try:
        raise TypeError("second")
    except TypeError:
        next(it)
        print(repr(sys.exception()))
print(sys.exception(), next(it, "end"))
def contexts():
    try:
        yield
    except ValueError as error:
        raise KeyError("from handler")
it = contexts()
next(it)
try:
    it.throw(ValueError("thrown"))
except KeyError as error:
    print(repr(error.__context__), error.__cause__)
def plain(): 
    yield
it = plain()
next(it)
try:
    try:
        raise ValueError("active")
    except ValueError:
        it.throw(KeyError("thrown inside handler"))
except KeyError as error:
    print(repr(error.__context__))
def stop():
    yield
    raise StopIteration(5)
it = stop()
next(it)
try:
    next(it)
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
def finally_return():
    try:
        yield 1
    finally:
        return "swallowed"
it = finally_return()
next(it)
try:
    it.throw(KeyError)
except StopIteration as stop:
    print(stop.value)
def with_loop():
    for i in range(3):
        try:
            yield i
        except ValueError:
            continue
        else:
            print("else", i)
        finally:
            print("finally", i)
it = with_loop()
print(next(it), it.throw(ValueError()), next(it))
it.close()
