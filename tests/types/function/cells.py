# Cells as objects: contents, comparison, and what they refuse.
import types
Cell = types.CellType
c = Cell(1)
print(c.cell_contents, c == Cell(1), c < Cell(2), Cell() == Cell(), Cell() < Cell(1), c == 1)
c.cell_contents = 5
print(c.cell_contents)
del c.cell_contents
for attempt in (lambda: c.cell_contents, lambda: Cell(1, 2), lambda: Cell(a=1), lambda: hash(c), lambda: setattr(c, 'x', 1), lambda: c < 1):
    try:
        print(attempt())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
del c.cell_contents
print(repr(Cell(1)).split(' at ')[0], repr(Cell()).rsplit(' ', 1)[1])
