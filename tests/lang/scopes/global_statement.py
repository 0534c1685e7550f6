# global binds a name in the module from any depth.
count = 0


def increment():
    global count, created
    count += 1
    created = f'created {count}'


increment()
increment()
print(count, created)


def outer():
    count = 'local'

    def inner():
        global count
        count += 100
        return count
    return inner(), count


print(outer(), count)


class C:
    global from_class
    from_class = 'module level'
    own = 1


print(from_class, hasattr(C, 'from_class'))


def make():
    global Made, helper, loop_i, exc_name, imported

    class Made:
        pass

    def helper():
        return 'helper'
    for loop_i in range(3):
        pass
    import math as imported
    try:
        1 / 0
    except ZeroDivisionError as exc_name:
        pass


make()
print(Made.__qualname__, helper.__qualname__, helper(), loop_i, imported.__name__, 'exc_name' in globals())


def deleter():
    global created
    del created


deleter()
print('created' in globals())
global at_module_level
at_module_level = 5
print(at_module_level)
for source in ['def f():\n x = 1\n global x', 'def f():\n print(x)\n global x', 'def f(x):\n global x', 'def f():\n global x\n nonlocal x', 'def f():\n x: int = 1\n global x', 'def f():\n global x\n x: int', 'x = 1\nglobal x', 'def f():\n for x in y: pass\n global x', 'def f():\n def x(): pass\n global x', 'def f():\n import x\n global x']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), 'accepted')
    except SyntaxError as e:
        print(repr(source), '->', e.msg, e.lineno)
