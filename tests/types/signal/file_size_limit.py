# A file that would grow beyond the limit of the process is an error of the write that does it, and children have the signal as it was.
import os
import signal
import subprocess
import sys

code = """
import errno, os, signal, subprocess, sys
print(signal.getsignal(signal.SIGXFSZ))
fd = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
try:
    while True:
        os.write(fd, bytes(65536))
except OSError as e:
    print(errno.errorcode[e.errno])
sys.stdout.flush()
for restores in (True, False):
    command = ["sh", "-c", "grep SigIgn: /proc/self/status"]
    shown = subprocess.run(command, restore_signals=restores, stdout=subprocess.PIPE, text=True).stdout
    print(int(shown.split()[1], 16) >> (signal.SIGXFSZ - 1) & 1)
"""
path = f"/tmp/file_size_limit_{os.getpid()}"
try:
    subprocess.run(["sh", "-c", 'ulimit -f 128; exec "$0" "$@"', sys.executable, "-c", code, path])
finally:
    os.unlink(path)
