# exit: 1
# The failing part of an expression that is spread over lines.
items = [1, 2, 3]
total = (
    sum(items)
    + items[0] * 2
    + (items[1]
       / (items[2] - 3))
    + 5
)
