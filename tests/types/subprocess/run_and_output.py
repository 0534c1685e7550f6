# Programs are run, and what they write is collected.
import subprocess
from subprocess import PIPE, STDOUT, DEVNULL

done = subprocess.run(["echo", "hello"], stdout=PIPE)
print(done, done.args, done.returncode, done.stdout, done.stderr)
done.check_returncode()
print(subprocess.run(["cat"], input=b"some bytes\n", stdout=PIPE).stdout)
print(subprocess.run(["cat"], input="text\n", text=True, capture_output=True))
print(subprocess.run("echo out; echo err >&2; exit 3", shell=True, capture_output=True, text=True))
print(subprocess.run("echo out; echo err >&2", shell=True, stdout=PIPE, stderr=STDOUT).stdout)
print(subprocess.run(["sh", "-c", "echo nothing"], stdout=DEVNULL))
print(subprocess.run(["cat"], stdin=DEVNULL, capture_output=True))
print(subprocess.call(["true"]), subprocess.call(["false"]), subprocess.check_call(["true"]))
print(subprocess.check_output(["echo", "checked"]), subprocess.check_output(["cat"], input=None))
print(subprocess.check_output(["echo", "text"], encoding="ascii"))
print(subprocess.getoutput("echo one; echo two >&2"), subprocess.getstatusoutput("exit 5"))
print(repr(subprocess.getoutput("printf 'x\\n\\n'")))
