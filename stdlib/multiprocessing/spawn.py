"""What a process that is started afresh does first: it becomes like its parent, as far as that is needed."""

import os
import sys
import types
from multiprocessing import process

__all__ = ["freeze_support", "get_command_line", "get_executable", "get_preparation_data", "import_main_path",
           "set_executable", "spawn_main"]

_executable = sys.executable


def set_executable(executable):
    """Sets which program the children run."""
    global _executable
    _executable = None if executable is None else os.fsdecode(executable)


def get_executable():
    """Which program the children run."""
    return _executable


def freeze_support():
    """Does nothing: programs are not frozen into executables."""


def get_command_line(**kwargs):
    """How a child is called."""
    from _gil import mode

    if not _executable:
        raise RuntimeError("there is no program to start processes with; set_executable() names one")
    words = ", ".join(f"{name}={value!r}" for name, value in kwargs.items())
    code = f"from multiprocessing.spawn import spawn_main; spawn_main({words})"
    return [_executable, f"--gil={mode()}", "-c", code, "--multiprocessing-fork"]


def spawn_main(pipe_handle):
    """The child's program."""
    assert "--multiprocessing-fork" in sys.argv, "Not forking"
    sys.exit(_main(pipe_handle))


def _main(fd):
    from _multiprocessing import receive
    from pickle import loads

    os.set_inheritable(fd, False)
    current = process.current_process()
    current._inheriting = True
    try:
        try:
            _prepare(loads(receive(fd)))
            child = loads(receive(fd))
        except EOFError:
            # The parent is gone.
            return 1
    finally:
        del current._inheriting
    return child._bootstrap(fd)


def get_preparation_data(name):
    """What a child needs to know to become like this process."""
    _check_not_importing_main()
    current = process.current_process()
    data = {
        "name": name,
        "authkey": bytes(current.authkey),
        "sys_path": [path or process.ORIGINAL_DIR for path in sys.path if path or process.ORIGINAL_DIR],
        "sys_argv": sys.argv,
        "orig_dir": process.ORIGINAL_DIR,
    }
    try:
        data["dir"] = os.getcwd()
    except OSError:
        pass
    util = sys.modules.get("multiprocessing.util")
    if util is not None and util._logger is not None:
        data["log_level"] = util._logger.getEffectiveLevel()
        data["log_to_stderr"] = util._log_to_stderr
    main = sys.modules["__main__"]
    main_name = getattr(main.__spec__, "name", None)
    if main_name is not None:
        data["init_main_from_name"] = main_name
    else:
        main_path = getattr(main, "__file__", None)
        if main_path is not None:
            if process.ORIGINAL_DIR is not None:
                main_path = os.path.join(process.ORIGINAL_DIR, main_path)
            data["init_main_from_path"] = os.path.normpath(main_path)
    return data


def _check_not_importing_main():
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError("""
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """)


def _prepare(data):
    current = process.current_process()
    current.name = data["name"]
    current.authkey = data["authkey"]
    if "log_level" in data:
        from multiprocessing import util

        util.get_logger().setLevel(data["log_level"])
        if data["log_to_stderr"]:
            util.log_to_stderr()
    sys.path[:] = data["sys_path"]
    sys.argv[:] = data["sys_argv"]
    if "dir" in data:
        os.chdir(data["dir"])
    process.ORIGINAL_DIR = data["orig_dir"]
    if "init_main_from_name" in data:
        _import_main_by_name(data["init_main_from_name"])
    elif "init_main_from_path" in data:
        import_main_path(data["init_main_from_path"])


def import_main_path(main_path):
    """Runs the text of the parent's main module under the name `__mp_main__`, and has it be `__main__`, too."""
    from _imp import source_text

    text = source_text(main_path)
    if text is None:
        raise FileNotFoundError(2, "No such file or directory", main_path)
    _become_main(compile(text, main_path, "exec"), main_path, None)


def _import_main_by_name(name):
    # What -m runs of a package is no module that others import.
    if name == "__main__" or name.endswith(".__main__"):
        return
    from runpy import _find

    _, spec, code = _find(name, ImportError)
    _become_main(code, spec.origin, spec)


def _become_main(code, path, spec):
    module = types.ModuleType("__mp_main__")
    module.__file__ = path
    module.__spec__ = spec
    module.__package__ = None if spec is None else spec.parent
    sys.modules["__mp_main__"] = module
    exec(code, module.__dict__)
    sys.modules["__main__"] = module
