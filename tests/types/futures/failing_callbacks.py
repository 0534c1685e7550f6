# A callback that raises is reported; the others are called all the same. BaseExceptions go through.
import sys
from concurrent.futures import Future


class Sink:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def failing(future):
    raise ValueError("callback")


future = Future()
future.add_done_callback(failing)
future.add_done_callback(lambda f: print("next", file=standard_output))
future.add_done_callback(5)
standard_output, standard, sys.stderr = sys.stdout, sys.stderr, Sink()
future.set_result(1)
future.add_done_callback(failing)
text, sys.stderr = sys.stderr.text, standard
for line in text.splitlines():
    if not line.startswith(" "):
        print(line.replace(hex(id(future)), "ID"))


def leaving(future):
    raise SystemExit("leaving")


future = Future()
future.add_done_callback(leaving)
try:
    future.set_result(2)
except SystemExit as exc:
    print(exc, future.result())
