# interrupt
# Waits for another thread, which waits for a line of the same file
import os
import threading

reader, writer = os.pipe()
file = open(reader)
thread = threading.Thread(target=file.readline, daemon=True)
thread.start()
while not file.buffer.raw.closed:
    file.read(1)
