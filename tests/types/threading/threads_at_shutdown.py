# No thread is started any more, and no process forked, when objects die at the end of the program.
import os
import sys
import threading
import _thread


class Late:
    def __del__(self, threading=threading, _thread=_thread, os=os, sys=sys):
        print(sys.is_finalizing())
        thread = threading.Thread(target=print, args=("never",))
        for start in (thread.start, lambda: _thread.start_new_thread(print, ("never",)), os.fork):
            try:
                start()
            except RuntimeError as e:
                print(type(e).__name__, e)
        print(thread.is_alive(), threading.active_count())


late = Late()
