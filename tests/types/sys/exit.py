# sys.exit with values, inside try and finally
# exit: 7
import sys
for value in (None, 0, 5, "text", (1, 2), True):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error), repr(error.code), error.args)
try:
    sys.exit()
except SystemExit as error:
    print(repr(error.code))
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
try:
    try:
        sys.exit(3)
    except Exception:
        print("not caught by Exception")
    finally:
        print("finally runs")
except BaseException as error:
    print(type(error).__name__, error.code)
def f():
    try:
        sys.exit(9)
    finally:
        return "return overrides exit"
print(f())
try:
    print("leaving")
    raise SystemExit(7)
finally:
    print("last words")
