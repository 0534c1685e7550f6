# The environment, the working folder, and where programs are looked for.
import os
import subprocess
from subprocess import check_output

os.environ["FROM_PARENT"] = "yes"
print(check_output("echo $FROM_PARENT", shell=True))
print(check_output(["env"], env={"A": "1", b"B": b"2"}))
print(check_output(["/bin/pwd"], cwd="/"))
print(check_output(["/bin/pwd"], cwd=b"/usr"))
print(check_output(["sh", "-c", "echo $0 $1", "zero", "one"]))
print(check_output(["name", "-c", "echo $0"], executable="/bin/sh"))
print(check_output("echo $0", shell=True, executable="/bin/sh"))
try:
    subprocess.run(["env"], env={"PATH": "/nowhere"})
except FileNotFoundError as error:
    print(error)


class Program:
    def __fspath__(self):
        return "/bin/echo"


print(check_output(Program()), check_output([Program(), "x"]), check_output([b"echo", "y"]))
print(check_output("umask", shell=True, umask=0o27))
