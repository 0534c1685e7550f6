# What the package offers.
import concurrent.futures as futures
from concurrent.futures import *

print(ThreadPoolExecutor, Future, Executor)
for name in ("CancelledError", "InvalidStateError", "BrokenExecutor", "TimeoutError"):
    print(getattr(futures, name))
print(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
try:
    futures.missing
except AttributeError as exc:
    print(exc)
executor = futures.Executor()
try:
    executor.submit(print)
except NotImplementedError as exc:
    print(repr(exc))
print(executor.shutdown(), executor.__exit__(None, None, None))
