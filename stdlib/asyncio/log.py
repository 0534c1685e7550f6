"""The logger of the package; `logging` is imported when it is first used."""


def __getattr__(name):
    if name != "logger":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import logging

    global logger
    logger = logging.getLogger(__package__)
    return logger
