# Without a hook of the program, sys.stderr gets the thread's name and the traceback. SystemExit is quiet.
import sys
import threading


class Sink:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def outer():
    inner()


def inner():
    raise ValueError("lost")


def leave():
    raise SystemExit(3)


standard, sys.stderr = sys.stderr, Sink()
for target, name in ((outer, "one"), (leave, "two"), (5, "three")):
    thread = threading.Thread(target=target, name=name)
    thread.start()
    thread.join()
text, sys.stderr = sys.stderr.text, standard
for line in text.splitlines():
    if line.startswith("  File") and "threading.py" not in line:
        line = line.split(", ", 1)[1]
    elif line.startswith("  File"):
        line = line.rsplit(" ", 1)[1]
    if "^" not in line and "~" not in line:
        print(line)
