"""Looking into live objects: what they are, what they take, where they were written, and what runs."""

from inspect._kinds import *
from inspect._kinds import _has_code_flag
from inspect._members import *
from inspect._signature import *
from inspect._signature import (
    _KEYWORD_ONLY,
    _POSITIONAL_ONLY,
    _POSITIONAL_OR_KEYWORD,
    _VAR_KEYWORD,
    _VAR_POSITIONAL,
    _empty,
    _ParameterKind,
    _void,
)
from inspect._arguments import *
from inspect._source import *
from inspect._frames import *
from inspect._frames import _FrameInfo, _Traceback
from inspect import _arguments, _frames, _kinds, _members, _signature, _source

__all__ = sorted(
    _arguments.__all__
    + _frames.__all__
    + _kinds.__all__
    + _members.__all__
    + _signature.__all__
    + _source.__all__
)
