# A thread that sees neither of two changes of the mode, to one that does not count instructions and back, gives its turn up as before.
import gil
import sys
import threading
import time

before = gil.mode()
changed = 0
is_late = False

if sys._is_gil_enabled():
    # Many instructions between two safepoints.
    straight = {}
    exec("def run():\n" + "    x = 1\n" * 2000, straight)
    deadline = time.monotonic() + 20

    def work():
        global is_late
        while changed < 1000 and not is_late:
            straight["run"]()
            is_late = time.monotonic() > deadline

    thread = threading.Thread(target=work)
    gil.set_mode("ticks:1")
    thread.start()
    while changed < 1000 and not is_late:
        # Somewhere in this time the other thread begins a turn that is not counted, and gives it back at once.
        gil.set_mode("interval:100us")
        end = time.monotonic() + 0.00001 * (changed % 40 + 5)
        while time.monotonic() < end:
            pass
        gil.set_mode("ticks:1")
        for _ in range(20):
            pass
        changed += 1
    thread.join()
    gil.set_mode(before)
print(is_late)
