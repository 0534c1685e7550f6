# as_completed() and map() do not keep results that were handed out alive.
import weakref
from concurrent.futures import Future, ThreadPoolExecutor, as_completed


class Result:
    pass


futures = [Future() for _ in range(3)]
for future in futures:
    future.set_result(Result())
refs = {id(future): weakref.ref(future.result()) for future in futures}
iterator = as_completed(list(futures))
futures.clear()
del future
for _ in range(3):
    future = next(iterator)
    ref = refs[id(future)]
    print(ref() is not None, end=" ")
    del future
    print(ref() is None)
with ThreadPoolExecutor(1) as executor:
    results = executor.map(lambda n: Result(), range(3))
# The workers have gone, and with them what they held.
for result in results:
    ref = weakref.ref(result)
    del result
    print(ref() is None)
