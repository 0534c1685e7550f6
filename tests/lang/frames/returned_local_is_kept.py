# A local variable whose value is returned is still in the frame's locals.
import sys
def f():
    a = 1
    frame = sys._getframe()
    return frame
frame = f()
print(sorted(frame.f_locals), frame.f_locals['frame'] is frame)
def g():
    value = [1, 2]
    frames.append(sys._getframe())
    return value
frames = []
value = g()
print(frames[0].f_locals['value'] is value)
