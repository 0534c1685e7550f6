# Pipes, duplicates and flags of descriptors.
import os

r, w = os.pipe()
print(os.write(w, b'hello'), os.read(r, 3), os.read(r, 100))
print(os.get_inheritable(r), os.get_blocking(r), os.isatty(r))
os.set_inheritable(r, True)
os.set_blocking(r, False)
print(os.get_inheritable(r), os.get_blocking(r))
try:
    os.read(r, 1)
except BlockingIOError as error:
    print(type(error).__name__, error.strerror)
copy = os.dup(w)
os.close(w)
print(os.write(copy, bytearray(b'by the copy')), os.read(r, 100), os.get_inheritable(copy))
print(os.dup2(copy, w) == w, os.get_inheritable(w), os.write(w, memoryview(b'abc')[1:]), os.read(r, 9))
os.close(w)
os.close(copy)
print(os.read(r, 1), os.read(r, 0))
os.close(r)
for call in (lambda: os.read(r, 1), lambda: os.close(r), lambda: os.write(-1, b''), lambda: os.dup(-5)):
    try:
        call()
    except OSError as error:
        print(error)
for call in (lambda: os.read('1', 1), lambda: os.write(1, 'text'), lambda: os.read(10**10, 1), lambda: os.read(0, -1)):
    try:
        call()
    except (TypeError, OverflowError, OSError) as error:
        print(type(error).__name__, error)
