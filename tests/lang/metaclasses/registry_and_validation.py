# A metaclass that registers, orders and validates class bodies.
class Field:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}, not {type(value).__name__}')
        obj.__dict__[self.name] = value


class ModelMeta(type):
    models = {}

    def __new__(mcls, name, bases, ns, abstract=False):
        cls = super().__new__(mcls, name, bases, ns)
        cls.fields = {k: v for base in reversed(cls.__mro__) for k, v in vars(base).items() if isinstance(v, Field)}
        if not abstract:
            mcls.models[name] = cls
        return cls

    def __init__(cls, name, bases, ns, abstract=False):
        super().__init__(name, bases, ns)


class Model(metaclass=ModelMeta, abstract=True):
    def __init__(self, **kw):
        for key, value in kw.items():
            if key not in self.fields:
                raise TypeError(f'{type(self).__name__} has no field {key}')
            setattr(self, key, value)

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{k}={getattr(self, k)!r}" for k in self.fields)})'


class Person(Model):
    name = Field(str, 'nobody')
    age = Field(int)


class Employee(Person):
    salary = Field(float, 0.0)


print(ModelMeta.models, Employee.fields.keys())
print(Person(name='Ann', age=5), Employee(age=3), Employee.salary.kind)
for kw in ({'name': 5}, {'nope': 1}, {'age': 'x'}):
    try:
        print(Person(**kw))
    except TypeError as e:
        print(e)
e = Employee(salary=1.5)
try:
    e.salary = 3
except TypeError as err:
    print(err)
print(e, vars(e))
