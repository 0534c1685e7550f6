# by hand
# Two threads take two locks in opposite orders: the main thread's wait ends, and says who waits for what.
import gil
import threading

first, second = threading.Lock(), threading.Lock()
ready = threading.Barrier(2)


def other():
    with second:
        ready.wait()
        with first:
            print("other has both")


def main():
    thread = threading.Thread(target=other, name="Other")
    thread.start()
    with first:
        ready.wait()
        try:
            with second:
                print("never")
        except gil.DeadlockError as error:
            print(type(error).__mro__[1].__name__, error)
    thread.join()


main()
