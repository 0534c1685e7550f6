# multiprocessing.dummy has threads in the place of processes.
import threading
from multiprocessing import dummy
from multiprocessing.dummy import JoinableQueue, Manager, Pipe, Pool, Process, Queue, active_children, current_process


def work(queue, number):
    queue.put(number * 2)


queue = Queue()
processes = [Process(target=work, args=(queue, n)) for n in range(3)]
print([p.exitcode for p in processes], isinstance(processes[0], threading.Thread))
for process in processes:
    process.start()
for process in processes:
    process.join()
print([p.exitcode for p in processes], sorted(queue.get() for _ in processes), active_children())

goes_on = dummy.Event()
process = Process(target=goes_on.wait, name="waits")
process.start()
print([child.name for child in active_children()], process.exitcode)
goes_on.set()
process.join()


def start(process):
    try:
        process.start()
    except RuntimeError as e:
        print(str(e).split("(")[0])


other = Process(target=print)
thread = threading.Thread(target=start, args=(other,))
thread.start()
thread.join()
print(current_process() is threading.current_thread(), JoinableQueue is Queue)

with Pool(2) as pool:
    print(pool.map(abs, [-1, -2]), type(pool).__name__)

first, second = Pipe()
things = []
first.send(things)
print(second.poll(), second.recv() is things, second.poll(), second.poll(0.01))
second.send_bytes(b"bytes")
print(first.poll(None), first.recv_bytes())
with first, second:
    pass

manager = Manager()
print(manager.Namespace(b=1, a="x", _c=2), manager.Value("i", 3), manager.list([1]), manager.dict(a=1))
value = manager.Value("i", 3)
value.value += 1
print(value.value)
manager.shutdown()
dummy.freeze_support()
