# The else clause of a loop runs unless break leaves it.


def find(needle, items):
    for index, item in enumerate(items):
        if item == needle:
            print("found at", index)
            break
    else:
        print("not found")


find(3, [1, 2, 3])
find(9, [1, 2, 3])
find(1, [])

for x in range(3):
    if x == 1:
        continue
    print("kept", x)
else:
    print("else after continue", x)

n = 5
while n:
    n -= 1
    if n == 2:
        break
else:
    print("never")
print("n", n)

while n:
    n -= 1
else:
    print("exhausted", n)


def early():
    for i in range(5):
        if i == 2:
            return "returned"
    else:
        print("never")


print(early())

# break inside a nested loop leaves the inner one alone
for i in range(2):
    for j in range(5):
        if j == i:
            break
    else:
        print("never")
    print(i, j)
else:
    print("outer else")
