# exit: 1
# Comprehensions are inlined, generator expressions have a frame.
def f(rows):
    first = [[c + 1 for c in row] for row in rows]
    return sum(x / (x - 3) for row in first for x in row)


f([[0, 1], [2, 3]])
