# close raises GeneratorExit inside; yielding then is an error; a return value is handed out.
def g1():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('cleanup')


g = g1()
next(g)
print(g.close(), g.close())
g = g1()
print(g.close())
print(list(g))


def g2():
    try:
        yield 1
    except GeneratorExit:
        return 'value from close'


g = g2()
next(g)
print(g.close())


def g3():
    try:
        yield 1
    except GeneratorExit:
        yield 'refuses'


g = g3()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
print(list(g))


def g4():
    try:
        yield 1
    finally:
        raise ValueError('in cleanup')


g = g4()
next(g)
try:
    g.close()
except ValueError as e:
    print(e, repr(e.__context__))


def g5():
    yield 1
    yield 2


g = g5()
next(g)
g.close()
try:
    next(g)
except StopIteration:
    print('exhausted')


def outer():
    try:
        yield from g1()
    finally:
        print('outer cleanup')


g = outer()
next(g)
g.close()


def dropped():
    try:
        yield 1
    finally:
        print('finalised when dropped')


g = dropped()
next(g)
del g
for v in dropped():
    break
print('after the loop')


def swallow_and_return():
    while True:
        try:
            yield
        except BaseException as e:
            print(type(e).__name__)
            return


g = swallow_and_return()
next(g)
g.close()
