# exit: 1
# Carets under a failing comparison inside a boolean expression.
def in_range(low, value, high):
    return value is not None and (low < value <= high or value == 'any')


print(in_range(1, 2, 3))
in_range(1, 5, 'x')
