"""Prompts: reading statements, running them, showing what they raise."""

import _prompt
import builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs source text in a namespace; knows nothing of where the text comes from."""

    def __init__(self, locals=None):
        if locals is None:
            locals = {"__name__": "__console__", "__doc__": None}
        self.locals = locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a command if it is complete. Returns whether it is not. A syntax error is shown."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Runs code; all that it raises is shown, but SystemExit."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except BaseException:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Shows the syntax error that is being handled."""
        error = sys.exception()
        if filename and isinstance(error, SyntaxError):
            error.filename = filename
        lines = kwargs.get("source", "").splitlines()
        if type(error) is SyntaxError and not error.text and 0 < (error.lineno or 0) <= len(lines):
            error.text = lines[error.lineno - 1]
        self._show(error.with_traceback(None))

    def showtraceback(self):
        """Shows the exception that is being handled, without this module's own frames."""
        error = sys.exception()
        trace = error.__traceback__
        self._show(error.with_traceback(trace.tb_next if trace else None))

    def _show(self, error):
        trace = error.__traceback__
        sys.last_type, sys.last_traceback = type(error), trace
        sys.last_exc = sys.last_value = error
        if sys.excepthook is sys.__excepthook__:
            self.write("".join(traceback.format_exception(type(error), error, trace)))
            return
        try:
            sys.excepthook(type(error), error, trace)
        except SystemExit:
            raise
        except BaseException as second:
            second.__context__ = None
            second = second.with_traceback(second.__traceback__.tb_next)
            print("Error in sys.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(second), second, second.__traceback__)
            print(file=sys.stderr)
            print("Original exception was:", file=sys.stderr)
            sys.__excepthook__(type(error), error, trace)

    def write(self, data):
        """Writes text of the prompt's own."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """A prompt: reads lines until a command is complete, and runs it."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.local_exit = local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Forgets the lines of a command that has begun."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Reads and runs commands until the end of the input. An empty text means no banner, or no word at the end."""
        for name, prompt in ("ps1", ">>> "), ("ps2", "... "):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            hint = 'Type "help", "copyright", "credits" or "license" for more information.'
            self.write(f"Python {sys.version} on {sys.platform}\n{hint}\n({type(self).__name__})\n")
        elif banner:
            self.write(f"{banner}\n")
        before = {}
        if self.local_exit:
            # The whole process is not to end with the prompt.
            for name in "exit", "quit":
                if hasattr(builtins, name):
                    before[name] = getattr(builtins, name)
                    setattr(builtins, name, Quitter(name))
        try:
            self._read_and_run()
        finally:
            for name, quitter in before.items():
                setattr(builtins, name, quitter)
            if exitmsg is None:
                self.write(f"now exiting {type(self).__name__}...\n")
            elif exitmsg:
                self.write(f"{exitmsg}\n")

    def _read_and_run(self):
        more = False
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write("\n")
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                more = False
            except SystemExit:
                if not self.local_exit:
                    raise
                self.write("\n")
                return

    def push(self, line, filename=None, _symbol="single"):
        """Takes a line, and runs the command if that is complete. Returns whether it is not."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), filename or self.filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        """Reads a line: with an editor at a terminal, with input() else. EOFError at the end."""
        if not _prompt.has_editor() or sys.stdin is not sys.__stdin__ or not sys.stdin.isatty():
            return input(prompt)
        sys.stdout.flush()
        names = {name for name in self.locals if isinstance(name, str)}
        return _prompt.read_line(str(prompt), sorted(names.union(dir(builtins))))


class Quitter:
    """exit() and quit() of a prompt that ends alone."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name} or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """A prompt for a namespace. readfunc(prompt) reads a line."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


if __name__ == "__main__":
    interact("" if "-q" in sys.argv[1:] else None)
