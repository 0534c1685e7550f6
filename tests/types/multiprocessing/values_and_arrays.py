# Values and arrays: their types, what fits, and that processes share them.
import multiprocessing as mp


def refused(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, e)


def set_to(value, new):
    value.value = new
    return value.value


def put(array, key, new):
    array[key] = new
    return array[:]


def changes(number, real, array, text, raw):
    with number.get_lock():
        number.value += 1
    real.value /= 2
    for i in range(len(array)):
        array[i] = array[i] ** 2
    text.value = b"changed"
    raw[1] = 7


if __name__ == "__main__":
    mp.set_start_method("spawn")
    print(mp.Value("i", 3), mp.Value("d"), mp.RawValue("h", 70000), mp.Value("c", b"x", lock=False), mp.RawValue("u", "ä"))
    print([mp.RawValue(code).value for code in "cubBhHiIlLqQfd"])
    print([mp.RawValue(code, -1).value for code in "bBhHiIlLqQfd"])
    number = mp.Value("i", 0)
    for new in (5, -(2**31) - 1, 2**31, 2**40 + 1, True, "a", 1.5, None):
        refused(lambda: set_to(number, new))
    real = mp.Value("d", 0.5)
    for new in (1, 2.25, True, "a", None, 10**400):
        refused(lambda: set_to(real, new))
    single = mp.RawValue("f", 0.1)
    print(single.value, single)
    char = mp.Value("c", b"a")
    for new in (b"z", 65, bytearray(b"q"), b"zz", "z", 256):
        refused(lambda: set_to(char, new))
    wide = mp.Value("u", "a")
    for new in ("\U0001f600", "ab", 1):
        refused(lambda: set_to(wide, new))
    refused(lambda: mp.Value("z"))
    refused(lambda: mp.Value("i", 1, 2))
    refused(lambda: mp.Value("i", lock=5))

    array = mp.Array("i", [1, 2, 3])
    print(len(array), array[:], array[1], array[-1], array[::2], list(array), list(array.get_obj()))
    for key, new in ((0, 9), (-1, 8), (slice(0, 2), [7, 6]), (slice(None, None, 2), (5, 4)), (slice(0, 2), [1]), (3, 1), (-4, 1),
                     ("x", 1), (0, "a"), (0, 1.5)):
        refused(lambda: put(array, key, new))
    refused(lambda: array[3])
    print(mp.Array("d", 3)[:], mp.Array("B", range(3), lock=False)[:], mp.RawArray("i", 0)[:])
    refused(lambda: mp.Array("i", -1))
    refused(lambda: mp.Array("i", "ab"))
    text = mp.Array("c", 10)
    print(text.value, text.raw, len(text))
    text.value = b"hello"
    print(text.value, text.raw, text[0], text[1:3])
    text.value = b"a"
    print(text.value, text.raw)
    text.raw = b"xyz"
    print(text.value, text[3])
    refused(lambda: set_to(text, b"x" * 11))
    refused(lambda: set_to(text, "x"))
    print(mp.Array("c", b"abc").value, mp.Array("u", "abc")[:], mp.Array("u", "ab").get_obj().value)
    lock = mp.Lock()
    with_lock = mp.Value("i", 1, lock=lock)
    with with_lock:
        print(lock, with_lock.get_lock() is lock, with_lock.get_obj())
    print(mp.Value("i").get_lock(), type(mp.Array("c", 1)).__name__, type(mp.Array("i", 1)).__name__)

    number.value, real.value = 41, 5
    text.value = b"before"
    raw = mp.RawArray("q", 3)
    p = mp.Process(target=changes, args=(number, real, array, text, raw))
    p.start()
    p.join()
    print(p.exitcode, number.value, real.value, array[:], text.value, raw[:])
