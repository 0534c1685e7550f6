# gi_frame: one frame for all resumptions, None when the generator is finished.
import sys


def generator(argument):
    local = 1
    received = yield sys._getframe()
    print("received", received, local)
    yield sys._getframe().f_back.f_code.co_name
    return "done"


gen = generator("a")
frame = gen.gi_frame
print(frame is gen.gi_frame, frame.f_locals, frame.f_back, frame.f_lineno - frame.f_code.co_firstlineno)
print(next(gen) is frame, frame.f_locals, frame.f_back, frame.f_lineno - frame.f_code.co_firstlineno)
frame.f_locals["local"] = "written"
print(gen.send("sent"), frame.f_back)
print(list(gen), gen.gi_frame, frame.f_back is sys._getframe(), frame.f_locals)


def delegating():
    yield from inner()


def inner():
    names = []
    frame = sys._getframe()
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    try:
        yield names
    except KeyError:
        names = []
        frame = sys._getframe()
        while frame is not None:
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        yield names


gen = delegating()
print(next(gen), gen.gi_yieldfrom.gi_frame.f_back, gen.gi_yieldfrom.gi_code.co_name)
print(gen.throw(KeyError), gen.gi_yieldfrom.gi_frame.f_lineno > 0)


def raising():
    local = [1]
    yield
    raise ValueError


gen = raising()
next(gen)
frame = gen.gi_frame
try:
    next(gen)
except ValueError as error:
    print(error.__traceback__.tb_next.tb_frame is frame, gen.gi_frame, frame.f_locals, frame.f_back is sys._getframe())

gen = raising()
next(gen)
frame = gen.gi_frame
gen.close()
print(gen.gi_frame, frame.f_back)

gen = raising()
next(gen)
frame = gen.gi_frame
del gen
print(frame.f_locals, frame.f_back)

gen = generator("unstarted")
frame = gen.gi_frame
del gen
print(frame.f_locals)
gen = generator("thrown")
frame = gen.gi_frame
try:
    gen.throw(KeyError)
except KeyError as error:
    entry = error.__traceback__.tb_next
    print(entry.tb_frame is frame, frame.f_locals, entry.tb_lineno - frame.f_code.co_firstlineno)


def running():
    yield gen.gi_frame is sys._getframe(), gen.gi_running, gen.gi_yieldfrom


gen = running()
print(next(gen), gen.gi_running)
