"""Arguments in the older forms: argument lists of code and frames, and the binding of a call by hand."""

from collections import namedtuple
from inspect._kinds import CO_VARARGS, CO_VARKEYWORDS, iscode, ismethod
from inspect._signature import Parameter, signature_for_argspec

__all__ = [
    "ArgInfo", "Arguments", "FullArgSpec", "formatargvalues", "getargs", "getargvalues", "getcallargs",
    "getfullargspec",
]

Arguments = namedtuple("Arguments", "args, varargs, varkw")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
FullArgSpec = namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations"
)
for _kind in (Arguments, ArgInfo, FullArgSpec):
    _kind.__module__ = "inspect"


def getargs(co):
    """The parameters of code: (args, varargs, varkw); args includes those that are keyword-only."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    at = co.co_argcount + co.co_kwonlyargcount
    args = list(names[:at])
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    """The parameters of the function that a frame runs, and its local variables."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(
    args,
    varargs,
    varkw,
    locals,
    formatarg=str,
    formatvarargs=lambda name: "*" + name,
    formatvarkw=lambda name: "**" + name,
    formatvalue=lambda value: "=" + repr(value),
):
    """What getargvalues() gives, as text: (a=1, *rest=())."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def getfullargspec(func):
    """The parameters of a callable as a named tuple of lists. signature() tells more."""
    try:
        sig = signature_for_argspec(func)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, only_positional, kwonly = [], [], []
    varargs = varkw = None
    defaults, kwdefaults, annotations = (), {}, {}
    if sig.return_annotation is not sig.empty:
        annotations["return"] = sig.return_annotation
    for name, parameter in sig.parameters.items():
        kind = parameter.kind
        if kind is Parameter.POSITIONAL_ONLY:
            only_positional.append(name)
        elif kind is Parameter.POSITIONAL_OR_KEYWORD:
            args.append(name)
        elif kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.KEYWORD_ONLY:
            kwonly.append(name)
        else:
            varkw = name
        if parameter.default is not parameter.empty:
            if kind is Parameter.KEYWORD_ONLY:
                kwdefaults[name] = parameter.default
            else:
                defaults += (parameter.default,)
        if parameter.annotation is not parameter.empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(
        only_positional + args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations
    )


def _missing_arguments(function_name, names, positional, values):
    names = [repr(name) for name in names if name not in values]
    missing = len(names)
    if missing == 1:
        text = names[0]
    elif missing == 2:
        text = "{} and {}".format(*names)
    else:
        text = ", ".join(names[:-2] + [", and ".join(names[-2:])])
    kind = "positional" if positional else "keyword-only"
    plural = "" if missing == 1 else "s"
    raise TypeError(f"{function_name}() missing {missing} required {kind} argument{plural}: {text}")


def _too_many(function_name, args, kwonly, varargs, default_count, given, values):
    at_least = len(args) - default_count
    kwonly_given = len([name for name in kwonly if name in values])
    if varargs:
        plural, text = at_least != 1, f"at least {at_least}"
    elif default_count:
        plural, text = True, f"from {at_least} to {len(args)}"
    else:
        plural, text = len(args) != 1, str(len(args))
    keyword_text = ""
    if kwonly_given:
        message = " positional argument{} (and {} keyword-only argument{})"
        keyword_text = message.format(
            "s" if given != 1 else "", kwonly_given, "s" if kwonly_given != 1 else ""
        )
    verb = "was" if given == 1 and not kwonly_given else "were"
    raise TypeError(
        f"{function_name}() takes {text} positional argument{'s' if plural else ''}"
        f" but {given}{keyword_text} {verb} given"
    )


def getcallargs(func, /, *positional, **named):
    """Which parameter would get which value in a call; TypeError as the call itself would raise."""
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    values = {}
    given = len(positional)
    count = len(args)
    default_count = len(defaults) if defaults else 0
    for parameter, value in zip(args, positional):
        values[parameter] = value
    if varargs:
        values[varargs] = tuple(positional[count:])
    possible = set(args + kwonly)
    if varkw:
        values[varkw] = {}
    for keyword, value in named.items():
        if keyword not in possible:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {keyword!r}")
            values[varkw][keyword] = value
            continue
        if keyword in values:
            raise TypeError(f"{name}() got multiple values for argument {keyword!r}")
        values[keyword] = value
    if given > count and not varargs:
        _too_many(name, args, kwonly, varargs, default_count, given, values)
    if given < count:
        required = args[: count - default_count]
        if any(parameter not in values for parameter in required):
            _missing_arguments(name, required, True, values)
        for parameter, value in zip(args[count - default_count :], defaults or ()):
            values.setdefault(parameter, value)
    missing = 0
    for parameter in kwonly:
        if parameter not in values:
            if kwdefaults and parameter in kwdefaults:
                values[parameter] = kwdefaults[parameter]
            else:
                missing += 1
    if missing:
        _missing_arguments(name, kwonly, False, values)
    return values
