# A queue that was closed before anything was put into it is empty; one that was used is closed.
import multiprocessing as mp

for make in (mp.Queue, mp.JoinableQueue):
    queue = make()
    queue.close()
    queue.join_thread()
    print(queue.empty())
    for call in (lambda: queue.put(1), queue.get):
        try:
            call()
        except ValueError as e:
            print(str(e).endswith("is closed"))
    queue = make()
    queue.put(1)
    queue.close()
    queue.join_thread()
    try:
        queue.empty()
    except OSError as e:
        print(e)
