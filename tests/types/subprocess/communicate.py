# communicate() writes and reads at one time, whatever the sizes.
from subprocess import PIPE, Popen

big = b"0123456789abcdef" * 20000
process = Popen(["cat"], stdin=PIPE, stdout=PIPE, stderr=PIPE)
out, err = process.communicate(big)
print(out == big, err, process.returncode, process.stdout.closed)
process = Popen("cat >&2; echo done", shell=True, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
print([text.strip()[:20] for text in process.communicate("to stderr\n")])
process = Popen(["true"], stdin=PIPE, stdout=PIPE)
print(process.communicate(big), process.returncode)
process = Popen(["true"], stdin=PIPE)
print(process.communicate(big))
process = Popen(["echo", "x"], stdout=PIPE)
print(process.communicate(), process.poll(), process.wait(), process.wait(5))
process = Popen(["true"])
print(process.communicate())
