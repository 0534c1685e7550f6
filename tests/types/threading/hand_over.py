# Two threads that hand over to one another wait by turns, and never both: that is no deadlock.
import threading

ROUNDS = 3000
ping, pong = threading.Lock(), threading.Lock()
ping.acquire()
pong.acquire()
count = 0


def answer():
    global count
    for _ in range(ROUNDS):
        ping.acquire()
        count += 1
        pong.release()


thread = threading.Thread(target=answer)
thread.start()
for _ in range(ROUNDS):
    ping.release()
    pong.acquire()
thread.join()
print(count)
