# with releases the view at the end
data = bytearray(b"abc")
with memoryview(data) as view:
    print(view.tolist())
    try:
        data.append(1)
    except BufferError as error:
        print(error)
data.append(100)
print(data)
try:
    view[0]
except ValueError as error:
    print(error)
try:
    with view:
        pass
except ValueError as error:
    print(error)
with memoryview(data) as view:
    view.release()
print("released twice")
try:
    with memoryview(data) as view:
        1 / 0
except ZeroDivisionError:
    data.append(101)
print(data)
