# N threads change one thing that they share, without a lock or (to compare) with one. What is missing in the end was lost.
kind = parameters["update"]
counter = 0
table = {"n": 0}
items = []
lock = threading.Lock()


def add_to_global():
    global counter
    for _ in range(100):
        counter += 1


def add_to_item():
    for _ in range(100):
        table["n"] += 1


def append():
    for _ in range(100):
        items.append(None)


def add_with_lock():
    global counter
    for _ in range(100):
        with lock:
            counter += 1


update, total = {
    "x += 1": (add_to_global, lambda: counter),
    "d[k] += 1": (add_to_item, lambda: table["n"]),
    "append": (append, lambda: len(items)),
    "x += 1, locked": (add_with_lock, lambda: counter),
}[kind]
# So many at most where all of them are kept.
most = 20000 if kind == "append" else float("inf")
done, took = together([repeat(update, most)] * int(parameters["threads"]))
attempts = sum(done) * 100
lost = attempts - total()
report("attempts", [attempts])
report("lost", [lost])
