# by hand
# A pool can be shown while its own thread is busy: a warning about one that dies open may need that at the end of the program.
import multiprocessing as mp
import threading

if __name__ == "__main__":
    with mp.get_context("spawn").Pool(1) as pool:
        holds, goes_on = threading.Event(), threading.Event()

        def hold():
            with pool._crew.lock:
                holds.set()
                goes_on.wait()

        thread = threading.Thread(target=hold)
        thread.start()
        holds.wait()
        print(pool)
        goes_on.set()
        thread.join()
