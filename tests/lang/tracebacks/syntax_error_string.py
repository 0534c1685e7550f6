# exit: 1
# A string literal that does not end.
x = 'never closed
print(x)
