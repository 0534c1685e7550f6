# Children, and how they end.
import os
import sys

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, b'from the child')
    os._exit(7)
os.close(w)
print(os.read(r, 100), os.read(r, 100))
who, status = os.waitpid(pid, 0)
print(who == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
try:
    os.waitpid(pid, 0)
except ChildProcessError as error:
    print(error)

pid = os.fork()
if pid == 0:
    try:
        os.execv('/bin/sh', ['sh', '-c', 'exit 5'])
    finally:
        os._exit(1)
print(os.waitstatus_to_exitcode(os.wait()[1]))

r2, w2 = os.pipe()
pid = os.fork()
if pid == 0:
    os.read(r2, 1)
    os._exit(0)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, 9)
status = os.waitpid(pid, 0)[1]
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
print(os.system('exit 3') >> 8, os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit 4']))
for call in (lambda: os.execv('/no/such', ['x']), lambda: os.execv('/bin/sh', []), lambda: os.kill(2**31 - 1, 0)):
    try:
        call()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
