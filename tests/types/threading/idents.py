# `ident` and `native_id` are None before the start, and keep their values after the end.
import threading

seen = []


def work():
    seen.append((threading.get_ident(), threading.get_native_id()))


thread = threading.Thread(target=work)
print(thread.ident, thread.native_id)
thread.start()
thread.join()
print((thread.ident, thread.native_id) == seen[0], type(thread.ident), type(thread.native_id))
main = threading.main_thread()
print(main.ident == threading.get_ident(), main.native_id == threading.get_native_id())
print(main.ident != thread.ident, main.native_id != thread.native_id)
try:
    thread.ident = 5
except AttributeError as exc:
    print(type(exc).__name__)
