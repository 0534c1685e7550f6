# Forms of raise: classes, instances, from, re-raise, in expressions' callbacks
def attempt(function):
    try:
        function()
    except BaseException as e:
        print(type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
    else:
        print("no exception")
class E(Exception):
    def __init__(self, a=1): super().__init__("E", a)
def r1(): raise E
def r2(): raise E(5)
def r3(): raise E from ValueError
def r4(): raise E from ValueError("v")
def r5(): raise E from None
def r6():
    try: 1 / 0
    except Exception as e: raise E from e.__context__
def r7():
    try: 1 / 0
    except Exception: raise
def r8():
    try: 1 / 0
    except Exception as e: raise e
def r9():
    try: raise KeyError
    except KeyError:
        try: raise ValueError
        except ValueError: pass
        raise
def r10():
    try: raise KeyError
    except KeyError: pass
    raise
def r11():
    try: raise KeyError("first")
    except KeyError as e:
        saved = e
    raise saved
def r12():
    def handler(): raise
    try: raise KeyError("outer")
    except KeyError: handler()
def r13(): raise E() if False else KeyError(*[1, 2])
def r14(): raise (lambda: ValueError("computed"))()
def r15(): raise "string"
def r16(): raise E from "cause"
def r17(): raise E from KeyboardInterrupt
def r18():
    try: raise ValueError("v")
    finally:
        try: raise KeyError("k")
        except KeyError: pass
def r19():
    for e in (ValueError(1), KeyError(2)):
        try: raise e
        except LookupError as found: raise TypeError("t") from found
        except ValueError: continue
def r20():
    try:
        raise ExceptionGroup("g", [ValueError(1)]) from KeyError("k")
    finally: pass
def r21(): assert False, [1, 2]
def r22(): assert 0
def r23(): assert 1, "never"
def r24():
    e = ValueError("x")
    e.__cause__, e.__suppress_context__ = KeyError(), False
    raise e
for f in (r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21, r22, r23, r24):
    print(f.__name__, end=" ")
    attempt(f)
