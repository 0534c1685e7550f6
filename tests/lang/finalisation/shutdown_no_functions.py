# At exit, a namespace without functions is taken apart in its order.
class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


first = Watched('first')
second = [Watched('second')]
third = {'k': Watched('third')}
print('end')
