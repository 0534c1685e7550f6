# preexec_fn runs in the child before the program.
import os
import subprocess

reader, writer = os.pipe()
os.environ["VALUE"] = "1"


def prepare():
    os.write(writer, b"in the child")
    os.chdir("/")


print(subprocess.check_output(["/bin/pwd"], preexec_fn=prepare), os.read(reader, 100))
print(os.getcwd() != "/")


def fail():
    raise LookupError


try:
    subprocess.run(["true"], preexec_fn=fail)
except subprocess.SubprocessError as error:
    print(error)
