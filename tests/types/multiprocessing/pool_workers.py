# Workers: their initializer, how many calls each makes, their names and number.
import multiprocessing as mp
import os

state = None


def prepare(*args):
    global state
    state = args


def look(_):
    return state, mp.current_process().daemon, mp.current_process().name.split("-")[0]


def pid(_):
    return os.getpid()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(1, prepare, (1, "two")) as pool:
        print(pool.map(look, range(2)))
        print(len(set(pool.map(pid, range(5), chunksize=1))))
    with mp.Pool(1, maxtasksperchild=2) as pool:
        pids = pool.map(pid, range(4), chunksize=1)
        print(len(set(pids)), pids[0] == pids[1], pids[2] == pids[3], os.getpid() in pids)
    pool = mp.Pool(processes=2)
    print(len(pool._pool), all(p.daemon and p.is_alive() for p in pool._pool))
    pool.close()
    pool.join()
    print(mp.active_children())
