# exit: 1
# NameError in a method suggests the attribute of self.
class Counter:
    def __init__(self):
        self.total = 0

    def add(self, n):
        self.total = total + n


Counter().add(1)
