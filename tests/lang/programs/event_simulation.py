# A discrete event simulation of a bank with a heap written by hand.
class Heap:
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.push(item)

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i and items[i] < items[(i - 1) // 2]:
            items[i], items[(i - 1) // 2] = items[(i - 1) // 2], items[i]
            i = (i - 1) // 2

    def pop(self):
        items = self.items
        items[0], items[-1] = items[-1], items[0]
        result = items.pop()
        i, n = 0, len(items)
        while True:
            smallest = i
            for child in (2 * i + 1, 2 * i + 2):
                if child < n and items[child] < items[smallest]:
                    smallest = child
            if smallest == i:
                return result
            items[i], items[smallest] = items[smallest], items[i]
            i = smallest

    def __bool__(self):
        return bool(self.items)

    def __len__(self):
        return len(self.items)


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 33

    def between(self, low, high):
        return low + self.next() % (high - low + 1)


class Event:
    counter = 0

    def __init__(self, time, action, *args):
        Event.counter += 1
        self.time, self.action, self.args, self.order = time, action, args, Event.counter

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


class Bank:
    def __init__(self, tellers, rng):
        self.free = list(range(tellers))[::-1]
        self.queue = []
        self.events = Heap()
        self.now = 0
        self.rng = rng
        self.log = []
        self.stats = {'served': 0, 'waited': 0, 'longest': 0, 'left': 0}

    def at(self, delay, action, *args):
        self.events.push(Event(self.now + delay, action, *args))

    def arrive(self, customer):
        self.log.append(f'{self.now:4} customer {customer} arrives')
        if self.free:
            self.start(customer, self.now)
        elif len(self.queue) >= 3:
            self.stats['left'] += 1
            self.log.append(f'{self.now:4} customer {customer} leaves')
        else:
            self.queue.append((customer, self.now))
            self.stats['longest'] = max(self.stats['longest'], len(self.queue))

    def start(self, customer, since):
        teller = self.free.pop()
        self.stats['waited'] += self.now - since
        self.at(self.rng.between(3, 9), self.finish, customer, teller)

    def finish(self, customer, teller):
        self.stats['served'] += 1
        self.log.append(f'{self.now:4} customer {customer} done at {teller}')
        self.free.append(teller)
        if self.queue:
            self.start(*self.queue.pop(0))

    def run(self):
        while self.events:
            event = self.events.pop()
            assert event.time >= self.now
            self.now = event.time
            event.action(*event.args)
        return self.stats


rng = Random(42)
bank = Bank(2, rng)
time = 0
for n in range(15):
    time += rng.between(0, 4)
    bank.at(time, bank.arrive, n)
print(bank.run())
print('\n'.join(bank.log))
h = Heap(rng.between(0, 999) for _ in range(500))
out = []
while h:
    out.append(h.pop())
print(out == sorted(out), len(out), out[:5], out[-3:])
totals = []
for tellers in range(1, 5):
    r = Random(7)
    b = Bank(tellers, r)
    for n in range(200):
        b.at(n * 3 + r.between(0, 2), b.arrive, n)
    totals.append((tellers, b.run()['left'], b.now))
print(totals)
