# Comparison of long lists
# interrupt
a = [0] * 5000000
b = [0] * 5000000
while True:
    a == b
    a < b
    1 in a
    a.count(1)
