# A process from its making to its end: states, names, numbers, and what is refused.
import multiprocessing as mp
import os


def wait_for_end(connection):
    try:
        connection.recv()
    except EOFError:
        pass


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    ours, theirs = mp.Pipe()
    p = mp.Process(target=wait_for_end, args=(theirs,))
    print(p.name, p.daemon, p.pid, p.ident, p.exitcode, p.is_alive(), len(p.authkey) > 0)
    print(repr(p).replace(str(os.getpid()), "N"))
    refused(lambda: p.join())
    refused(lambda: p.sentinel)
    p.start()
    theirs.close()
    print(p.is_alive(), p.exitcode, p.pid == p.ident, p.pid != os.getpid(), mp.active_children() == [p])
    print(repr(p).replace(str(os.getpid()), "N").replace(str(p.pid), "P"))
    print(p.join(0), p.join(0.01), p.is_alive())
    refused(lambda: p.start())
    refused(lambda: p.close())
    refused(lambda: setattr(p, "daemon", True))
    print(mp.connection.wait([p.sentinel], 0))
    ours.close()
    print(mp.connection.wait([p.sentinel]) == [p.sentinel])
    p.join()
    p.join()
    print(p.is_alive(), p.exitcode, mp.active_children())
    print(repr(p).replace(str(os.getpid()), "N").replace(str(p.pid), "P"))
    p.close()
    print(repr(p).replace(str(os.getpid()), "N"))
    for call in (p.start, p.join, p.terminate, p.kill, p.is_alive, lambda: p.exitcode, lambda: p.pid, lambda: p.sentinel):
        refused(call)
    p.close()
    named = mp.Process(name="worker", daemon=True)
    print(named.name, named.daemon, repr(named).replace(str(os.getpid()), "N"))
    named.name = "other"
    print(named.name)
    refused(lambda: setattr(named, "name", 1))
    refused(lambda: mp.Process(1))
    refused(lambda: mp.Process(args=1))
    print(mp.Process().name, mp.get_context("spawn").Process().name)
    print(repr(mp.current_process()), mp.parent_process(), mp.current_process().is_alive())
