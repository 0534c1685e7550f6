# by hand
# In a forked process the threads that were left behind wait no longer: nothing is handed to them.
import channel
import os
import threading
import warnings

warnings.simplefilter("ignore")
ch, other, full = channel.Channel(), channel.Channel(0), channel.Channel(1)
full.send("first")
got = []


def receive():
    got.append(ch.recv())


def choose():
    got.append(channel.select([other, (full, "left behind")]))


threads = [threading.Thread(target=receive), threading.Thread(target=choose)]
for thread in threads:
    thread.start()
while "receiving" not in repr(ch) or "sending" not in repr(full):
    pass
pid = os.fork()
if pid == 0:
    fine = (
        ch.try_send("kept")
        and len(ch) == 1
        and ch.recv() == "kept"
        and not other.try_send("nobody")
        and full.recv() == "first"
        and full.try_recv("empty") == "empty"
        and channel.select([other, (full, "mine")]) == (1, None)
    )
    os._exit(0 if fine else 1)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
ch.send("for the thread")
print(full.recv())
for thread in threads:
    thread.join()
print(sorted(got, key=repr), full.try_recv())
