# interrupt
# Waits for a line that nobody writes
import os

reader, writer = os.pipe()
with open(reader) as file:
    file.readline()
