# exit: 1
# The failing target of an assignment is marked.
class Frozen:
    __slots__ = ('x',)


f = Frozen()
data = {'list': [1]}
data['list'][0], f.x = 1, 2
data['list'][0], f.y = 1, 2
