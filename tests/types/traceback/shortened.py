# What the scripts of this folder print through: paths lose the folder, which is another one on each machine.
import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep


class Shortened:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.replace(FOLDER, ''))

    def flush(self):
        self.stream.flush()


sys.stdout = Shortened(sys.stdout)
