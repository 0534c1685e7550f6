# An event loop and work that it can do itself, or give to threads or processes.
kind = parameters["pool"]
loops = int(parameters["loops"])
TASKS = 16
NAP = 0.002

# The function has to be known to other processes by its name, in a module that all of them have.
WORK = """
import builtins

def bench_work(loops):
    for _ in range(loops):
        pass

bench_work.__module__ = "builtins"
builtins.bench_work = bench_work
"""

# Words that Python 2 cannot even read.
LOOP = """
import asyncio
import concurrent.futures

async def ask(loop, pool, until):
    count = 0
    while now() < until:
        if pool is None:
            bench_work(loops)
            # Others have their turn.
            await asyncio.sleep(0)
        else:
            await loop.run_in_executor(pool, bench_work, loops)
        count += 1
    return count

async def nap(until, late):
    while True:
        t = now()
        await asyncio.sleep(NAP)
        woken = now()
        late.append(max(0.0, woken - t - NAP))
        if woken >= until:
            return

async def main(pool, workers):
    loop = asyncio.get_running_loop()
    if pool is not None:
        # All of them are there before the time begins.
        await asyncio.gather(*[loop.run_in_executor(pool, time.sleep, 0.05) for _ in range(2 * workers)])
    late = []
    began = now()
    until = began + seconds
    napping = asyncio.create_task(nap(until, late))
    counts = await asyncio.gather(*[ask(loop, pool, until) for _ in range(TASKS)])
    took = now() - began
    await napping
    return sum(counts) / took, late

def measure():
    workers = max(2, os.cpu_count() or 1)
    if kind == "threads":
        pool = concurrent.futures.ThreadPoolExecutor(workers)
    elif kind == "processes":
        pool = concurrent.futures.ProcessPoolExecutor(workers, initializer=exec, initargs=(WORK,))
    else:
        return asyncio.run(main(None, 0))
    with pool:
        return asyncio.run(main(pool, workers))
"""

if sys.version_info < (3, 7):
    sys.exit(0)
exec(WORK)
exec(LOOP)
rate, late = measure()
report("rate", [rate])
report("late", late)
