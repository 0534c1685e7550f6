# os.sendfile() copies between descriptors, from a place or from the file's position.
import os

NAME = f"/tmp/copied-{os.getpid()}"
file = os.open(NAME, os.O_RDWR | os.O_CREAT)
os.unlink(NAME)
os.write(file, b"0123456789")
inlet, outlet = os.pipe()[::-1]
print(os.sendfile(inlet, file, 2, 3), os.read(outlet, 100))
print(os.lseek(file, 0, os.SEEK_CUR))
os.lseek(file, 4, os.SEEK_SET)
print(os.sendfile(inlet, file, None, 3), os.read(outlet, 100))
print(os.lseek(file, 0, os.SEEK_CUR))
print(os.sendfile(out_fd=inlet, in_fd=file, offset=8, count=100), os.read(outlet, 100))
print(os.sendfile(inlet, file, 10, 5))
for wrong in (inlet, file, -1, 1), (inlet, file, 0, -1), (-1, file, 0, 1), (inlet, -1, 0, 1), (file, outlet, 0, 1):
    try:
        os.sendfile(*wrong)
    except OSError as error:
        print(type(error).__name__, error)
os.set_blocking(inlet, False)
try:
    while True:
        os.sendfile(inlet, file, 0, 10)
except BlockingIOError as error:
    print("BlockingIOError", error.errno)
