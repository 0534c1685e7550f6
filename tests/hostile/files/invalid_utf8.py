# Bytes that are not UTF-8
# expect: SyntaxError
x = 1
y = "ÿþ"
print(x)
