# Arguments that do not fit.
import subprocess
from subprocess import PIPE, Popen


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for args in (None, 5, [1], "", [b"true", 3]):
    attempt(lambda: subprocess.run(args))
for options in (
    {"stdin": 99999}, {"stdout": "x"}, {"pass_fds": [99999]}, {"pass_fds": [-1]}, {"cwd": 5}, {"env": 5}, {"env": {1: 2}},
    {"umask": "x"}, {"group": "no-such-group-here"}, {"user": -1}, {"extra_groups": "a"}, {"process_group": "x"},
    {"preexec_fn": 5}, {"encoding": "no-such-encoding", "stdout": PIPE},
):
    attempt(lambda: subprocess.run(["true"], **options).returncode)
with Popen(["cat"], stdin=PIPE, stdout=PIPE) as process:
    attempt(process.stdin.read)
    attempt(lambda: process.stdout.write(b"x"))
    attempt(lambda: process.stdin.write("text"))
    attempt(lambda: process.stdout.read("x"))
    process.stdin.close()
    attempt(lambda: process.stdin.write(b"x"))
    attempt(process.stdin.close)
