# by hand
# Processes that have ended leave no zombies and no descriptors.
import gc
import multiprocessing as mp
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def nothing():
    pass


def identity(x):
    return x


def zombies():
    found = 0
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fd = os.open(f"/proc/{name}/stat", os.O_RDONLY)
            except OSError:
                continue
            try:
                fields = os.read(fd, 4096).decode("utf-8", "replace").rpartition(")")[2].split()
            except OSError:
                continue
            finally:
                os.close(fd)
            found += fields[0] == "Z" and int(fields[1]) == os.getpid()
    return found


def descriptors():
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def use_everything():
    processes = [mp.Process(target=nothing) for _ in range(2)]
    for p in processes:
        p.start()
    processes[0].join()
    # The other is waited for when somebody asks.
    while mp.active_children():
        pass
    with mp.Pool(1) as pool:
        pool.map(identity, range(3))
    with ProcessPoolExecutor(1) as executor:
        list(executor.map(identity, range(3)))
    victim = mp.Process(target=signal.pause)
    victim.start()
    victim.kill()
    victim.join()
    q = mp.Queue()
    q.put(1)
    q.get()
    q.close()
    q.join_thread()
    mp.Event(), mp.Condition(), mp.Barrier(2), mp.Value("i"), mp.Pipe()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    # The first process may bring a helper along.
    p = mp.Process(target=nothing)
    p.start()
    p.join()
    del p
    before = descriptors()
    use_everything()
    print(descriptors() - before, zombies())
