# __class_getitem__, list[int] and other aliases, unions with |.
class Box:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item!r}]'


class Sub(Box): pass


print(Box[int], Box[1, 'a'], Sub[...], Box[1:2], Box[()])
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], list[int].__origin__, list[int].__args__, list[int]([1, 2]), tuple[()])
print(list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]), list[int] is list[int])
print(int | str, int | None, (int | str) == (str | int), (int | str).__args__, int | str | int, isinstance(5, int | str), isinstance(None, int | None), issubclass(bool, int | str), type(int | str).__name__, type(list[int]).__name__)
print(list['forward'], list[None], dict[str, int].__parameters__, list[int].append.__name__, list[list[int] | None])


class FromAlias(list[int]): pass


print(FromAlias.__bases__, FromAlias.__orig_bases__, FromAlias([1]))
for source in ('int[str]', 'Box()[1]', 'isinstance([], list[int])', 'issubclass(list, list[int])', 'isinstance(1, int | list[int])', 'int | 5', '5 | int', '"x" | int', 'None | None', 'None | int', 'list[int] | None', 'list[int]["x"]', 'list[int].nope', 'list[int]()', 'object[int]', 'class_["x"]', 'len[int]', '(int | str)()', '(int | str)[int]', 'list[int] + 1', 'int | (int, str)', 'type(int | str)()', 'int | print'):
    try:
        print(source, '->', eval(source))
    except (TypeError, AttributeError, NameError) as e:
        print(source, '->', type(e).__name__, e)


class Meta(type):
    def __getitem__(cls, k): return f'meta {k}'
    def __or__(cls, o): return f'{cls.__name__} or {o}'
    def __ror__(cls, o): return f'{o} ror {cls.__name__}'


class WithMeta(metaclass=Meta):
    def __class_getitem__(cls, k): return 'never'


print(WithMeta[1], WithMeta | 5, 5 | WithMeta, int | WithMeta)


class Plain:
    @classmethod
    def __class_getitem__(cls, *args): return args


print(Plain[1], Plain[1, 2], vars(Box)['__class_getitem__'].__class__.__name__)
