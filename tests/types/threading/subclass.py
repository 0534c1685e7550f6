# A subclass defines run(), and may call the constructor late.
import threading


class Square(threading.Thread):
    def __init__(self, n):
        self.n = n
        super().__init__(name=f"square-{n}")

    def run(self):
        self.result = self.n**2
        self.inside = threading.current_thread() is self


threads = [Square(n) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([(t.name, t.result, t.inside) for t in threads])


class Chatty(threading.Thread):
    def run(self):
        print("before")
        super().run()
        print("after")


thread = Chatty(target=print, args=("target",))
thread.start()
thread.join()
thread = Chatty()
thread.run()
