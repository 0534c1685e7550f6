# N threads, each of which waits for 5 ms again and again.
import socket

WAIT = 0.005
kind = parameters["wait"]
closing = []


def waiter():
    if kind == "sleep":
        return lambda: time.sleep(WAIT)
    if kind == "lock":
        lock = threading.Lock()
        lock.acquire()
        if sys.version_info[0] < 3:
            sys.exit(0)
        return lambda: lock.acquire(True, WAIT)
    if kind == "sleep and compute":

        def both():
            time.sleep(WAIT)
            pi()

        return both
    receiver, sender = socket.socketpair()
    closing.extend((receiver, sender))
    receiver.settimeout(WAIT)

    def receive():
        try:
            receiver.recv(1)
        except socket.timeout:
            pass

    return receive


waits = [repeat(waiter()) for _ in range(int(parameters["threads"]))]
done, took = together(waits)
report("rate", [sum(done) / took])
for end in closing:
    end.close()
