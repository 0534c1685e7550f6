# Suspicious constructs are accepted with a warning on standard error.
x = 5
print(x is 5 or True)
print('\d' == '\\d', b'\w' == b'\\w')
assert (x, 'always true')
print(len('\400'))
