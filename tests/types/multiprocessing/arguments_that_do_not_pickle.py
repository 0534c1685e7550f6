# What cannot be pickled is noticed before a process is started; what cannot be found there ends the process.
import multiprocessing as mp
import os
import pickle


def refused(call):
    try:
        print(call())
    except (TypeError, AttributeError, RuntimeError, pickle.PicklingError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


class Hides:
    def __reduce__(self):
        raise RuntimeError("not this one")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    before = len(os.listdir("/proc/self/fd"))
    for args in [(lambda: 1,), ((i for i in ()),), (Hides(),)]:
        p = mp.Process(target=print, args=args)
        refused(p.start)
        print(p.pid, p.exitcode, p.is_alive(), mp.active_children())
    # Another implementation may have started a process of its own, and talk to it.
    print(len(os.listdir("/proc/self/fd")) - before <= 1)
    queue = mp.Queue()
    for thing in (mp.Lock(), mp.RLock(), mp.Semaphore(), mp.BoundedSemaphore(), mp.Condition(), queue, mp.SimpleQueue(),
                  mp.JoinableQueue(), mp.Value("i"), mp.Array("i", 3)):
        refused(lambda: pickle.dumps(thing))
    refused(lambda: pickle.dumps(mp.Process()))
    refused(lambda: pickle.dumps(mp.current_process().authkey))

    def local():
        pass

    reader, writer = mp.Pipe(False)
    refused(lambda: writer.send(local))
    # Nothing of it was sent.
    print(reader.poll())
