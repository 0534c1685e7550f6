# A thread that joins itself gets an error, and so does one that joins a thread of no known start.
import _thread
import threading


def work():
    try:
        threading.current_thread().join()
    except RuntimeError as exc:
        print(exc)


thread = threading.Thread(target=work)
thread.start()
thread.join()

done = threading.Event()


def foreign():
    me = threading.current_thread()
    try:
        me.join()
    except RuntimeError as exc:
        print(exc)
    done.set()


_thread.start_new_thread(foreign, ())
done.wait()
