# The numbers of signals are written to a descriptor, which wakes who waits for it.
import os
import select
import signal
import socket

left, right = socket.socketpair()
try:
    signal.set_wakeup_fd(left.fileno())
except ValueError as error:
    print(str(error).replace(str(left.fileno()), "N"))
left.setblocking(False)
print(signal.set_wakeup_fd(left.fileno()))
signal.signal(signal.SIGUSR1, lambda *args: None)
signal.signal(signal.SIGUSR2, lambda *args: None)
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR2)
print(select.select([right], [], [])[0] == [right], right.recv(10))
print(signal.set_wakeup_fd(-1, warn_on_full_buffer=False) == left.fileno(), signal.set_wakeup_fd(-1))
signal.raise_signal(signal.SIGUSR1)
right.setblocking(False)
try:
    right.recv(10)
except BlockingIOError:
    print("nothing")
left.close()
right.close()
