"""A native function that runs code of its own still finds the arguments that it was not given."""

import importlib


def load(name):
    __import__(name)


for name in "logging", "concurrent.futures", "collections.abc", "json":
    print(importlib.import_module(name).__name__)
load("logging.handlers")
print("done")
