# exit: 1
# Carets mark the operator between tildes.
def compute(a, b, c):
    result = a * (b + c) - a / b
    return result


compute(1, 0, 5)
