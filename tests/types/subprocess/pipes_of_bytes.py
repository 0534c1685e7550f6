# Pipes of bytes: reading, writing, lines, and what is left at the end.
from subprocess import PIPE, Popen

with Popen(["cat"], stdin=PIPE, stdout=PIPE) as process:
    print(process.stdin.write(b"one\ntwo\nthree"), process.stdin.writable(), process.stdout.readable())
    process.stdin.flush()
    print(process.stdout.readline(), process.stdout.readline(2), process.stdout.read(3))
    process.stdin.close()
    print(process.stdin.closed, process.stdout.closed)
    print(process.stdout.read(), process.stdout.read(), process.stdout.readline())
print(process.returncode, process.stdout.closed)

with Popen(["printf", "a\\nb\\nc"], stdout=PIPE) as process:
    for line in process.stdout:
        print(line)
with Popen(["printf", "a\\nb\\nc"], stdout=PIPE) as process:
    print(process.stdout.readlines())
with Popen(["printf", "abcdef"], stdout=PIPE, bufsize=0) as process:
    print(process.stdout.read(2), process.stdout.read(2), process.stdout.read())
with Popen(["cat"], stdin=PIPE, stdout=PIPE, bufsize=0) as process:
    print(process.stdin.write(b"at once\n"), process.stdout.readline())
    process.stdin.writelines([b"x", b"y"])
    process.stdin.close()
    print(process.stdout.read())
for function in (process.stdout.read, lambda: process.stdin.write(b"")):
    try:
        function()
    except ValueError as error:
        print(type(error).__name__)
