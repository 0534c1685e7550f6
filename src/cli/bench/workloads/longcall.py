# One long native call, while another thread wakes up every half millisecond: how long was it kept waiting at most?
kind = parameters["call"]
size = seconds * 2.0


def scaled(n):
    return max(1000, int(n * size))


def prepare():
    """A function that makes the call, and whose arguments are ready."""
    if kind == "sort":
        draw = 1
        numbers = []
        for _ in range(scaled(400000)):
            draw = (draw * 1103515245 + 12345) % 2147483648
            numbers.append(draw / 3.0)
        return lambda: numbers.sort()
    if kind == "pow":
        exponent = scaled(600000)
        return lambda: pow(3, exponent)
    if kind == "sum":
        numbers = range(scaled(8000000))
        return lambda: sum(numbers)
    if kind == "join":
        words = ["word %d" % (i % 1000) for i in range(scaled(1000000))]
        return lambda: " ".join(words)
    if kind == "search":
        numbers = list(range(scaled(4000000)))
        return lambda: -1 in numbers
    if kind == "replace":
        text = "abc " * scaled(2000000)
        return lambda: text.replace("b", "--")


call = prepare()
gaps = []
stop = []


def tick():
    last = now()
    ending = False
    while not ending:
        # Once more after the call, since that may be when it is seen how long it was.
        ending = bool(stop)
        time.sleep(0.0005)
        t = now()
        gaps.append(t - last)
        last = t


ticker = threading.Thread(target=tick)
ticker.daemon = True
ticker.start()
time.sleep(0.02)
gaps[:] = []
began = now()
call()
took = now() - began
stop.append(True)
ticker.join()
report("call", [took])
report("gap", [max(gaps)])
