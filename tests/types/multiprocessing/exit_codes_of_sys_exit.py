# sys.exit() in a process; its text goes to standard error, which is written out.
import multiprocessing as mp
import os
import sys
import time


def exits(writer, *args):
    os.dup2(writer.fileno(), 2)
    print("said", end=" ")
    sys.exit(*args)


def sleeps():
    time.sleep(60)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    reader, writer = mp.Pipe(False)
    processes = [mp.Process(target=exits, args=(writer, *args)) for args in ((), ("a text",))]
    victim = mp.Process(target=sleeps)
    victim.start()
    victim.kill()
    for p in processes:
        p.start()
        p.join()
        print(p.exitcode, flush=True)
    victim.join()
    print(victim.exitcode, repr(victim).split()[-1])
    print(os.read(reader.fileno(), 100))
