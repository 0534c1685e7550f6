# by hand
# The report of an exception in a finaliser names the method, and the program goes on.
class Fails:
    def __del__(self):
        raise ValueError('in the finaliser')


class Capture:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        pass


import sys
old, sys.stderr = sys.stderr, Capture()
Fails()
text, sys.stderr = sys.stderr.text, old
lines = text.splitlines()
print(lines[0].split(' at 0x')[0])
print(lines[1], lines[-1])
