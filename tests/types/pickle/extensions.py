# Codes that copyreg has for global objects.
import copyreg
import pickle


class Plain:
    pass


for code in (1, 0xFF, 0x100, 0xFFFF, 0x10000, 0x7FFFFFFF):
    copyreg.add_extension("__main__", "Plain", code)
    for protocol in range(6):
        data = pickle.dumps([Plain, Plain], protocol)
        print(data)
        assert pickle.loads(data) == [Plain, Plain]
    assert copyreg._extension_cache[code] is Plain
    copyreg.remove_extension("__main__", "Plain", code)
    copyreg.clear_extension_cache()
    try:
        pickle.loads(data)
    except ValueError as e:
        print(e)
copyreg._inverted_registry[5] = "spoilt"
try:
    pickle.loads(b"\x82\x05.")
except ValueError as e:
    print(e)
