"""Variables whose values belong to a context: a thread's own, or one that callbacks and tasks run in."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')
