# Waits with timeouts end in TimeoutExpired; nothing is lost.
import subprocess
from subprocess import PIPE, Popen, TimeoutExpired

process = Popen("read x; echo $x; cat", shell=True, stdin=PIPE, stdout=PIPE)
try:
    process.wait(0.05)
except TimeoutExpired as error:
    print(error, error.cmd, error.timeout, error.output)
print(process.poll(), process.returncode)
process.stdin.write(b"line\n")
process.stdin.flush()
print(process.stdout.readline())
try:
    process.wait(timeout=0.05)
except TimeoutExpired as error:
    print(error.timeout)
process.kill()
print(process.communicate(), process.returncode)

process = Popen("echo first; read x; echo second", shell=True, stdin=PIPE, stdout=PIPE)
reader, writer = process.stdout, process.stdin
process.stdin = None
for _ in range(2):
    try:
        process.communicate(timeout=0.3)
    except TimeoutExpired as error:
        print(error.output)
writer.write(b"go\n")
writer.close()
print(process.communicate(timeout=60), process.returncode)
for function in (subprocess.run, subprocess.call, subprocess.check_output):
    try:
        function(["sleep", "60"], timeout=0.05)
    except TimeoutExpired as error:
        print(type(error).__name__, error.cmd)
