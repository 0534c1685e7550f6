# by hand
# When all threads wait for channels that nobody else can serve, the main thread says so.
import channel
import gil
import threading

a, b = channel.Channel(), channel.Channel(0)


def show(error):
    for line in str(error).splitlines():
        print(line)


try:
    a.recv()
except gil.DeadlockError as error:
    show(error)


def other():
    try:
        b.send("never")
    except channel.Closed:
        pass


def chooser():
    try:
        channel.select([a, b and a])
    except channel.Closed:
        pass


threads = [threading.Thread(target=other, name="Sender"), threading.Thread(target=chooser, name="Chooser")]
threads[0].start()
while "1 sending" not in repr(b):
    pass
threads[1].start()
while "receiving" not in repr(a):
    pass
try:
    for item in a:
        print(item)
except gil.DeadlockError as error:
    show(error)
# Nothing was lost by it.
print(repr(a).partition(" at ")[0], repr(b).partition(" at ")[0])
a.close()
print(b.recv())
for thread in threads:
    thread.join()

# A deadline is none.
try:
    a = channel.Channel()
    a.recv(timeout=0.05)
except TimeoutError:
    print("TimeoutError")
