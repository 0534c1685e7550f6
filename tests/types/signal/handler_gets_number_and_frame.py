# A handler is called with the signal's number and the frame that was interrupted.
import signal


def handler(number, frame):
    print(number, number == signal.SIGUSR1, type(number).__name__, frame.f_code.co_name)


def interrupted():
    signal.raise_signal(signal.SIGUSR1)
    print("goes on")


print(signal.signal(signal.SIGUSR1, handler))
print(signal.getsignal(signal.SIGUSR1) is handler)
interrupted()
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, signal.SIG_DFL), signal.getsignal(signal.SIGUSR1))
