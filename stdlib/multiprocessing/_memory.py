"""Shared memory that goes along to children."""

from _multiprocessing import Block
from multiprocessing import context
from multiprocessing.reduction import take_descriptor


class Memory:
    """A block, which a child gets when it is started: an anonymous file, so one descriptor each.

    It lasts as long as some process has it, and nothing has to be cleared away when processes are killed.
    """

    __slots__ = ("block",)

    def __init__(self, size):
        self.block = Block(size)

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild, (context.get_spawning_popen().duplicate_for_child(self.block.fileno()),)


def _rebuild(fd):
    memory = Memory.__new__(Memory)
    memory.block = Block(fd=take_descriptor(fd))
    return memory
