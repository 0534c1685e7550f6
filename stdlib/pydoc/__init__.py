"""Documentation of live objects as text, which help() shows."""

import builtins
import inspect
import sys
from pydoc._text import PlainTextDoc, TextDoc, allmethods, classname, getdoc, isdata, splitdoc, visiblename
from pydoc._words import KEYWORDS

__all__ = ["help"]

text = TextDoc()
plaintext = PlainTextDoc()


def pathdirs():
    """The folders that modules are looked for in, each once."""
    return list(dict.fromkeys(sys.path))


def describe(thing):
    """What kind of thing it is, and its name."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return "built-in module " + thing.__name__
        if hasattr(thing, "__path__"):
            return "package " + thing.__name__
        return "module " + thing.__name__
    if inspect.isbuiltin(thing):
        return "built-in function " + thing.__name__
    if inspect.isgetsetdescriptor(thing):
        owner = thing.__objclass__
        return f"getset descriptor {owner.__module__}.{owner.__name__}.{thing.__name__}"
    if inspect.ismemberdescriptor(thing):
        owner = thing.__objclass__
        return f"member descriptor {owner.__module__}.{owner.__name__}.{thing.__name__}"
    if inspect.isclass(thing):
        return "class " + thing.__name__
    if inspect.isfunction(thing):
        return "function " + thing.__name__
    if inspect.ismethod(thing):
        return "method " + thing.__name__
    return type(thing).__name__


class ErrorDuringImport(Exception):
    """A module that was to be documented cannot be imported."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return f"problem in {self.filename} - {self.exc.__name__}: {self.value}"


def safeimport(path, forceload=0, cache={}):
    """The module of that name, None if there is none."""
    try:
        module = __import__(path)
    except ImportError as error:
        if error.name is not None and (path + ".").startswith(error.name + "."):
            return None
        raise ErrorDuringImport(path, (type(error), error, error.__traceback__))
    except Exception as error:
        raise ErrorDuringImport(path, (type(error), error, error.__traceback__))
    for part in path.split(".")[1:]:
        try:
            module = getattr(module, part)
        except AttributeError:
            return None
    return module


def locate(path, forceload=0):
    """The object that a dotted path names, with the import of modules; None if there is none."""
    parts = [part for part in path.split(".") if part]
    module, used = None, 0
    while used < len(parts):
        found = safeimport(".".join(parts[: used + 1]), forceload)
        if not found:
            break
        module, used = found, used + 1
    object = module or builtins
    for part in parts[used:]:
        try:
            object = getattr(object, part)
        except AttributeError:
            return None
    return object


def resolve(thing, forceload=0):
    """(object, name) of an object or of the path of one; ImportError if there is none."""
    if isinstance(thing, str):
        object = locate(thing, forceload)
        if object is None:
            raise ImportError(
                f"No Python documentation found for {thing!r}.\n"
                "Use help() to get the interactive help utility.\n"
                "Use help(str) for help on the str class."
            )
        return object, thing
    name = getattr(thing, "__name__", None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The documentation of an object, or of what a path names, as text."""
    renderer = renderer or text
    object, name = resolve(thing, forceload)
    description = describe(object)
    module = inspect.getmodule(object)
    if name and "." in name:
        description += " in " + name[: name.rfind(".")]
    elif module and module is not object:
        description += " in module " + module.__name__
    documented = (
        inspect.ismodule(object)
        or inspect.isclass(object)
        or inspect.isroutine(object)
        or inspect.isdatadescriptor(object)
        or getdoc(object, comments=False)
    )
    if not documented:
        # Of data, the type is documented, not the value.
        if hasattr(object, "__origin__"):
            object = object.__origin__
        else:
            object = type(object)
            description += " object"
    return title % description + "\n\n" + renderer.document(object, name)


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Writes the documentation of an object, or of what a path names."""
    try:
        rendered = render_doc(thing, title, forceload, plaintext)
    except ImportError as error:
        if is_cli:
            raise
        rendered = str(error) + "\n"
    except ErrorDuringImport as error:
        rendered = str(error) + "\n"
    (output or sys.stdout).write(rendered)


def pager(text, title=""):
    """Shows text."""
    sys.stdout.write(plain(text))


def plain(text):
    """The text without the marks of bold type."""
    parts = text.split("\b")
    return "".join(part[:-1] for part in parts[:-1]) + parts[-1]


class Helper:
    """What help() calls: shows what is asked for, or asks what that is."""

    def __init__(self, input=None, output=None):
        self._input = input
        self._output = output

    @property
    def input(self):
        """Where questions are read from."""
        return self._input or sys.stdin

    @property
    def output(self):
        """Where answers are written to."""
        return self._output or sys.stdout

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} instance>"

    _ask = object()

    def __call__(self, request=_ask):
        if request is not self._ask:
            self.help(request)
            return
        self.output.write(
            "\nThis is the help utility. Type the name of a module, a keyword, or the path of\n"
            'any object. "keywords" and "modules" list what there is; "quit" ends it.\n\n'
        )
        self.interact()
        self.output.write("\nYou have left the help utility. help(object) shows one thing.\n")

    def getline(self, prompt):
        """Asks for a line."""
        if self.input is sys.stdin:
            return input(prompt)
        self.output.write(prompt)
        self.output.flush()
        line = self.input.readline()
        if not line:
            raise EOFError
        return line

    def interact(self):
        """Answers until nothing more is asked."""
        while True:
            try:
                request = self.getline("help> ")
            except (KeyboardInterrupt, EOFError):
                break
            request = request.strip()
            if not request:
                continue
            if len(request) > 2 and request[0] == request[-1] and request[0] in "\"'":
                request = request[1:-1]
            if request.lower() in ("q", "quit", "exit"):
                break
            if request == "help":
                self.output.write("Type the name of anything, or quit.\n")
            else:
                self.help(request, is_cli=True)

    def help(self, request, is_cli=False):
        """Shows what an object, a path or a keyword is."""
        if isinstance(request, str):
            request = request.strip()
            if request == "keywords":
                self.list(sorted(KEYWORDS))
            elif request == "modules":
                self.list(sorted(set(sys.builtin_module_names) | set(sys.modules)))
            elif request in ("True", "False", "None"):
                doc(eval(request), "Help on %s:", output=self._output)
            elif request in KEYWORDS:
                form, meaning = KEYWORDS[request]
                self.output.write(f'The keyword "{request}"\n\n    {form}\n\n{meaning}\n')
            elif request:
                doc(request, "Help on %s:", output=self._output)
            else:
                doc(str, "Help on %s:", output=self._output)
        elif isinstance(request, Helper):
            self()
        else:
            doc(request, "Help on %s:", output=self._output)
        self.output.write("\n")

    def list(self, items, columns=4, width=80):
        """Writes names in columns."""
        items = [item for item in items if not item.startswith("_")]
        rows = -(-len(items) // columns)
        for row in range(rows):
            line = "".join(item.ljust(width // columns - 1) + " " for item in items[row::rows])
            self.output.write(line.rstrip() + "\n")


help = Helper()
