# interrupt
# Writes to a pipe that nobody reads
import os

reader, writer = os.pipe()
file = open(writer, "wb", 0)
while True:
    file.write(b"x" * 1000)
