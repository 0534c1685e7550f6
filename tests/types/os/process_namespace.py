# In a namespace of process numbers whose first process inherited its group and session from outside, those have the number 0.
import subprocess
import sys

inside = ["unshare", "--user", "--map-root-user", "--pid", "--fork"]
program = """
import os
print(os.getpid(), os.getppid(), os.getpgrp(), os.getpgid(0), os.getsid(0), os.getsid(1))
if not os.fork():
    os._exit(7)
print(os.waitpid(0, 0)[1] >> 8)
"""
expected = "1 0 0 0 0 0\n7\n"
try:
    permitted = not subprocess.run([*inside, "true"], stderr=subprocess.DEVNULL).returncode
except FileNotFoundError:
    permitted = False
answer = permitted and subprocess.run([*inside, sys.executable, "-c", program], capture_output=True, text=True)
print(not permitted or answer.stdout == expected or answer)
