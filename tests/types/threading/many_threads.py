# Thirty threads at a time, each with its own data.
import threading

gate, guard, total = threading.Event(), threading.Lock(), []


def work(n):
    gate.wait()
    with guard:
        total.append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(30)]
for thread in threads:
    thread.start()
print(threading.active_count(), len({thread.ident for thread in threads}))
gate.set()
for thread in threads:
    thread.join()
print(sum(total), len(total), threading.active_count())
