# super() walks the MRO of the instance, so mixins cooperate.
class Base:
    def __init__(self, **kw):
        print('Base', kw)

    def path(self):
        return ['Base']


class Left(Base):
    def __init__(self, left=None, **kw):
        print('Left', left)
        super().__init__(**kw)

    def path(self):
        return ['Left'] + super().path()


class Right(Base):
    def __init__(self, right=None, **kw):
        print('Right', right)
        super().__init__(**kw)

    def path(self):
        return ['Right'] + super().path()


class Both(Left, Right):
    def __init__(self, **kw):
        print('Both')
        super().__init__(**kw)

    def path(self):
        return ['Both'] + super().path()


b = Both(left=1, right=2, other=3)
print(b.path(), super(Left, b).path(), super(Right, b).path(), super(Both, Both).path(b))
print(Left().path())


class Prop(Base):
    @property
    def value(self): return 'Prop.value'

    @classmethod
    def make(cls): return f'Prop.make {cls.__name__}'

    @staticmethod
    def stat(): return 'Prop.stat'

    attr = 'Prop.attr'


class Sub(Prop):
    @property
    def value(self): return super().value + '!'

    @classmethod
    def make(cls): return super().make() + '!'

    @staticmethod
    def stat(): return super(Sub, Sub).stat() + '!'

    attr = 'Sub.attr'

    def get(self): return super().attr, [super(Sub, self).attr for _ in 'a']


s = Sub()
print(s.value, s.make(), s.stat(), s.get())


class Item(list):
    def __getitem__(self, i): return ('item', super().__getitem__(i))
    def __len__(self): return super().__len__() + 100
    def append(self, x): super().append(x * 2)


i = Item([1])
i.append(5)
print(i[0], i[1], len(i))


class Meta(type):
    def __call__(cls, *a): return ('made', super().__call__(*a))


class M(metaclass=Meta): pass
print(M()[0], type(M()[1]).__name__)
