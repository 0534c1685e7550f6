# Long operations on bytes
# interrupt
data = bytes(5000000)
while True:
    data.count(b"\1")
    data.replace(b"\0", b"ab")
    data.hex()
    data.find(b"\0" * 1000 + b"\1")
