# exit: 1
# Native functions leave no frame of their own.
records = [('a', 1), ('b', None), ('c', 3)]
print(sorted(records, key=lambda r: r[0]))
sorted(records, key=lambda r: r[1] + 1)
