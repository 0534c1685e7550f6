# Timers go off once or at intervals, and say what is left.
import signal
import time

count = 0


def handler(number, frame):
    global count
    count += 1


signal.signal(signal.SIGALRM, handler)
print(signal.setitimer(signal.ITIMER_REAL, 1000, 5))
left, interval = signal.getitimer(signal.ITIMER_REAL)
print(900 < left <= 1000, interval)
print(900 < signal.alarm(500) <= 1000, 400 < signal.alarm(0) <= 500, signal.getitimer(signal.ITIMER_REAL)[0])
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while count < 3:
    time.sleep(0.01)
print(signal.setitimer(signal.ITIMER_REAL, 0)[1])
seen = count
time.sleep(0.05)
print(count - seen <= 1)

signal.signal(signal.SIGVTALRM, handler)
count = 0
signal.setitimer(signal.ITIMER_VIRTUAL, 0.01)
while count == 0:
    pass
print("virtual time", count)
