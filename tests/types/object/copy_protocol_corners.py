# copy and deepcopy: what is shared, and wrong answers of `__reduce_ex__`.
import copy
s = slice([1], [2])
print(copy.copy(s) is s, copy.deepcopy(s) is s, copy.deepcopy(s))
x = super(int, 5)
print(copy.copy(x) is x)
class Reduced:
    def __init__(self, answer):
        self.answer = answer
    def __reduce_ex__(self, protocol):
        return self.answer
for answer in ((list, ()), (list, ([1],), None, iter([2])), (dict, (), None, None, iter([('a', 1)])), 'name'):
    value = Reduced(answer)
    copied = copy.copy(value)
    print(copied if copied is not value else 'itself')
for answer in ((list,), (list, (), None, None, None, None, None)):
    try:
        copy.copy(Reduced(answer))
    except TypeError as error:
        print(error)
class NoReduce:
    __reduce_ex__ = None
for f in (copy.copy, copy.deepcopy):
    class Meta(type):
        pass
    try:
        f(NoReduce())
    except TypeError as error:
        print(error)
