# What all workloads share. It stands before each of them, and like them runs on every Python from 2.7 on.
#
# A workload gets its parameters as words NAME=VALUE, and prints a line NAME VALUE... for each figure, and a line that begins with "! " where
# it says why something is not measured.
import os
import sys
import threading
import time

now = getattr(time, "perf_counter", time.time)

parameters = dict(word.split("=", 1) for word in sys.argv[1:])
seconds = float(parameters["seconds"])

if "switchinterval" in parameters:
    sys.setswitchinterval(float(parameters["switchinterval"]))
if "checkinterval" in parameters:
    sys.setcheckinterval(int(parameters["checkinterval"]))


def report(name, values):
    sys.stdout.write(name + "".join([" %.9g" % value for value in values]) + "\n")


class Crew(object):
    """Threads that begin at one moment, each with a function that gets the moment at which it shall end."""

    def __init__(self, functions):
        self.results = [None] * len(functions)
        self.ends = [None] * len(functions)
        self.gate = threading.Event()
        self.until = None
        self.threads = []
        for i in range(len(functions)):
            thread = threading.Thread(target=self._run, args=(i, functions[i]))
            # If something goes wrong elsewhere, it does not keep the process.
            thread.daemon = True
            thread.start()
            self.threads.append(thread)

    def _run(self, i, function):
        self.gate.wait()
        self.results[i] = function(self.until)
        self.ends[i] = now()

    def start(self, length):
        self.began = now()
        self.until = self.began + length
        self.gate.set()

    def join(self):
        """Waits for all. Afterwards `took` is the time until the last one ended."""
        for thread in self.threads:
            thread.join()
        if None in self.ends:
            raise RuntimeError("a thread of the workload failed")
        self.took = max([self.began] + self.ends) - self.began


def together(functions, length=seconds):
    """Runs all functions at once; what they return, and the time that it took."""
    crew = Crew(functions)
    crew.start(length)
    crew.join()
    return crew.results, crew.took


def repeat(work, most=float("inf")):
    """A function for a crew: does some work once or more often, and says how often it did so."""

    def loop(until):
        n = 0
        while True:
            work()
            n += 1
            if now() >= until or n >= most:
                return n

    return loop


def spin(until):
    """A function for a crew: as many empty loops as fit."""
    n = 0
    while True:
        for _ in range(200):
            pass
        n += 200
        if now() >= until:
            return n


class Child(object):
    """A function in a process of its own. The process ends when the function does."""

    def __init__(self, function, *arguments):
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                function(*arguments)
                code = 0
            finally:
                os._exit(code)

    def kill(self):
        """Ends the process. It is not waited for."""
        os.kill(self.pid, 9)

    def wait(self):
        if os.waitpid(self.pid, 0)[1] != 0:
            raise RuntimeError("a process of the workload failed")
