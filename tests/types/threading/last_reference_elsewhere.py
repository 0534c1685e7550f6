# An object dies at its last reference, whichever thread made it and whichever gives that reference back.
import threading
import weakref

log = []


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append((self.name, threading.current_thread().name))


def in_thread(name, function, *args):
    thread = threading.Thread(target=function, args=args, name=name)
    thread.start()
    thread.join()


def show(what):
    print(what, log)
    log.clear()


# Made here, dropped there.
box = [Watched("a")]
in_thread("one", box.clear)
show("handed over")

# The maker still has a reference when the other thread drops its own, and the other way round.
kept = Watched("b")
box.append(kept)
in_thread("two", box.clear)
show("kept")
box.append(kept)
kept = None
show("kept by the box")
in_thread("three", box.pop)
show("popped")

# Made by a thread that has ended; dropped here, and by a thread that has started later.
in_thread("maker", lambda: box.extend([Watched("c"), Watched("d"), Watched("e")]))
del box[0]
show("maker gone")
in_thread("later", box.pop)
show("later")
in_thread("latest", lambda: box.extend(box * 3))
in_thread("last", box.clear)
show("many references")

# A reference of each of several threads, the maker's given back first.
shared = [Watched("f")]
gates = [threading.Event() for _ in range(4)]
ready = threading.Barrier(5)


def hold(i):
    mine = shared[0]
    ready.wait()
    gates[i].wait()
    del mine


threads = [threading.Thread(target=hold, args=(i,), name=f"holder {i}") for i in range(4)]
for thread in threads:
    thread.start()
ready.wait()
reference = weakref.ref(shared.pop())
for i in 2, 0, 3, 1:
    print(i, reference() is not None)
    gates[i].set()
    threads[i].join()
print(reference())
show("the last holder")

# Cycles across threads.
ring = [Watched("g")]
in_thread("closer", lambda: setattr(ring[0], "ring", ring))
ring = None
import gc
gc.collect()
print([name for name, _ in log])
