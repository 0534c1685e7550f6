"""Rewrites the expectations of the syntax error cases in this folder.

Run it with CPython 3.13 from the root of the repository:

    python3.13 tests/syntax_errors/regenerate.py [GROUP.txt ...]

Each group is a text file. Its head ends at the first line of five equals
signs; after that come the cases, separated by such lines:

    source text, one or more lines
    -----
    SyntaxError: the message
    1:5-1:6

The last line is `lineno:offset-end_lineno:end_offset` of the exception, a
missing number written as `?`, and ` compiler` if the text parses and a later
stage refuses it. The first line of the source may be a directive:

    %escaped         the rest is one line in which \\n \\t \\r \\f \\xHH \\uHHHH \\\\
                     are escapes; no newline is added at the end
    %repeat TEXT*N   TEXT, N times, and a newline

A case that the oracle accepts has the expectation `ok`.
To add a case write its source and `-----`, and run this script.
"""

import ast
import pathlib
import sys
import warnings

HERE = pathlib.Path(__file__).parent


def text_of(source):
    """The program that a case stands for."""
    first, _, rest = source.partition("\n")
    if first == "%escaped":
        return rest.rstrip("\n").encode("latin-1", "backslashreplace").decode("unicode_escape")
    if first.startswith("%repeat "):
        text, _, times = first[len("%repeat "):].rpartition("*")
        return text * int(times) + "\n"
    return source


def expectation(program):
    """What the oracle says about a program."""
    stage = ""
    try:
        compile(program, "<case>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        stage = " compiler"
        compile(program, "<case>", "exec", dont_inherit=True)
    except SyntaxError as error:
        place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
        line, column, end_line, end_column = ("?" if n is None else n for n in place)
        return f"{type(error).__name__}: {error.msg}\n{line}:{column}-{end_line}:{end_column}{stage}\n"
    except Exception as error:
        return f"{type(error).__name__}: {error}\n?:?-?:?\n"
    return "ok\n"


def rewrite(path):
    head, *cases = path.read_text(encoding="utf-8").split("=====\n")
    out = [head]
    for case in cases:
        source, separator, _ = case.partition("-----\n")
        if not separator:
            sys.exit(f"{path}: a case without a line of dashes: {case!r}")
        out.append(f"{source}-----\n{expectation(text_of(source))}")
    path.write_text("=====\n".join(out), encoding="utf-8")
    print(f"{path.name}: {len(cases)} cases")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    names = sys.argv[1:]
    for path in map(pathlib.Path, names) if names else sorted(HERE.glob("*.txt")):
        rewrite(path)
