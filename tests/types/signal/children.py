# A child keeps its handlers and not the signals that came to its parent; SIGCHLD tells of its end.
import os
import signal

seen = []
signal.signal(signal.SIGUSR1, lambda *args: seen.append("one"))
signal.signal(signal.SIGCHLD, lambda *args: seen.append("child"))
child = os.fork()
if child == 0:
    signal.raise_signal(signal.SIGUSR1)
    os._exit(len(seen) + 10)
status = os.waitpid(child, 0)[1]
while not seen:
    signal.pause()
print(seen, os.waitstatus_to_exitcode(status))

reader, writer = os.pipe()
child = os.fork()
if child == 0:
    os.write(writer, b"x")
    while True:
        signal.pause()
os.read(reader, 1)
os.kill(child, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGTERM)
