# What Popen and CompletedProcess say of themselves.
import subprocess
from subprocess import CompletedProcess, Popen

process = Popen(["true"])
print(process.args, process.stdin, process.stdout, process.stderr, process.pid > 0, process.encoding)
process.wait()
print(process, process.universal_newlines)
process = Popen(["sh", "-c", "exit 1", "x" * 100])
process.wait()
print(process)
print(CompletedProcess(["a"], 1), CompletedProcess("a", 0, "out", "err"))
print(CompletedProcess[str], Popen[bytes], sorted(subprocess.__all__))
print(subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
print(subprocess.list2cmdline(["a b", 'c"d', "", "e\\", "f g\\", 'h\\"i']))
try:
    CompletedProcess(["a"], 1, b"o", b"e").check_returncode()
except subprocess.CalledProcessError as error:
    print(error, error.stdout, error.stderr)
print(issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError), subprocess.SubprocessError.__mro__[1])
