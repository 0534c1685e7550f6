# A frame that has fallen off the end of its function stands on the line that was run last.
import sys
def untaken():
    global frame
    frame = sys._getframe()
    if frame is None:
        a = 1
        b = 2
def taken():
    global frame
    frame = sys._getframe()
    if frame is not None:
        a = 1
        b = 2
def alternative():
    global frame
    frame = sys._getframe()
    if frame is None:
        a = 1
    elif frame == 0:
        b = 2
    else:
        c = 3
def first_of_two():
    global frame
    frame = sys._getframe()
    if frame is not None:
        a = 1
    else:
        c = 3
def loop():
    global frame
    frame = sys._getframe()
    for i in range(2):
        x = i
def broken():
    global frame
    frame = sys._getframe()
    while True:
        break
def nested():
    global frame
    frame = sys._getframe()
    if frame is not None:
        if frame is None:
            x = 1
    else:
        y = 2
def explicit():
    global frame
    frame = sys._getframe()
    if frame is None:
        x = 1
    return
for function in (untaken, taken, alternative, first_of_two, loop, broken, nested, explicit):
    function()
    print(function.__name__, frame.f_lineno - frame.f_code.co_firstlineno)
