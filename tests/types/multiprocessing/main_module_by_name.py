# A main module that was named by -m is the children's, too, with its package.
import os
import subprocess
import sys

folder = f"/tmp/mp-main-{os.getpid()}"
INNER = """
import multiprocessing as mp
from . import constant

def function(connection):
    spec = __spec__
    connection.send((__name__, __package__, spec and spec.name, constant))

if __name__ == "__main__":
    mp.set_start_method("spawn")
    reader, writer = mp.Pipe(False)
    p = mp.Process(target=function, args=(writer,))
    p.start()
    writer.close()
    try:
        print(reader.recv(), mp.current_process().name)
    except EOFError:
        print("the child has no such function")
    p.join()
    print(p.exitcode)
"""
FILES = {"package/__init__.py": "constant = 5\n", "package/inner.py": INNER, "package/__main__.py": INNER}


def write(path, text):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.write(descriptor, text.encode())
    os.close(descriptor)


if __name__ == "__main__":
    os.makedirs(f"{folder}/package")
    try:
        for name, text in FILES.items():
            write(f"{folder}/{name}", text)
        for name in ("package.inner", "package"):
            command = [sys.executable, "-m", name]
            done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            print(done.stdout, end="")
    finally:
        for path, _, names in os.walk(folder, topdown=False):
            for name in names:
                os.unlink(f"{path}/{name}")
            os.rmdir(path)
