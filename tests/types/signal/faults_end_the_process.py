# A signal of a fault that a program sends itself ends it at once, as any other that nobody handles.
import os
import signal
import subprocess
import sys

for name in "SIGSEGV", "SIGBUS", "SIGILL", "SIGABRT", "SIGTERM":
    number = int(getattr(signal, name))
    text = f"import os; os.kill(os.getpid(), {number}); print('alive')"
    ended = subprocess.run([sys.executable, "-c", text], capture_output=True)
    print(name, ended.returncode == -number, ended.stdout, signal.getsignal(number) == signal.SIG_DFL)

signal.signal(signal.SIGSEGV, lambda number, frame: print("handled", number == signal.SIGSEGV))
os.kill(os.getpid(), signal.SIGSEGV)
print(signal.signal(signal.SIGSEGV, signal.SIG_DFL) is not None)
