# by hand
# Sending a signal to what is no thread is an error, never an access to memory.
import signal

for name in (0, 1, 12345, 1 << 40, (1 << 63) - 1, -1, 1 << 80):
    for number in (0, signal.SIGUSR1):
        try:
            signal.pthread_kill(name, number)
        except ProcessLookupError as error:
            print(error)
