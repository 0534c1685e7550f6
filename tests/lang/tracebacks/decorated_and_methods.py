# exit: 1
# Decorated functions and dunder methods appear with their plain names.
import functools


def traced(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)
    return wrapper


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        return Money(self.amount + other.amount)

    @property
    @traced
    def half(self):
        return self.amount / 'two'


m = Money(1) + Money(2)
m.half
