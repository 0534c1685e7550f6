"""Flags of compile(). Syntax trees themselves are not open to programs."""

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ast' has no attribute {name!r}")
    raise AttributeError(f"module 'ast' has no attribute {name!r}: syntax trees are not open to programs")
