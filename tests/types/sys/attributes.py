# Attributes of sys that programs rely on
import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 13), sys.version_info.releaselevel, sys.maxsize == 2**63 - 1, sys.byteorder, sys.maxunicode, type(sys.path).__name__, type(sys.argv).__name__, len(sys.argv), sys.modules["sys"] is sys, "builtins" in sys.builtin_module_names, sys.getrecursionlimit(), sys.platform, type(sys.version).__name__)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.min, sys.float_info.radix, sys.int_info.bits_per_digit > 0, sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.imag)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.intern("abc") is sys.intern("a" + "bc"), sys.implementation.name != "", sys.flags.optimize, sys.dont_write_bytecode in (True, False), sys.stdin is not None, sys.stdout.encoding, sys.__stdout__ is sys.stdout, sys.exc_info(), sys.exception(), sys.getrefcount(object()) > 0, sys.getsizeof([]) > 0, sys.is_finalizing(), sys.gettrace())
for function, args in [(sys.intern, (5,)), (sys.setrecursionlimit, (0,)), (sys.setrecursionlimit, (-1,)), (sys.setrecursionlimit, ("x",)), (sys.getsizeof, ()), (sys.setswitchinterval, (0,)), (sys.setswitchinterval, ("x",)), (sys._getframe, (1000,))]:
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)
print(sys.getswitchinterval(), sys._getframe().f_code.co_name, sys._getframe().f_lineno, sys._getframe().f_globals is globals())
def f():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_back.f_lineno > 0
print(f())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
try:
    raise KeyError("k")
except KeyError:
    kind, value, tb = sys.exc_info()
    print(kind, repr(value), tb.tb_lineno, sys.exception() is value)
print(sys.exc_info())
