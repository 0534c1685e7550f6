# An exception that ends a thread of _thread is reported with the function that the thread was started by.
import _thread
import sys
import time


class Task:
    def __repr__(self):
        return "<the task>"

    def __call__(self, kind):
        raise kind("in a thread")


reports = []
sys.unraisablehook = reports.append
for kind in (SystemExit, ValueError, KeyboardInterrupt):
    before = len(reports)
    _thread.start_new_thread(Task(), (kind,))
    while len(reports) == before and kind is not SystemExit:
        time.sleep(0.001)
for report in reports:
    print(report.exc_type.__name__, report.exc_value, report.err_msg, report.object)
