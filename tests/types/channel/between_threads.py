# by hand
# Threads hand items to one another through channels of every capacity; all arrive, in order.
import channel
import threading

COUNT = 300


def stream(capacity, producers, consumers):
    ch = channel.Channel(capacity)
    got = [[] for _ in range(consumers)]

    def produce(owner):
        for i in range(COUNT):
            ch.send((owner, i))

    def consume(mine):
        for item in ch:
            mine.append(item)

    senders = [threading.Thread(target=produce, args=(owner,)) for owner in range(producers)]
    receivers = [threading.Thread(target=consume, args=(mine,)) for mine in got]
    for thread in senders + receivers:
        thread.start()
    for thread in senders:
        thread.join()
    ch.close()
    for thread in receivers:
        thread.join()
    everything = sorted(sum(got, []))
    assert everything == [(owner, i) for owner in range(producers) for i in range(COUNT)]
    # Each receiver gets what one sender sends in its order.
    for mine in got:
        for owner in range(producers):
            numbers = [i for who, i in mine if who == owner]
            assert numbers == sorted(numbers)
    return len(everything)


for capacity in (None, 0, 1, 7):
    print(capacity, stream(capacity, 1, 1), stream(capacity, 3, 1), stream(capacity, 1, 3), stream(capacity, 2, 2))


def ping_pong(capacity):
    there, back = channel.Channel(capacity), channel.Channel(capacity)

    def echo():
        for item in there:
            back.send(item)
        back.close()

    thread = threading.Thread(target=echo)
    thread.start()
    answers = []
    for i in range(COUNT):
        there.send(i)
        answers.append(back.recv())
    there.close()
    thread.join()
    return answers == list(range(COUNT)), list(back)


print([ping_pong(capacity) for capacity in (None, 0, 1)])

# A sender is through when its item has a receiver, or a place.
ch = channel.Channel(0)
log = []


def send():
    ch.send("met")
    log.append("sent")


thread = threading.Thread(target=send)
thread.start()
while "1 sending" not in repr(ch):
    pass
print(log, len(ch))
print(ch.recv())
thread.join()
print(log)
