"""Importing modules by name."""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def invalidate_caches():
    """Forgets what is known of folders; nothing is."""


def _absolute(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise TypeError(
            "the 'package' argument is required to perform a relative "
            f"import for {name!r}"
        )
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return f"{parts[0]}.{rest}" if rest else parts[0]


def import_module(name, package=None):
    """Imports a module and returns it, not its package."""
    name = _absolute(name, package)
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Runs the code of a module again, in its present namespace."""
    from _imp import run_again

    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    run_again(name, module)
    return sys.modules[name]
