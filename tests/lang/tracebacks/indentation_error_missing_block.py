# exit: 1
# A block that is missing.
def f():
    for i in range(3):
    print(i)
