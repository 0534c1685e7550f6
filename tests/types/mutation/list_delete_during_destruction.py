# Items whose destruction touches the list they were in
log = []
class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        log.append((self.name, len(items)))
        if self.name == "append":
            items.append("from del")
        elif self.name == "clear":
            items.clear()
items = [D("a"), D("append"), D("b")]
items.clear()
print(items, log)
log.clear()
items = [D("a"), D("clear"), 1, 2]
del items[:2]
print(items, log)
log.clear()
items = [D("append"), 1]
items[0] = 5
print(items, log)
log.clear()
items = [D("a"), D("append"), D("c")]
items[:] = [1]
print(items, log)
log.clear()
items = [D("clear"), 1, 2]
items.pop(0)
print(items, log)
log.clear()
items = [D("append"), D("x")]
items *= 0
print(items, log)
log.clear()
items = [D("x")]
items = [items]
items.append(items)
del items[0]
print(len(items), log)
log.clear()
items = [D("append")]
items[0:1] = []
print(items, log)
