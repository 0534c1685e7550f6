# N threads use one lock, list or dict, and then one each.
kind = parameters["object"]
threads = int(parameters["threads"])


def use_lock(lock):
    def work():
        for _ in range(100):
            with lock:
                pass

    return work


def use_list(items):
    def work():
        for i in range(100):
            items.append(i)
            items[0]
            items.pop()

    return work


def use_dict(table):
    key = len(table)
    table[key] = 0

    def work():
        for i in range(100):
            table[key] = i
            table[key]

    return work


make, use = {
    "lock": (threading.Lock, use_lock),
    "list": (list, use_list),
    "dict": (dict, use_dict),
}[kind]


def rate(things):
    done, took = together([repeat(use(thing)) for thing in things])
    return sum(done) * 100 / took


warm = use(make())
for _ in range(20):
    warm()
report("private", [rate([make() for _ in range(threads)])])
report("shared", [rate([make()] * threads)])
