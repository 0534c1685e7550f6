# All poll objects are of one class.
import select

first, second = select.poll(), select.poll()
print(type(first) is type(second), type(first).__name__)
first.register(1)
print(isinstance(second, type(first)))
