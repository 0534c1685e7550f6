# What it costs to make a process, a thread, a generator or a coroutine, run it and see its end; and to go from one to the other.
kind = parameters["what"]


def mean_time(work, each=1):
    """Seconds that one of the `each` things that `work` does takes."""
    work()
    began = now()
    n = 0
    while True:
        work()
        n += 1
        took = now() - began
        if took >= seconds:
            return took / (n * each)


def nothing():
    pass


def create_process():
    return mean_time(lambda: Child(nothing).wait())


def create_thread():
    def one():
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()

    return mean_time(one)


def empty():
    if kind is None:
        yield


def create_generator():
    def hundred():
        for _ in range(100):
            for _ in empty():
                pass

    return mean_time(hundred, 100)


def create_coroutine():
    make = names["nothing"]

    def hundred():
        for _ in range(100):
            try:
                make().send(None)
            except StopIteration:
                pass

    return mean_time(hundred, 100)


def switch_process():
    here_in, there_out = os.pipe()
    there_in, here_out = os.pipe()

    def answer():
        os.close(here_in)
        os.close(here_out)
        while os.read(there_in, 1):
            os.write(there_out, b"x")

    other = Child(answer)
    os.close(there_in)
    os.close(there_out)

    def exchange():
        os.write(here_out, b"x")
        os.read(here_in, 1)

    took = mean_time(exchange, 2)
    os.close(here_out)
    other.wait()
    os.close(here_in)
    return took


def switch_thread():
    here = threading.Lock()
    there = threading.Lock()
    here.acquire()
    there.acquire()
    stop = []

    def answer():
        while True:
            there.acquire()
            if stop:
                return
            here.release()

    other = threading.Thread(target=answer)
    other.start()

    def exchange():
        there.release()
        here.acquire()

    took = mean_time(exchange, 2)
    stop.append(True)
    there.release()
    other.join()
    return took


def resume(send):
    def hundred():
        for _ in range(100):
            send(None)

    # Into it and back.
    return mean_time(hundred, 200)


def endless():
    while True:
        yield


def switch_generator():
    return resume(endless().send)


def switch_coroutine():
    coroutine = names["endless"]()
    took = resume(coroutine.send)
    coroutine.close()
    return took


# Words that Python 2 cannot even read.
COROUTINES = """
class Pause(object):
    def __await__(self):
        yield

async def nothing():
    pass

async def endless():
    pause = Pause()
    while True:
        await pause
"""
create, switch = {
    "process": (create_process, switch_process),
    "thread": (create_thread, switch_thread),
    "generator": (create_generator, switch_generator),
    "coroutine": (create_coroutine, switch_coroutine),
}[kind]
if kind == "coroutine":
    if sys.version_info[0] < 3:
        sys.exit(0)
    names = {}
    exec(COROUTINES, names)
report("create", [create()])
report("switch", [switch()])
