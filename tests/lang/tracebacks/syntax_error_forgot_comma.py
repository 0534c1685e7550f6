# exit: 1
# Missing comma inside a call.
print('a', 'b' 5, 'c')
