# The attributes of frames: which there are, which can be set, and what repr shows.
import sys


def function():
    return sys._getframe()


frame = function()
print([name for name in dir(frame) if not name.startswith("__")])
print(frame.f_code is function.__code__, frame.f_globals is globals(), type(frame.f_lasti))
print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
print("<frame at 0x" in repr(frame), repr(frame).split(", ")[2:])
for statement in (
    "frame.f_trace = 3; print(frame.f_trace)",
    "del frame.f_trace; print(frame.f_trace)",
    "frame.f_trace_lines = False; print(frame.f_trace_lines)",
    "frame.f_trace_opcodes = True; print(frame.f_trace_opcodes)",
    "frame.f_trace_lines = 1",
    "frame.f_trace_opcodes = None",
    "del frame.f_trace_lines",
    "frame.f_back = None",
    "frame.f_code = None",
    "frame.f_locals = {}",
    "frame.f_globals = {}",
    "frame.f_lasti = 1",
    "frame.anything",
    "frame.anything = 1",
    "frame.f_generator",
):
    try:
        exec(statement)
    except Exception as error:
        print(type(error).__name__, error)


class Sub:
    pass


try:
    type("Derived", (type(frame),), {})
except TypeError as error:
    print(error)
