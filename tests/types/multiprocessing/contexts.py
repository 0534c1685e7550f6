# Start methods and what belongs to a context.
import multiprocessing as mp


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


print("spawn" in mp.get_all_start_methods())
spawn = mp.get_context("spawn")
print(mp.get_start_method(allow_none=True), spawn.get_start_method(), spawn is mp.get_context("spawn"))
mp.set_start_method("spawn")
print(mp.get_start_method(), mp.get_context() is spawn, mp.get_context().get_context() is spawn)
refused(lambda: mp.set_start_method("spawn"))
refused(lambda: mp.set_start_method("spawn", force=True))
refused(lambda: mp.set_start_method("nonsense", force=True))
refused(lambda: mp.get_context("nonsense"))
refused(lambda: spawn.set_start_method("spawn"))
print(issubclass(spawn.Process, mp.process.BaseProcess), spawn.Process.__name__, mp.Process.__name__)
print(mp.freeze_support(), mp.cpu_count() > 0, spawn.cpu_count() == mp.cpu_count())
for error in (mp.ProcessError, mp.TimeoutError, mp.BufferTooShort, mp.AuthenticationError):
    print(error.__module__, error.__qualname__, error.__mro__[1].__name__, getattr(spawn, error.__name__) is error)
print(mp.TimeoutError is TimeoutError)
print(type(spawn.Lock()).__name__, type(spawn.Queue()).__module__, type(mp.Event()).__name__)
