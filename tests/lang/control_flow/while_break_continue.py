# while with break, continue and else in every combination.
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print(n)
else:
    print('never')
print('end', n)
while n > 6:
    n -= 1
else:
    print('else', n)
i = 0
while i < 3:
    j = 0
    while True:
        j += 1
        if j == 2:
            continue
        if j > 3:
            break
        print(i, j)
    i += 1
while 0:
    print('never')
else:
    print('zero')
k = 3
while k:
    k -= 1
    try:
        if k == 1:
            continue
        print('try', k)
    finally:
        print('finally', k)


def f():
    while True:
        try:
            return 'returned'
        finally:
            break
    return 'after break'


print(f())
while (line := input_lines.pop() if (input_lines := globals().setdefault('input_lines', ['c', 'b', 'a'])) else None):
    print(line)
x = 10
while x > 0 and x != 5: x -= 1
print(x)
while not x < 2: x -= 2
print(x)
