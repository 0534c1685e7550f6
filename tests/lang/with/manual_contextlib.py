# Context managers by generator, exit stack and redirection, written by hand.
class generator_cm:
    def __init__(self, fn): self.fn = fn
    def __call__(self, *args):
        outer = self

        class CM:
            def __enter__(self):
                self.gen = outer.fn(*args)
                return next(self.gen)

            def __exit__(self, t, v, tb):
                if t is None:
                    try:
                        next(self.gen)
                    except StopIteration:
                        return False
                    raise RuntimeError("generator didn't stop")
                try:
                    self.gen.throw(v)
                except StopIteration as e:
                    return e is not v
                except BaseException as e:
                    if e is v:
                        return False
                    raise
        return CM()


@generator_cm
def tag(name):
    print(f'<{name}>')
    try:
        yield name
    except ValueError as e:
        print('swallowed', e)
    finally:
        print(f'</{name}>')


with tag('p') as t:
    print('in', t)
with tag('q'):
    raise ValueError('v')
try:
    with tag('outer'), tag('inner'):
        raise KeyError('k')
except KeyError as e:
    print('out', e)


class ExitStack:
    def __init__(self): self.callbacks = []
    def __enter__(self): return self
    def enter(self, cm):
        value = type(cm).__enter__(cm)
        self.callbacks.append(lambda *exc: type(cm).__exit__(cm, *exc))
        return value
    def push(self, fn, *args): self.callbacks.append(lambda *exc: fn(*args) and False)
    def __exit__(self, t, v, tb):
        swallowed = False
        while self.callbacks:
            try:
                if self.callbacks.pop()(*((t, v, tb) if v else (None, None, None))):
                    t = v = tb = None
                    swallowed = True
            except BaseException as e:
                t, v, tb = type(e), e, e.__traceback__
                swallowed = False
        if v is not None and not swallowed and v is not self.__dict__.get('original'):
            return False
        return swallowed


with ExitStack() as stack:
    names = [stack.enter(tag(n)) for n in 'abc']
    stack.push(print, 'callback')
    print(names)
    raise ValueError('handled by c')
print('end')
with ExitStack() as stack:
    for i in range(3):
        stack.push(print, 'callback', i)
