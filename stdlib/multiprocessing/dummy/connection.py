"""Connections between threads."""

from queue import Queue

__all__ = ["Connection", "Pipe"]


class Connection:
    """One end of a pipe: what is sent at one comes out at the other, as it is."""

    def __init__(self, _in, _out):
        self._in = _in
        self._out = _out
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        """Whether something can be received, if need be after so many seconds."""
        if self._in.qsize():
            return True
        if timeout is not None and timeout <= 0:
            return False
        with self._in.not_empty:
            self._in.not_empty.wait(timeout)
        return self._in.qsize() > 0

    def close(self):
        """Nothing."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Pipe(duplex=True):
    """The two ends of a pipe. Threads can always send both ways."""
    there, back = Queue(), Queue()
    return Connection(there, back), Connection(back, there)
