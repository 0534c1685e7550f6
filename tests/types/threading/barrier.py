# Barrier: all wait for the last, each gets another number, and it can be used again.
import threading

barrier = threading.Barrier(4)
print(barrier.parties, barrier.n_waiting, barrier.broken)
print(repr(barrier).split(" at ")[0], repr(barrier).split(": ")[1])
rounds = [[] for _ in range(10)]
guard, ahead = threading.Lock(), []


def work():
    for n, places in enumerate(rounds):
        place = barrier.wait()
        with guard:
            places.append(place)
            # Nobody is more than one round ahead of the others.
            ahead.append(n and len(rounds[n - 2]) == 4 or n < 2)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([sorted(places) for places in rounds] == [[0, 1, 2, 3]] * 10, all(ahead))
print(barrier.n_waiting, barrier.broken)
print(threading.Barrier(1).wait())
for parties in (0, -1, "a"):
    try:
        threading.Barrier(parties)
    except Exception as exc:
        print(type(exc).__name__, exc)
