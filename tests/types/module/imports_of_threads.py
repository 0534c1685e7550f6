# A thread that imports what another one is importing waits until the module is complete.
import os
import sys
import threading
import time

folder = f"/tmp/taipan-imports-{os.getpid()}"
os.mkdir(folder)
sys.path.insert(0, folder)


def write(name, text):
    number = os.open(f"{folder}/{name}.py", os.O_WRONLY | os.O_CREAT)
    os.write(number, text.encode())
    os.close(number)


def together(*functions):
    results = [None] * len(functions)

    def run(i):
        try:
            results[i] = functions[i]()
        except BaseException as error:
            results[i] = error

    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def of(name):
    def find():
        module = __import__(name)
        return module.end
    return find


try:
    write("slow", "import time\nbegin = 1\ntime.sleep(0.1)\nend = 2\n")
    print(together(*[of("slow")] * 5))

    # Modules that import one another in two threads: nobody waits for ever.
    write("left", "import time\ntime.sleep(0.1)\nimport right\nend = 'left'\n")
    write("right", "import time\ntime.sleep(0.1)\nimport left\nend = 'right'\n")
    print(together(of("left"), of("right")))

    # Each that waits tries for itself if the import fails.
    write("bad", "import time, count\ncount.runs.append(1)\ntime.sleep(0.1)\nraise ValueError('bad')\n")
    write("count", "runs = []\n")
    print(together(*[of("bad")] * 3))
    import count
    print(len(count.runs))
finally:
    for name in ("slow", "left", "right", "bad", "count"):
        try:
            os.unlink(f"{folder}/{name}.py")
        except FileNotFoundError:
            pass
    cache = f"{folder}/__pycache__"
    if os.path.exists(cache):
        for name in os.listdir(cache):
            os.unlink(f"{cache}/{name}")
        os.rmdir(cache)
    os.rmdir(folder)
