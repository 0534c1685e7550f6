# A thread whose exception finds no sys.stderr writes to the one that there was when the thread was made.
import os
import sys
import threading

stderr = sys.stderr
reader, writer = os.pipe()
saved = os.dup(2)
os.dup2(writer, 2)


def fail():
    raise ValueError("in a thread")


def run(before, after):
    sys.stderr = before
    thread = threading.Thread(target=fail, name="worker")
    sys.stderr = after
    thread.start()
    thread.join()
    sys.stderr = stderr


run(stderr, None)
lines = os.read(reader, 65536).decode().splitlines()
print(lines[0], lines[1], lines[-1], sep="\n")
run(None, None)
sys.stderr = None
threading.excepthook(threading.ExceptHookArgs((ValueError, ValueError("no thread"), None, None)))
sys.stderr = stderr
os.set_blocking(reader, False)
try:
    print(os.read(reader, 65536))
except BlockingIOError:
    print("nothing more")
os.dup2(saved, 2)
