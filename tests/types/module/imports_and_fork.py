# In the child of a fork that happens during an import, nobody waits for the thread that is not there.
import os
import sys
import threading
import time
import warnings

warnings.simplefilter("ignore", DeprecationWarning)

folder = f"/tmp/taipan-imports-{os.getpid()}"
os.mkdir(folder)
sys.path.insert(0, folder)
path = f"{folder}/long.py"
number = os.open(path, os.O_WRONLY | os.O_CREAT)
os.write(number, b"import time\ntime.sleep(0.5)\nend = 3\n")
os.close(number)

thread = threading.Thread(target=__import__, args=("long",))
thread.start()
time.sleep(0.1)
child = os.fork()
if child == 0:
    sys.modules.pop("long", None)
    import long
    os._exit(long.end)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
thread.join()
print(sys.modules["long"].end)
os.unlink(path)
os.rmdir(folder)
