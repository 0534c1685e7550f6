# One thread exchanges small messages with another process as fast as it can, beside N threads that compute.
#
# Each answer carries the time at which it was sent, so that the time until the thread has it can be told from the rest of the exchange.
import socket

busy = int(parameters["busy"])


def echo(link):
    while link.recv(64):
        link.send(("%.9f" % now()).encode("ascii"))


def exchange(until):
    delays = []
    while True:
        near.send(b"?")
        sent = float(near.recv(64).decode("ascii"))
        arrived = now()
        delays.append(arrived - sent)
        if arrived > until:
            return delays


near, far = socket.socketpair()


def other_side():
    near.close()
    echo(far)


other = Child(other_side)
far.close()
alone = 0.0
if busy:
    loops, took = together([spin] * busy)
    alone = sum(loops) / took
results, took = together([exchange] + [spin] * busy)
near.close()
other.wait()
delays = results[0]
report("wakeup", delays)
report("messages", [len(delays) / took])
if busy:
    report("alone", [alone])
    report("beside", [sum(results[1:]) / took])
