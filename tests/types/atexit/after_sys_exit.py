# exit: 7
# Exit functions run when sys.exit ends the program.
import atexit
import sys
atexit.register(lambda: print(sys.is_finalizing()))
sys.exit(7)
