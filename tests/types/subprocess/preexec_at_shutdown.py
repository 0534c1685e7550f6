# A function for the child cannot be called there when the interpreter shuts down.
import subprocess


def prepare():
    pass


class Late:
    def __del__(self, subprocess=subprocess, prepare=prepare):
        try:
            subprocess.Popen(["/bin/true"], preexec_fn=prepare)
        except RuntimeError as e:
            print(type(e).__name__, e)


late = Late()
