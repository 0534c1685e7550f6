# A module that takes itself out of sys.modules may import itself again.
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

if __name__ == "__main__":
    import imports_itself_again
    print("end", sys.times)
else:
    sys.times = getattr(sys, "times", 0) + 1
    print("run", sys.times)
    if sys.times < 3:
        del sys.modules[__name__]
        import imports_itself_again
