# Numbers, handlers and descriptors that do not fit.
import signal
import threading


def attempt(function, *args):
    try:
        print(function.__name__, args, repr(function(*args)))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


def handler(number, frame):
    pass


attempt(signal.signal, 0, 1)
attempt(signal.signal, 65, 0)
attempt(signal.signal, 2, None)
attempt(signal.signal, 2, 5)
attempt(signal.signal, "a", 5)
attempt(signal.signal, 15, signal.SIG_IGN)
attempt(signal.signal, 15.0, 1)
attempt(signal.signal, 15, True)
for number in (signal.SIGKILL, signal.SIGSTOP):
    try:
        signal.signal(number, handler)
    except OSError as error:
        print(error)
for number in (0, 65, 64, 32, -1):
    attempt(signal.getsignal, number)
attempt(signal.alarm, "x")
attempt(signal.alarm, 0)
attempt(signal.setitimer, 5, 1)
attempt(signal.setitimer, 0, -1)
attempt(signal.setitimer, 0, "x")
attempt(signal.getitimer, 0)
attempt(signal.getitimer, 7)
attempt(signal.set_wakeup_fd, -1)
attempt(signal.set_wakeup_fd, 999)
attempt(signal.set_wakeup_fd, "x")
attempt(signal.siginterrupt, 0, 1)
attempt(signal.siginterrupt, 2, True)
for number in (0, 65, 64, 1, 999):
    attempt(signal.strsignal, number)
attempt(signal.raise_signal, 0)
attempt(signal.raise_signal, 99)
attempt(signal.pthread_sigmask, 7, [])
attempt(signal.pthread_sigmask, 0, [99])
attempt(signal.pthread_sigmask, 0, 5)
attempt(signal.pthread_sigmask, 0, ["a"])
attempt(signal.sigtimedwait, [10], -1)
attempt(signal.sigtimedwait, [10], "x")
attempt(signal.default_int_handler)
attempt(signal.default_int_handler, 1)
print(signal.ItimerError, signal.ItimerError.__mro__[1])


def elsewhere():
    attempt(signal.signal, 12, 0)
    attempt(signal.set_wakeup_fd, -1)
    print(signal.getsignal(12))


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
for arguments in [(99,), (0,)]:
    try:
        print(signal.pthread_kill(threading.get_ident(), *arguments))
    except OSError as error:
        print(error)
