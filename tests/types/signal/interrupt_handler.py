# Ctrl-C calls default_int_handler, which a script can replace, call and put back.
import _thread
import signal

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("interrupted", error.args)
try:
    signal.default_int_handler(signal.SIGINT, None)
except KeyboardInterrupt as error:
    print("called", error.args)
print(signal.signal(signal.SIGINT, lambda *args: print("handler", args[0])) is signal.default_int_handler)
signal.raise_signal(signal.SIGINT)
_thread.interrupt_main()
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.raise_signal(signal.SIGINT)
_thread.interrupt_main()
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    _thread.interrupt_main()
    for _ in range(1000):
        pass
except KeyboardInterrupt:
    print("interrupted again")
signal.signal(signal.SIGTERM, lambda *args: print("handler", args[0]))
_thread.interrupt_main(signal.SIGTERM)
try:
    _thread.interrupt_main(65)
except ValueError as error:
    print(error)
