# A type parameter that the class body rebinds: annotations see the class, functions within them the parameter.
class C[T]:
    T = 'class'
    def method[U](x: (T for _ in (1,)), y: T, z: (lambda: T)):
        pass
annotations = C.method.__annotations__
print(list(annotations['x']), annotations['y'], annotations['z']())
class D[T]:
    T = 'class'
    type Alias = lambda: T
    def method[U: (T, int)](self): pass
print(D.Alias.__value__(), D.method.__type_params__[0].__constraints__)
