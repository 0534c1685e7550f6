# Ten megabytes go through pipes, queues and results.
import multiprocessing as mp

SIZE = 10_000_000


def echo(connection, queue):
    data = connection.recv_bytes()
    connection.send_bytes(data[::-1])
    queue.put(connection.recv())


def doubled(data):
    return data + data


if __name__ == "__main__":
    mp.set_start_method("spawn")
    data = bytes(range(250)) * (SIZE // 250)
    ours, theirs = mp.Pipe()
    queue = mp.Queue()
    p = mp.Process(target=echo, args=(theirs, queue))
    p.start()
    ours.send_bytes(data)
    print(ours.recv_bytes() == data[::-1])
    ours.send([data, "end"])
    got = queue.get()
    print(len(got[0]) == SIZE, got[0] == data, got[1])
    p.join()
    print(p.exitcode)
    with mp.Pool(1) as pool:
        print(pool.apply(doubled, (data,)) == data + data)
