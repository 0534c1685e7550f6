# Processes know themselves, their parent and their children.
import multiprocessing as mp
import os
import threading


class Child(mp.get_context("spawn").Process):
    def __init__(self, connection, **kwargs):
        super().__init__(**kwargs)
        self.connection = connection
        self.note = "from the parent"

    def run(self):
        me, parent = mp.current_process(), mp.parent_process()
        self.connection.send((me is self, me.name, me.pid == os.getpid(), me.daemon, self.note))
        self.connection.send((parent.name, parent.pid == os.getppid(), parent.is_alive()))
        self.connection.send((mp.active_children(), threading.current_thread().name, me.authkey == self.authkey))
        self.connection.send(mp.get_start_method())
        try:
            mp.get_context("spawn").Process(target=print).start()
        except AssertionError as e:
            self.connection.send(str(e))
        try:
            self.join()
        except AssertionError as e:
            self.connection.send(str(e))
        grandchild = mp.Process()
        self.connection.send(grandchild.name)


if __name__ == "__main__":
    reader, writer = mp.Pipe(False)
    child = Child(writer, name="the child", daemon=True)
    child.start()
    writer.close()
    print(mp.current_process().name, child.pid != os.getpid())
    while True:
        try:
            print(reader.recv())
        except EOFError:
            break
    child.join()
    print(child.exitcode)
