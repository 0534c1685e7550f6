# exit: 3
# SystemExit ends the program with its code after the finally blocks.
import sys
for arg in (None, 0, 5, 'text'):
    try:
        sys.exit(arg)
    except SystemExit as e:
        print(repr(e), e.code)
try:
    sys.exit()
except BaseException as e:
    print(type(e).__mro__[1].__name__)
try:
    try:
        sys.exit(3)
    except Exception:
        print('never')
    finally:
        print('finally runs')
finally:
    print('outer finally')
