# by hand
# Threads that share functions, classes and globals, and else work on data of their own, need each other's objects a few times at the start, not in each round.
import gil
import threading


class Counter:
    step = 1

    def __init__(self):
        self.count = 0

    def add(self, n):
        self.count += n * self.step


def double(n):
    return 2 * n


SIZE = 50
results = [None, None]
begin = threading.Barrier(2)


def work(number):
    begin.wait()
    counter, numbers, table = Counter(), [], {}
    for i in range(20000):
        counter.add(double(i))
        numbers.append(i)
        table[i % SIZE] = (i, [i])
        if len(numbers) > SIZE:
            numbers.pop()
        Counter().add(i)
    results[number] = counter.count, len(numbers), sum(value[0] for value in table.values())


threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
total = gil.stats()["total"]
for key in ("published", "taken_over", "counted_apart", "gathered", "given_back", "merged", "freed"):
    print(key, total[key] if total[key] > 200 else "few")
