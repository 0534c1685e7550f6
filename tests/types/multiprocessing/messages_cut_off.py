# by hand
# Streams that are no messages, or end within one, raise, and lengths are not believed.
import multiprocessing as mp
import os


def read_from(data):
    reader, writer = mp.Pipe(duplex=False)
    os.write(writer.fileno(), data)
    writer.close()
    try:
        print(reader.recv_bytes())
    except (EOFError, OSError) as e:
        print(type(e).__name__, e)


read_from(b"\0\0\0\3abc")
read_from(b"")
read_from(b"\0\0")
read_from(b"\0\0\0\3ab")
read_from(b"\0\0\0\3")
read_from(b"\x7f\xff\xff\xffab")
read_from(b"\xff\xff\xff\xff\0\0\0\0\0\0\0\2ab")
read_from(b"\xff\xff\xff\xff\0\0\0")
read_from(b"\xff\xff\xff\xff\x7f\xff\xff\xff\xff\xff\xff\xff")
read_from(b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
read_from(b"\xff\xff\xff\xfe")
