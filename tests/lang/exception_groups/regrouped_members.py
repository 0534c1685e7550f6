# A group that except* makes of new and remaining exceptions holds them in a list
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), KeyError("k")])
    except* KeyError:
        raise RuntimeError("new")
except BaseExceptionGroup as group:
    print(repr(group), group.args, type(group.exceptions).__name__)
