# time, perf_counter, monotonic and sleep
import time

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


a, b = time.time(), time.monotonic()
c = time.perf_counter()
time.sleep(0.01)
print(time.time() >= a, time.monotonic() - b >= 0.009, 0.009 <= time.perf_counter() - c < 5, type(a), type(time.time_ns()), time.time_ns() > 10**18, time.perf_counter_ns() > 0, time.monotonic_ns() > 0, time.process_time() >= 0, time.process_time_ns() >= 0)
show(time.sleep, -1); show(time.sleep, "x"); show(time.sleep, float("nan")); show(time.sleep, 0); show(time.sleep, 0.0); show(time.sleep); show(time.sleep, 10**30); show(time.time, 1)
t = time.gmtime(0)
print(t.tm_year, t[0], t.tm_yday, len(t), tuple(t), time.gmtime(86400 * 365.5).tm_hour, time.gmtime(-1).tm_year)
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %B %%", time.gmtime(1700000000)), time.asctime(time.gmtime(0)), time.strftime("%y%m%d", (2024, 2, 29, 1, 2, 3, 3, 60, 0)))
show(time.gmtime, "x"); show(time.gmtime, float("nan")); show(time.gmtime, 10**20); show(time.strftime, 5); show(time.strftime, "%Y", (1, 2))
