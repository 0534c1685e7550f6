# Collections while keys are hashed and compared.
import gc


class Key:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __hash__(self):
        gc.collect(0)
        return 1

    def __eq__(self, other):
        gc.collect()
        return self.n == other.n


table = {Key(i): [i] for i in range(8)}
print(table[Key(5)], len(table), Key(9) in table)
table.update({Key(3): 'three', Key(20): 'twenty'})
print(table[Key(3)], len(table))
del table[Key(0)]
print(sorted(k.n for k in table))
print(len({Key(i % 3) for i in range(6)}))
