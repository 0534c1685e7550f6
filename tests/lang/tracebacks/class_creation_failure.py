# exit: 1
# Errors of class statements point at the statement.
class A:
    pass


class B(A):
    pass


class Broken(A, B):
    x = 1
