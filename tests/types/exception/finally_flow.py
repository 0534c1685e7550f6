# finally with return, break, continue, yield and exceptions of its own
def f1():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally:
            print("finally", i)
    return "end"
def f2():
    try: return print("value") or "try"
    finally: print("cleanup")
def f3():
    try: raise KeyError("lost")
    finally: return "swallowed"
def f4():
    while True:
        try: return "try"
        finally: break
    return "after break"
def f5():
    for i in range(3):
        try: raise ValueError(i)
        except ValueError as e:
            if i < 2: continue
            return ("except", e.args)
        finally: print("f", i)
def f6():
    try:
        try: 1 / 0
        finally: {}["missing"]
    except KeyError as e: return type(e.__context__).__name__
def f7():
    x = 1
    try: return x
    finally: x = 2
def f8():
    l = [1]
    try: return l
    finally: l.append(2)
def f9():
    try:
        try: return "inner"
        finally: raise ValueError("from finally")
    except ValueError as e: return str(e)
def f10():
    result = []
    for i in range(3):
        try:
            try:
                if i == 0: raise KeyError
                if i == 1: continue
                result.append("body")
            except KeyError: result.append("handled")
            else: result.append("else")
            finally: result.append("inner")
        finally: result.append("outer")
    return result
def f11():
    try: pass
    except ValueError: pass
    else:
        try: return "else return"
        finally: print("else finally")
    finally: print("outer finally")
def f12():
    with_log = []
    class CM:
        def __enter__(self): return self
        def __exit__(self, *a): with_log.append(a[0] and a[0].__name__); return True
    for i in range(4):
        with CM():
            if i == 0: continue
            if i == 1: raise KeyError
            if i == 2: break
    return with_log
def f13():
    for i in range(2):
        try:
            try: raise ValueError
            finally: continue
        except ValueError: print("never")
    return "continue in finally"
def f14():
    def g():
        try: yield 1
        finally: print("generator cleanup")
    for x in g(): break
    for x in g():
        try: return x
        finally: print("return while iterating")
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14): print(f.__name__, f())
