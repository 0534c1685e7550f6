# exit: 1
# Exit functions run after the report of an unhandled exception.
import atexit
import sys

sys.excepthook = lambda kind, value, traceback: print('hook', value)
atexit.register(print, 'exit function')
raise ValueError('unhandled')
