# A child's streams may be this process's own, in any order.
import os
import subprocess

reader, writer = os.pipe()
saved = os.dup(1)
os.dup2(writer, 1)
os.close(writer)
script = "echo out; echo err >&2"
subprocess.run(script, shell=True, stderr=1)
subprocess.run(script, shell=True, stderr=subprocess.STDOUT)
os.dup2(saved, 1)
print(os.read(reader, 1000))
