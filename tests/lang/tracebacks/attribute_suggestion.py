# exit: 1
# AttributeError suggests a similar attribute.
class Account:
    def __init__(self):
        self.balance = 10

    def withdraw(self, n):
        self.balance -= n


a = Account()
a.withdraw(1)
print(a.balance)
a.withdrow(2)
