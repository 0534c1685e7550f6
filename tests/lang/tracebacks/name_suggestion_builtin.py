# exit: 1
# NameError suggests a similar builtin or global.
def show(values):
    for i in rnage(3):
        print(values[i])


show([1, 2, 3])
