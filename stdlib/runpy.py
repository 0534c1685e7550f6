"""Running modules as programs, found by name or by path."""

import os
import sys
from _imp import find_code

__all__ = ["run_module", "run_path"]


def _set_names(namespace, name, spec, file, package):
    namespace.update(
        __name__=name,
        __file__=file,
        __cached__=None,
        __doc__=None,
        __loader__=None,
        __package__=package,
        __spec__=spec,
    )


def _find(name, error):
    """(name, spec, code) of a module to be run; for a package, of its __main__. What is wrong is raised as `error`."""
    if name.startswith("."):
        raise error("Relative module names not supported")
    package = name.rpartition(".")[0]
    if package:
        try:
            __import__(package)
        except ImportError as failure:
            missing = failure.name
            if missing is None or missing != package and not package.startswith(missing + "."):
                # The package is there, and something that it imports is not.
                raise
        found = sys.modules.get(name)
        if found is not None and not hasattr(found, "__path__"):
            import warnings

            warnings.warn(RuntimeWarning(
                f"{name!r} found in sys.modules after import of package {package!r}, but prior to execution of "
                f"{name!r}; this may result in unpredictable behaviour"))
    try:
        found = _find_in_package(name, package)
    except (ImportError, AttributeError, TypeError, ValueError) as failure:
        message = f"Error while finding module specification for {name!r} ({type(failure).__name__}: {failure})"
        if name.endswith(".py"):
            message += f". Try using '{name[:-3]}' instead of '{name}' as the module name."
        raise error(message) from failure
    if found is None:
        raise error(f"No module named {name}")
    spec, code = found
    if spec.submodule_search_locations is not None:
        if name == "__main__" or name.endswith(".__main__"):
            raise error("Cannot use package as __main__ module")
        try:
            return _find(f"{name}.__main__", error)
        except error as failure:
            if name not in sys.modules:
                raise
            raise error(f"{failure}; {name!r} is a package and cannot be directly executed") from failure
    if code is None:
        raise error(f"No code object available for {name}")
    return name, spec, code


def _find_in_package(name, package):
    if not package:
        return find_code(name)
    module = __import__(package, fromlist=["__path__"])
    try:
        path = module.__path__
    except AttributeError as failure:
        message = f"__path__ attribute not found on {package!r} while trying to find {name!r}"
        raise ModuleNotFoundError(message, name=name) from failure
    return find_code(name, path)


class _Error(Exception):
    """A module that cannot be run, for -m."""


def _prepare_main(name):
    """What -m does before the module runs: its code, with the names of __main__ and sys.argv[0] set. SystemExit if there is no such module."""
    try:
        name, spec, code = _find(name, _Error)
    except _Error as failure:
        sys.exit(f"{sys.executable}: {failure}")
    _set_names(sys.modules["__main__"].__dict__, "__main__", spec, spec.origin, spec.parent)
    sys.argv[0] = spec.origin
    return code


class _Replaced:
    """While it lasts, a module of this name is in sys.modules, and sys.argv[0] is this file."""

    def __init__(self, name, file):
        self.name = name
        self.file = file
        self.module = type(sys)(name)

    def __enter__(self):
        self.had_module = self.name in sys.modules
        self.module_before = sys.modules.get(self.name)
        self.file_before = sys.argv[0] if sys.argv else None
        sys.modules[self.name] = self.module
        sys.argv[:1] = [self.file]
        return self.module.__dict__

    def __exit__(self, *failure):
        if self.had_module:
            sys.modules[self.name] = self.module_before
        else:
            sys.modules.pop(self.name, None)
        sys.argv[:1] = [] if self.file_before is None else [self.file_before]


def _run(code, namespace, init_globals, name, spec, file, package):
    if init_globals is not None:
        namespace.update(init_globals)
    _set_names(namespace, name, spec, file, package)
    exec(code, namespace)
    return namespace


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module's code in a namespace of its own, which is returned. With alter_sys it is in sys.modules meanwhile."""
    mod_name, spec, code = _find(mod_name, ImportError)
    run_name = mod_name if run_name is None else run_name
    arguments = init_globals, run_name, spec, spec.origin, spec.parent
    if not alter_sys:
        return _run(code, {}, *arguments)
    with _Replaced(run_name, spec.origin) as namespace:
        # The module's own namespace ends with the module.
        return dict(_run(code, namespace, *arguments))


def _read(path):
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        parts = []
        while part := os.read(descriptor, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or the __main__ of a folder, in a namespace of its own, which is returned."""
    run_name = "<run_path>" if run_name is None else run_name
    path_name = os.fsdecode(path_name)
    if not os.path.isdir(path_name):
        code = compile(_read(path_name), path_name, "exec", dont_inherit=True)
        package = run_name.rpartition(".")[0]
        with _Replaced(run_name, path_name) as namespace:
            return dict(_run(code, namespace, init_globals, run_name, None, path_name, package))
    sys.path.insert(0, path_name)
    main = sys.modules.pop("__main__", None)
    try:
        found = find_code("__main__", [path_name])
        if found is None or found[1] is None:
            raise ImportError(f"can't find '__main__' module in {path_name!r}")
        spec, code = found
        with _Replaced(run_name, path_name) as namespace:
            return dict(_run(code, namespace, init_globals, run_name, spec, spec.origin, spec.parent))
    finally:
        if main is not None:
            sys.modules["__main__"] = main
        if path_name in sys.path:
            sys.path.remove(path_name)
