# wait() tells which of several connections and processes are ready.
import multiprocessing as mp
import time
from multiprocessing.connection import wait


def sends(connection, what):
    for each in what:
        connection.send(each)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    pairs = [mp.Pipe() for _ in range(3)]
    readers = [pair[0] for pair in pairs]
    print(wait(readers, 0), wait(readers, 0.01), wait([], 0))
    pairs[1][1].send("x")
    print(wait(readers) == [readers[1]], wait(readers, 5) == [readers[1]])
    pairs[2][1].close()
    print(sorted(readers.index(r) for r in wait(readers)))
    print(wait([readers[1].fileno()]) == [readers[1].fileno()])
    begin = time.monotonic()
    wait([readers[0]], 0.05)
    print(0.04 < time.monotonic() - begin < 5)

    processes, connections = [], []
    for name in ("one", "two"):
        reader, writer = mp.Pipe(duplex=False)
        p = mp.Process(target=sends, args=(writer, [name, 2, 3]))
        p.start()
        writer.close()
        processes.append(p)
        connections.append(reader)
    got = {}
    while connections:
        for connection in wait(connections):
            try:
                message = connection.recv()
            except EOFError:
                connections.remove(connection)
            else:
                got.setdefault(connection, []).append(message)
    print(sorted(got.values()))
    sentinels = [p.sentinel for p in processes]
    while sentinels:
        for sentinel in wait(sentinels):
            sentinels.remove(sentinel)
    for p in processes:
        p.join()
    print([p.exitcode for p in processes])
