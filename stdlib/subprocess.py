"""Running other programs: starting them, talking to them through pipes, and waiting for them."""

import os
import selectors
import signal
import sys
import threading
import time
import warnings
import _posixsubprocess
from _io import TextIOWrapper
from types import GenericAlias

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3

# Seconds that a program which was interrupted together with this one is given to end.
_PATIENCE = 0.25

# Children that nobody refers to any more and that have not been waited for.
_active = []


def _reap():
    for child in _active[:]:
        if child.poll() is not None:
            try:
                _active.remove(child)
            except ValueError:
                pass


class SubprocessError(Exception):
    """What goes wrong with other programs."""


class CalledProcessError(SubprocessError):
    """A program that had to succeed has failed."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        """What the program wrote."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program has not ended in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        """What the program wrote until then."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """A program that has ended: `args`, `returncode`, and what it wrote, `stdout` and `stderr`, where that was asked for."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(GenericAlias)

    def check_returncode(self):
        """Raises CalledProcessError unless the exit code is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    """The arguments as one line, quoted by the rules of the C runtime of Windows."""
    words = []
    for arg in map(os.fsdecode, seq):
        quoted = not arg or " " in arg or "\t" in arg
        out, slashes = [], 0
        for char in arg:
            if char == "\\":
                slashes += 1
                continue
            out.append("\\" * (slashes * 2 + 1 if char == '"' else slashes) + char)
            slashes = 0
        out.append("\\" * (slashes * 2 if quoted else slashes))
        word = "".join(out)
        words.append(f'"{word}"' if quoted else word)
    return " ".join(words)


def call(*popenargs, timeout=None, **kwargs):
    """Runs a program and waits for it. Returns its exit code."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Runs a program and waits for it. CalledProcessError unless its exit code is 0."""
    returncode = call(*popenargs, **kwargs)
    if returncode:
        raise CalledProcessError(returncode, popenargs[0] if popenargs else kwargs.get("args"))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Runs a program and returns what it writes. CalledProcessError unless its exit code is 0."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        is_text = any(kwargs.get(name) for name in ("universal_newlines", "text", "encoding", "errors"))
        kwargs["input"] = "" if is_text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program with this input and waits for it: a CompletedProcess. With `capture_output` that has what it wrote;
    with `check` a failure is raised as CalledProcessError; after `timeout` seconds it is killed, and TimeoutExpired raised."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        returncode = process.poll()
        if check and returncode:
            raise CalledProcessError(returncode, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, returncode, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Runs a command in the shell: its exit code, and what it writes, without the last line's end."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        code = 0
    except CalledProcessError as error:
        data, code = error.output, error.returncode
    return code, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """What a command writes that is run in the shell."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def _identity(value, file, what):
    """The number of a user or group, which may be given by its name."""
    if value is None:
        return -1
    if isinstance(value, str):
        with open(file, "rb") as lines:
            for line in lines:
                fields = os.fsdecode(line).split(":")
                if fields[0] == value and len(fields) > 2:
                    return int(fields[2])
        raise KeyError(f"get{what[:2]}nam(): name not found: {value!r}")
    if isinstance(value, int):
        if value < 0:
            raise ValueError(f"{'User' if what == 'pw' else 'Group'} ID cannot be negative, got {value}")
        return value
    raise TypeError(f"{'User' if what == 'pw' else 'Group'} must be a string or an integer, not {type(value)}")


class Popen:
    """A program that has been started.

    `args` is the program with its arguments, or with `shell` a command; `stdin`, `stdout` and `stderr` may be PIPE, DEVNULL,
    a descriptor, a file, or None to share this process's; `stderr` may be STDOUT. Pipes are of bytes unless `text`,
    `encoding` or `errors` is given.
    """

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _reap()
        self._waitpid_lock = threading.Lock()
        self._input = None
        self._input_offset = 0
        self._communication_started = False
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if stdout is STDOUT:
            raise ValueError("STDOUT can only be used for stderr")
        if pipesize is None:
            pipesize = -1
        if not isinstance(pipesize, int):
            raise TypeError("pipesize must be an integer")
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning, stacklevel=2)
            close_fds = True
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. "
                                  "Pass one or the other.")
        self.text_mode = encoding or errors or text or universal_newlines
        if process_group is None:
            process_group = -1
        gid = _identity(group, "/etc/group", "gr")
        uid = _identity(user, "/etc/passwd", "pw")
        groups = None
        if extra_groups is not None:
            if isinstance(extra_groups, str):
                raise ValueError("Groups must be a list, not a string")
            groups = [_identity(each, "/etc/group", "gr") for each in extra_groups]
        line_buffering = False
        if self.text_mode and bufsize == 1:
            line_buffering, bufsize = True, -1
        elif bufsize == 1:
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                          RuntimeWarning, stacklevel=2)
            bufsize = -1
        own, theirs = self._open_pipes(stdin, stdout, stderr)
        try:
            if own[0] is not None:
                self.stdin = open(own[0], "wb", bufsize)
                if self.text_mode:
                    self.stdin = TextIOWrapper(self.stdin, encoding, errors, None, line_buffering, True)
            if own[1] is not None:
                self.stdout = open(own[1], "rb", bufsize)
                if self.text_mode:
                    self.stdout = TextIOWrapper(self.stdout, encoding, errors)
            if own[2] is not None:
                self.stderr = open(own[2], "rb", bufsize)
                if self.text_mode:
                    self.stderr = TextIOWrapper(self.stderr, encoding, errors)
            self._execute_child(args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, theirs,
                                restore_signals, start_new_session, process_group, gid, groups, uid, umask)
        except:
            for file, descriptor in zip((self.stdin, self.stdout, self.stderr), own):
                try:
                    if file is not None:
                        file.close()
                    elif descriptor is not None:
                        os.close(descriptor)
                except OSError:
                    pass
            raise
        finally:
            for descriptor in self._opened:
                try:
                    os.close(descriptor)
                except OSError:
                    pass
            del self._opened

    def _open_pipes(self, stdin, stdout, stderr):
        """This process's ends of the pipes, and the child's descriptors 0, 1 and 2; None where there are none. Those of the
        child that are to be closed here are kept in `_opened`."""
        own, theirs, self._opened = [None] * 3, [None] * 3, []
        try:
            for i, wanted in enumerate((stdin, stdout, stderr)):
                if wanted is None:
                    continue
                if wanted == PIPE:
                    reader, writer = os.pipe()
                    own[i], theirs[i] = (writer, reader) if i == 0 else (reader, writer)
                    self._opened.append(theirs[i])
                    if self.pipesize > 0:
                        _posixsubprocess.set_pipe_size(own[i], self.pipesize)
                elif wanted == DEVNULL:
                    theirs[i] = os.open(os.devnull, os.O_RDWR)
                    self._opened.append(theirs[i])
                elif wanted == STDOUT and i == 2:
                    theirs[2] = 1 if theirs[1] is None else theirs[1]
                elif isinstance(wanted, int):
                    theirs[i] = wanted
                else:
                    theirs[i] = wanted.fileno()
        except:
            for descriptor in self._opened + [end for end in own if end is not None]:
                os.close(descriptor)
            raise
        return own, theirs

    def _execute_child(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, theirs,
                       restore_signals, start_new_session, process_group, gid, groups, uid, umask):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        variables = os.environ if env is None else env
        pairs = []
        for key, value in variables.items():
            key = os.fsencode(key)
            if b"=" in key:
                raise ValueError("illegal environment variable name")
            pairs.append(key + b"=" + os.fsencode(value))
        program = os.fsencode(executable)
        if os.path.dirname(program):
            programs = [program]
        else:
            programs = [os.path.join(os.fsencode(folder), program) for folder in os.get_exec_path(env)]
        kept = sorted(set(map(int, pass_fds)))
        if any(descriptor < 0 for descriptor in kept):
            raise ValueError("bad value(s) in fds_to_keep")
        self.pid, errno, stage = _posixsubprocess.fork_exec(
            [os.fsencode(arg) for arg in args], programs, bool(close_fds), kept,
            None if cwd is None else os.fsencode(cwd), pairs, *[-1 if each is None else each for each in theirs],
            bool(restore_signals), bool(start_new_session), process_group, gid, groups, uid, umask, preexec_fn)
        self._child_created = not stage
        if not stage:
            return
        self.pid = None
        if stage == "preexec_fn":
            raise SubprocessError("Exception occurred in preexec_fn.")
        message = os.strerror(errno)
        if stage == "chdir":
            raise OSError(errno, message, cwd)
        if stage == "exec":
            raise OSError(errno, message, executable)
        raise OSError(errno, message)

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    __class_getitem__ = classmethod(GenericAlias)

    @property
    def universal_newlines(self):
        """Whether the pipes are of text."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if kind is KeyboardInterrupt:
                # The child has had the signal too.
                try:
                    self._wait(_PATIENCE)
                except TimeoutExpired:
                    pass
            else:
                self.wait()

    def __del__(self, _warn=warnings.warn, _active=_active):
        if not self._child_created:
            return
        if self.returncode is None:
            _warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)
        try:
            self.poll()
        except (OSError, AttributeError, TypeError):
            return
        if self.returncode is None:
            _active.append(self)

    # Its end.

    def _set_status(self, status):
        self.returncode = os.waitstatus_to_exitcode(status)

    def _ask(self, options):
        """Asks the system whether the child has ended, and notes how; the lock is held."""
        try:
            pid, status = os.waitpid(self.pid, options)
        except ChildProcessError:
            # Somebody else has waited for it, or the program has SIGCHLD ignored.
            pid, status = self.pid, 0
        if pid == self.pid:
            self._set_status(status)

    def poll(self):
        """The exit code if the program has ended, else None."""
        if self.returncode is None and self.pid is not None:
            if not self._waitpid_lock.acquire(False):
                return None
            try:
                if self.returncode is None:
                    self._ask(os.WNOHANG)
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def _wait(self, timeout):
        if timeout is None:
            while self.returncode is None:
                with self._waitpid_lock:
                    if self.returncode is None:
                        self._ask(0)
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)
        return self.returncode

    def wait(self, timeout=None):
        """Waits for the end of the program: its exit code; minus the number of the signal that ended it. TimeoutExpired after
        `timeout` seconds."""
        try:
            return self._wait(timeout)
        except KeyboardInterrupt:
            try:
                self._wait(_PATIENCE if timeout is None else min(_PATIENCE, timeout))
            except TimeoutExpired:
                pass
            raise

    def send_signal(self, sig):
        """Sends the program a signal; nothing if it has ended."""
        self.poll()
        if self.returncode is not None:
            return
        try:
            os.kill(self.pid, sig)
        except ProcessLookupError:
            pass

    def terminate(self):
        """Asks the program to end, by SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Ends the program, by SIGKILL."""
        self.send_signal(signal.SIGKILL)

    # What it reads and writes.

    def _write_input(self, data):
        """Writes the input and closes the pipe. That the program does not read it is no error."""
        try:
            if data:
                self.stdin.write(data)
        except BrokenPipeError:
            pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def communicate(self, input=None, timeout=None):
        """Writes the input, reads everything that the program writes, and waits for its end: (stdout, stderr), None for what is
        no pipe. After TimeoutExpired it can be called again, without losing anything."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")
        pipes = [pipe for pipe in (self.stdin, self.stdout, self.stderr) if pipe]
        if timeout is None and not self._communication_started and len(pipes) <= 1:
            stdout = stderr = None
            if self.stdin:
                self._write_input(input)
            elif self.stdout:
                stdout = self.stdout.read()
                self.stdout.close()
            elif self.stderr:
                stderr = self.stderr.read()
                self.stderr.close()
            self.wait()
            return stdout, stderr
        end = None if timeout is None else time.monotonic() + timeout
        try:
            return self._exchange(input, end, timeout)
        except KeyboardInterrupt:
            try:
                self._wait(_PATIENCE)
            except TimeoutExpired:
                pass
            raise
        finally:
            self._communication_started = True

    def _exchange(self, input, end, timeout):
        if not self._communication_started:
            self._read = {pipe: [] for pipe in (self.stdout, self.stderr) if pipe}
            if self.stdin:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
                if not input:
                    self._write_input(None)
                else:
                    if isinstance(input, str):
                        input = input.encode(self.stdin.encoding, self.stdin.errors)
                    self._input = memoryview(input).cast("B")
        with selectors.PollSelector() as selector:
            if self.stdin and self._input is not None and not self.stdin.closed:
                selector.register(self.stdin, selectors.EVENT_WRITE)
            for pipe in self._read:
                if not pipe.closed:
                    selector.register(pipe, selectors.EVENT_READ)
            while selector.get_map():
                left = self._left(end, timeout)
                ready = selector.select(left)
                self._left(end, timeout)
                for key, _ in ready:
                    if key.fileobj is self.stdin:
                        self._write_some(selector)
                        continue
                    data = os.read(key.fd, 1 << 15)
                    if data:
                        self._read[key.fileobj].append(data)
                    else:
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
        try:
            self._wait(None if end is None else self._left(end, timeout))
        except TimeoutExpired:
            self._left(0, timeout)
        return tuple(self._joined(pipe) for pipe in (self.stdout, self.stderr))

    def _left(self, end, timeout):
        """Seconds until the end of the exchange."""
        if end is None:
            return None
        left = end - time.monotonic()
        if left < 0:
            output, errors = (b"".join(self._read.get(pipe, ())) or None for pipe in (self.stdout, self.stderr))
            raise TimeoutExpired(self.args, timeout, output=output, stderr=errors)
        return left

    def _write_some(self, selector):
        chunk = self._input[self._input_offset:self._input_offset + 512]
        try:
            self._input_offset += os.write(self.stdin.fileno(), chunk)
        except BrokenPipeError:
            self._input_offset = len(self._input)
        if self._input_offset >= len(self._input):
            selector.unregister(self.stdin)
            self._input = None
            self._write_input(None)

    def _joined(self, pipe):
        if not pipe:
            return None
        data = b"".join(self._read[pipe])
        if self.text_mode:
            return data.decode(pipe.encoding, pipe.errors).replace("\r\n", "\n").replace("\r", "\n")
        return data
