# `co_flags` of the kinds of code.
def generator():
    yield
async def coroutine():
    pass
async def asynchronous():
    yield
def arguments(*args, **keywords):
    "with a docstring"
def outer():
    x = 1
    return lambda: x
class A:
    def method(self):
        return __class__
for function in (generator, coroutine, asynchronous, arguments, outer, outer(), A.method, lambda: 0):
    print(function.__code__.co_name, function.__code__.co_flags)
for mode in ('exec', 'eval', 'single'):
    print(compile('1', 'f', mode).co_flags)
