# At the end of a process its daemonic children are terminated, and the others waited for.
import atexit
import multiprocessing as mp
import os
import sys
import time


def last(connection):
    time.sleep(0.2)
    print("the child ends", flush=True)
    atexit.register(print, "exit function of the child", flush=True)


def forever(connection):
    connection.send("here")
    time.sleep(60)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    atexit.register(print, "exit function of the parent")
    reader, writer = mp.Pipe(False)
    mp.Process(target=forever, args=(writer,), daemon=True).start()
    print(reader.recv())
    mp.Process(target=last, args=(None,)).start()
    print("the end of the script", flush=True)
