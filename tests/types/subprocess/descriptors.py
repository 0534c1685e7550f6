# Which descriptors a program has.
import os
import subprocess
from subprocess import PIPE, Popen, check_output

reader, writer = os.pipe()
os.set_inheritable(writer, True)
test = f"if [ -e /dev/fd/{writer} ]; then echo open; else echo closed; fi"
print(check_output(["sh", "-c", test]))
print(check_output(["sh", "-c", test], close_fds=False))
print(check_output(["sh", "-c", test], pass_fds=[writer]))
os.set_inheritable(writer, False)
print(check_output(["sh", "-c", test], close_fds=False))
print(check_output(["sh", "-c", test], pass_fds=[writer]), os.get_inheritable(writer))
subprocess.run(["echo", "to a descriptor"], stdout=writer)
print(os.read(reader, 100))
subprocess.run("echo one; echo two >&2", shell=True, stdout=writer, stderr=writer)
print(os.read(reader, 100))


class File:
    def fileno(self):
        return writer


subprocess.run(["echo", "to a file"], stdout=File())
print(os.read(reader, 100))
subprocess.run("echo swapped >&2; echo kept", shell=True, stdout=writer, stderr=subprocess.STDOUT)
print(os.read(reader, 100))
first = Popen(["echo", "through two programs"], stdout=PIPE)
second = Popen(["tr", "a-z", "A-Z"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait(), second.wait())
before = len(os.listdir("/proc/self/fd"))
for _ in range(3):
    subprocess.run(["true"], capture_output=True)
    try:
        subprocess.run(["no-such-program-anywhere"], capture_output=True, input=b"")
    except FileNotFoundError:
        pass
print(len(os.listdir("/proc/self/fd")) - before)
os.close(reader)
os.close(writer)
