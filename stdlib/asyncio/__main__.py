"""`-m asyncio`: a prompt whose statements run in an event loop, which runs on between them, and may await.

The loop has the main thread. The prompt has a thread of its own, which hands each command to the loop and waits for its end.
"""

import _prompt
import ast
import asyncio
import code
import concurrent.futures
import contextvars
import inspect
import linecache
import sys
import threading
import types
import warnings

from . import futures, runners

_BANNER = f"""\
asyncio REPL {sys.version} on {sys.platform}
Use "await" directly instead of "asyncio.run()".
Type "help", "copyright", "credits" or "license" for more information.
"""

# Files of frames between a command and what has started it.
_OWN_FILES = {__file__, concurrent.futures._base.__file__}


class AsyncIOInteractiveConsole(code.InteractiveConsole):
    """Runs commands in a loop of another thread."""

    def __init__(self, locals, loop):
        super().__init__(locals, filename="<stdin>")
        self.compile.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self.loop = loop
        self.return_code = 0
        self.interrupted = False
        # The task of the command that runs.
        self.running = None
        # What a command sets is set for the next one.
        self.context = contextvars.copy_context()
        self.commands = 0

    def runsource(self, source, filename="<input>", symbol="single"):
        if _prompt.has_editor() and sys.stdin.isatty():
            # Tracebacks show the lines of commands of a session.
            filename = f"<python-input-{self.commands}>"
            lines = [f"{line}\n" for line in source.split("\n")]
            linecache.cache[filename] = len(source), None, lines, filename
        more = super().runsource(source, filename, symbol)
        if not more:
            self.commands += 1
        return more

    def runcode(self, code):
        future = concurrent.futures.Future()
        self.loop.call_soon_threadsafe(self._begin, code, future, context=self.context)
        try:
            return future.result()
        except BaseException:
            if self.interrupted:
                self.write("\nKeyboardInterrupt\n")
            else:
                self.showtraceback()

    def _begin(self, code, future):
        self.running = None
        self.interrupted = False
        try:
            result = types.FunctionType(code, self.locals)()
            if not inspect.iscoroutine(result):
                future.set_result(result)
                return
            self.running = self.loop.create_task(result, context=self.context)
            futures._chain_future(self.running, future)
        except SystemExit as request:
            self.return_code = request.code
            self.loop.stop()
        except BaseException as error:
            self.interrupted = isinstance(error, KeyboardInterrupt)
            future.set_exception(error)

    def interrupt(self):
        """Ctrl-C: the command that runs is cancelled."""
        self.interrupted = True
        if self.running is not None and not self.running.done():
            self.running.cancel()

    def showsyntaxerror(self, filename=None, **kwargs):
        source = kwargs.get("source", "")
        try:
            # An error at the end of the line can be marked only if the line has one.
            self.compile(f"{source}\n", filename, "single")
        except (OverflowError, SyntaxError, ValueError) as error:
            error.__context__ = None
            super().showsyntaxerror(filename, source=source)

    def showtraceback(self):
        error = sys.exception()
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename in _OWN_FILES:
            trace = trace.tb_next
        self._show(error.with_traceback(trace))


def _read_commands(console):
    try:
        console.write(_BANNER)
        console.write(f"{getattr(sys, 'ps1', '>>> ')}import asyncio\n")
        console.interact(banner="", exitmsg="")
    finally:
        warnings.filterwarnings("ignore", message=r"^coroutine .* was never awaited$", category=RuntimeWarning)
        console.loop.call_soon_threadsafe(console.loop.stop)


def _main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    names = "__name__", "__package__", "__loader__", "__spec__", "__builtins__", "__file__"
    console = AsyncIOInteractiveConsole({"asyncio": asyncio, **{name: globals()[name] for name in names}}, loop)
    # It may wait for a line, or for a command that has stopped the loop, when the program ends.
    threading.Thread(target=_read_commands, args=(console,), name="Interactive thread", daemon=True).start()
    while True:
        try:
            loop.run_forever()
            break
        except KeyboardInterrupt:
            console.interrupt()
    console.write("exiting asyncio REPL...\n")
    runners._cancel_all_tasks(loop)
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    sys.exit(console.return_code)


if __name__ == "__main__":
    _main()
