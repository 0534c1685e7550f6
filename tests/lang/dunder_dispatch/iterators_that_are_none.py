# What is not an iterator is refused where one is asked for.
class Answers:
    def __init__(self, answer):
        self.answer = answer
    def __iter__(self):
        return self.answer
for answer in (1, None, [], object()):
    value = Answers(answer)
    for use in (iter, list, max, sum, dict, lambda v: 1 in v, lambda v: [*v], lambda v: map(int, v)):
        try:
            use(value)
            print('fine')
        except TypeError as error:
            print(error)
class Items:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i
print(list(Items()), 2 in Items(), list(iter([1, 2, 3].pop, 1)))
