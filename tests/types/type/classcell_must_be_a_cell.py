# `__classcell__` in a namespace is filled with the class and taken out.
import types

cell = types.CellType()
A = type('A', (), {'__classcell__': cell})
print(cell.cell_contents is A, '__classcell__' in A.__dict__)
try:
    type('B', (), {'__classcell__': 1})
except TypeError as error:
    print(error)
