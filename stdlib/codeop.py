"""Compiling what is typed at a prompt: is it complete, and which future features are in force from then on?"""

import __future__
from builtins import _IncompleteInputError

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

# Flags of compile(): no line end is added, and text that only lacks its end is told apart.
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _compile_command(compiler, source, filename, symbol):
    lines = (line.strip() for line in source.split("\n"))
    if symbol != "eval" and all(not line or line.startswith("#") for line in lines):
        source = "pass"
    try:
        return compiler(source, filename, symbol)
    except _IncompleteInputError:
        return None


def _compile(source, filename, symbol):
    return compile(source, filename, symbol, PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)


def compile_command(source, filename="<input>", symbol="single"):
    """The code of a command; None if it is only the beginning of one. What cannot become one raises SyntaxError, or ValueError or
    OverflowError for what is wrong with a literal."""
    return _compile_command(_compile, source, filename, symbol)


class Compile:
    """Compiles as compile() does, with the future features that earlier texts have asked for."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        flags |= self.flags
        if kwargs.get("incomplete_input", True) is False:
            flags &= ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)
        code = compile(source, filename, symbol, flags, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """As compile_command(), with the future features that earlier commands have asked for."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _compile_command(self.compiler, source, filename, symbol)
