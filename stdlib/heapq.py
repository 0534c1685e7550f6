"""Priority queues in lists: no item is larger than those at twice its position plus one and plus two."""

from _heapq import (
    _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace,
)

__all__ = [
    "heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest",
]


class _Reversed:
    """Orders the other way round."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            rank = item if key is None else key(item)
            heap.append((_Reversed(rank) if reverse else rank, order, item, iterator))
            break
    # Equal items come out in the order of their iterables: the second field decides.
    heapify(heap)
    while heap:
        _, order, item, iterator = heap[0]
        yield item
        for item in iterator:
            rank = item if key is None else key(item)
            heapreplace(heap, (_Reversed(rank) if reverse else rank, order, item, iterator))
            break
        else:
            heappop(heap)


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first."""
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]
