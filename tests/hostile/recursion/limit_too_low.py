# A recursion limit below the current depth is refused
import sys
def deep(n):
    if n:
        return deep(n - 1)
    try:
        sys.setrecursionlimit(50)
    except RecursionError as error:
        return type(error).__name__
print(deep(100))
sys.setrecursionlimit(50)
def f(): f()
try:
    f()
except RecursionError as error:
    print("caught", sys.getrecursionlimit())
try:
    try:
        f()
    except RecursionError:
        f()
except RecursionError as error:
    print(type(error.__context__).__name__)
def again(n):
    try:
        f()
    except RecursionError:
        if n: again(n - 1)
try:
    again(10)
    print("nested handlers")
except RecursionError:
    print("nested handlers")
