# runpy: modules and files run in namespaces of their own.
import os
import runpy
import sys
import warnings

folder = f"/tmp/runpy-{os.getpid()}-{id(object())}"
FILES = {
    "single.py": "import sys\nvalue = (__name__, __package__, sys.argv[0].rsplit('/', 1)[-1])\nfound = sys.modules.get(__name__)\n",
    "package/__init__.py": "count = 1\n",
    "package/__main__.py": "from . import count\nvalue = (__name__, __package__, __spec__.name, count)\n",
    "package/inner.py": "from .other import x\nvalue = x, given\n",
    "package/other.py": "x = 'other'\n",
    "broken/__init__.py": "import no_such_module\n",
    "broken/inner.py": "",
    "bare/__init__.py": "",
    "spaces/inner.py": "value = 5\n",
    "raises.py": "def f():\n    1 / 0\nf()\n",
}


def write(path, text):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.write(descriptor, text.encode())
    os.close(descriptor)


for name, text in FILES.items():
    path = f"{folder}/{name}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write(path, text)
sys.path.insert(0, folder)


def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print([arg.replace(folder, "FOLDER") for arg in args], type(error).__name__, str(error).replace(folder, "FOLDER"))
        return
    shown = {name: value for name, value in result.items() if not name.startswith("__")}
    shown["__name__"] = result["__name__"]
    shown["file"] = os.path.basename(result["__file__"])
    print([arg.replace(folder, "FOLDER") for arg in args], sorted(shown.items(), key=lambda item: item[0]) if "sys" not in shown else result["value"])


argv = list(sys.argv)
attempt(runpy.run_module, "single")
attempt(runpy.run_module, "single", run_name="other_name")
result = runpy.run_module("single", run_name="third", alter_sys=True)
print(result["value"], result["found"].__name__, "third" in sys.modules)
attempt(runpy.run_module, "package")
attempt(runpy.run_module, "package.inner", init_globals={"given": 3})
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import package.other
    attempt(runpy.run_module, "package.other")
    print([str(warning.message) for warning in caught])
attempt(runpy.run_module, "spaces.inner")
attempt(runpy.run_module, "bare")
attempt(runpy.run_module, "spaces")
attempt(runpy.run_module, "broken.inner")
attempt(runpy.run_module, "nothing")
attempt(runpy.run_module, "nothing.inner")
attempt(runpy.run_module, "single.inner")
attempt(runpy.run_module, "single.py")
attempt(runpy.run_module, ".relative")
attempt(runpy.run_module, "sys")
attempt(runpy.run_module, "package.__main__")
attempt(runpy.run_module, "raises")
attempt(runpy.run_path, f"{folder}/single.py", run_name="by_path")
result = runpy.run_path(f"{folder}/single.py", {"before": 1}, "package.by_path")
print(result["value"], result["before"], result["found"].__name__, "package.by_path" in sys.modules)
print(runpy.run_path(f"{folder}/single.py")["__name__"])
sys.path.remove(folder)
print(runpy.run_path(f"{folder}/package/__main__.py".replace("__main__", "other"))["x"])
attempt(runpy.run_path, f"{folder}/raises.py")
os.remove(f"{folder}/package/__init__.py")
os.remove(f"{folder}/package/__main__.py")
write(f"{folder}/package/__main__.py", "value = __name__, __package__, __spec__.name\n")
before = list(sys.path)
print(runpy.run_path(f"{folder}/package")["value"], sys.path == before, sys.modules["__main__"].__name__)
print(sys.argv == argv)
for name in reversed(sorted(FILES)):
    if name != "package/__init__.py":
        os.remove(f"{folder}/{name}")
for name in "package", "broken", "bare", "spaces":
    os.rmdir(f"{folder}/{name}")
os.rmdir(folder)
