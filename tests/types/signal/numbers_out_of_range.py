# Sets of signals have no numbers but those of signals.
import signal

for number in (0, 65, -1, 1 << 1000, -1 << 1000):
    for call in (
        lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [number]),
        lambda: signal.sigtimedwait([number], 0),
    ):
        try:
            call()
        except ValueError as e:
            print(e)
print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
