# Events wake all who wait; barriers let go of all at once, or break.
import multiprocessing as mp
import threading


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def takes_part(event, barrier, places):
    event.wait()
    places.put(barrier.wait())
    places.put(barrier.wait())
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        places.put("broken")


def action():
    print("action in", mp.current_process().name, flush=True)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    event = mp.Event()
    print(event.is_set(), event.wait(0), event.wait(0.01), repr(event).split()[-1])
    event.set()
    event.set()
    print(event.is_set(), event.wait(), event.wait(0), repr(event).split()[-1])
    event.clear()
    print(event.is_set())

    # Also what is lowered at once has been raised.
    woken = []
    t = threading.Thread(target=lambda: woken.append(event.wait()))
    t.start()
    while t.is_alive():
        event.set()
        t.join(0.01)
    print(woken)
    event.clear()

    barrier = mp.Barrier(1, action)
    print(barrier.wait(), barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).split()[-1])
    barrier.abort()
    print(barrier.broken, repr(barrier).split()[-1])
    refused(barrier.wait)
    barrier.reset()
    print(barrier.broken, barrier.wait())
    lonely = mp.Barrier(2, timeout=0.01)
    refused(lonely.wait)
    print(lonely.broken)
    lonely.reset()
    refused(lambda: lonely.wait(0.02))

    barrier = mp.Barrier(3)
    places = mp.SimpleQueue()
    processes = [mp.Process(target=takes_part, args=(event, barrier, places)) for _ in range(2)]
    for p in processes:
        p.start()
    event.set()
    print(sorted([barrier.wait(), places.get(), places.get()]))
    print(sorted([barrier.wait(), places.get(), places.get()]))
    while barrier.n_waiting < 2:
        event.wait(0.001)
    barrier.abort()
    print(places.get(), places.get())
    for p in processes:
        p.join()
    print([p.exitcode for p in processes])
