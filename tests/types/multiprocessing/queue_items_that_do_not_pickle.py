# An item that cannot be pickled is reported by the process that puts it, and does not count.
import multiprocessing as mp
import os
import sys


if __name__ == "__main__":
    mp.set_start_method("spawn")
    reader, writer = os.pipe()
    saved = os.dup(2)
    os.dup2(writer, 2)
    q = mp.Queue(1)
    q.put(lambda: 1)
    q.put("next", timeout=10)
    print(q.get(), q.empty())
    q.close()
    q.join_thread()
    sys.stderr.flush()
    os.dup2(saved, 2)
    lines = os.read(reader, 65536).decode().splitlines()
    print(lines[0])
    print(lines[-1].split("<function")[0])
