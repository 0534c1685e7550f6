# as_completed() yields each future once, as they end, or raises when time is over.
import threading
from concurrent.futures import Future, TimeoutError, as_completed

futures = [Future() for _ in range(4)]
futures[2].set_result("c")
order = []
for future in as_completed(futures + futures):
    order.append(futures.index(future))
    if len(order) < 4:
        futures[[3, 0, 1][len(order) - 1]].set_result(None)
print(order)
print(list(as_completed([])), list(as_completed([], timeout=0)))
futures = [Future(), Future()]
futures[1].set_exception(ValueError())
iterator = as_completed(futures, timeout=0.01)
print(next(iterator) is futures[1])
try:
    next(iterator)
except TimeoutError as exc:
    print(exc)
try:
    print(futures.index(next(iter(as_completed(futures, timeout=-1)))))
    list(as_completed(futures[:1], timeout=-1))
except TimeoutError as exc:
    print(exc)
futures = [Future() for _ in range(20)]
setter = threading.Thread(target=lambda: [f.set_result(i) for i, f in enumerate(futures)])
iterator = as_completed(futures)
setter.start()
print(sorted(f.result() for f in iterator) == list(range(20)))
setter.join()
