# join() of a queue waits until every item has been dealt with.
import multiprocessing as mp


def deals(q, dealt):
    while True:
        item = q.get()
        with dealt.get_lock():
            dealt.value += item
        q.task_done()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q = mp.JoinableQueue()
    q.join()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    dealt = mp.Value("i", 0)
    workers = [mp.Process(target=deals, args=(q, dealt), daemon=True) for _ in range(2)]
    for p in workers:
        p.start()
    for i in range(30):
        q.put(i)
    q.join()
    print(dealt.value, q.empty())
    q.put(1000)
    q.join()
    print(dealt.value)
    for p in workers:
        p.terminate()
        p.join()
    print([p.exitcode for p in workers])
