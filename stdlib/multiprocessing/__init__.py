"""Work in processes of their own, in the manner of `threading`.

Processes are started afresh ("spawn"): each imports the program's main module, as `__mp_main__`, and gets what it is to
do as a pickle. So the part of a script that starts processes stands below `if __name__ == "__main__":`.
"""

import sys
from multiprocessing import context

__all__ = [name for name in dir(context._default_context) if not name.startswith("_")]

globals().update((name, getattr(context._default_context, name)) for name in __all__)

# Levels of the log that get_logger() gives.
SUBDEBUG = 5
SUBWARNING = 25

# What children call the main module, which they have under both names.
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]


def __getattr__(name):
    if name in ("Manager", "set_forkserver_preload"):
        what = "managers" if name == "Manager" else "the start method 'forkserver'"
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}: there is no support for {what}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
