# The block of a memoryview gives the buffer back, however it is left.
data = bytearray(b"abc")

def state(view):
    try:
        return len(view)
    except ValueError as error:
        return error

view = memoryview(data)
with view as entered:
    print(entered is view, state(view))
print(state(view))
data.append(1)
view = memoryview(data)
try:
    with view:
        raise KeyError("left")
except KeyError as error:
    print(error, state(view))
try:
    with view:
        print("entered")
except ValueError as error:
    print(error)
with memoryview(data) as view:
    view.release()
    print(state(view))
view = memoryview(data)
other = memoryview(view)
with view as view:
    pass
print(state(view), state(other))
