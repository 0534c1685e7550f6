# by hand
# What is missing says so.
import multiprocessing

for name in ("Manager", "set_forkserver_preload", "nonsense"):
    try:
        getattr(multiprocessing, name)
    except AttributeError as e:
        print(e)
for method in ("fork", "forkserver"):
    try:
        multiprocessing.get_context(method)
    except ValueError as e:
        print(e)
