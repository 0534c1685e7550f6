//! The method table of str.
#![forbid(unsafe_code)]

use super::{format, predicates, search, split, transform, translate};
use crate::object::NativeDef;

/// The methods of str.
pub const METHODS: &[NativeDef] = &[
    NativeDef::method("__format__", "(self, format_spec, /)", format::format_self),
    NativeDef::method("__getnewargs__", "(self, /)", transform::new_arguments),
    NativeDef::method("__sizeof__", "(self, /)", transform::size_of),
    NativeDef::method("capitalize", "(self, /)", transform::capitalize),
    NativeDef::method("casefold", "(self, /)", transform::casefold),
    NativeDef::method(
        "center",
        "(self, width, fillchar=' ', /)",
        transform::center,
    ),
    NativeDef::method(
        "count",
        "(self, sub, start=None, end=None, /)",
        search::count,
    ),
    NativeDef::method(
        "encode",
        "(self, /, encoding='utf-8', errors='strict')",
        transform::encode,
    ),
    NativeDef::method(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        search::ends_with,
    ),
    NativeDef::method("expandtabs", "(self, /, tabsize=8)", transform::expand_tabs),
    NativeDef::method("find", "(self, sub, start=None, end=None, /)", search::find),
    NativeDef::method("format", "(self, /, *args, **kwargs)", format::format),
    NativeDef::method("format_map", "(self, mapping, /)", format::format_map),
    NativeDef::method(
        "index",
        "(self, sub, start=None, end=None, /)",
        search::index,
    ),
    NativeDef::method("isalnum", "(self, /)", predicates::is_alnum),
    NativeDef::method("isalpha", "(self, /)", predicates::is_alpha),
    NativeDef::method("isascii", "(self, /)", predicates::is_ascii),
    NativeDef::method("isdecimal", "(self, /)", predicates::is_decimal),
    NativeDef::method("isdigit", "(self, /)", predicates::is_digit),
    NativeDef::method("isidentifier", "(self, /)", predicates::is_identifier),
    NativeDef::method("islower", "(self, /)", predicates::is_lower),
    NativeDef::method("isnumeric", "(self, /)", predicates::is_numeric),
    NativeDef::method("isprintable", "(self, /)", predicates::is_printable),
    NativeDef::method("isspace", "(self, /)", predicates::is_space),
    NativeDef::method("istitle", "(self, /)", predicates::is_title),
    NativeDef::method("isupper", "(self, /)", predicates::is_upper),
    NativeDef::method("join", "(self, iterable, /)", split::join),
    NativeDef::method("ljust", "(self, width, fillchar=' ', /)", transform::ljust),
    NativeDef::method("lower", "(self, /)", transform::lower),
    NativeDef::method("lstrip", "(self, chars=None, /)", transform::lstrip),
    NativeDef::static_method(
        "maketrans",
        "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
        translate::make_translation,
    ),
    NativeDef::method("partition", "(self, sep, /)", split::partition),
    NativeDef::method(
        "removeprefix",
        "(self, prefix, /)",
        transform::remove_prefix,
    ),
    NativeDef::method(
        "removesuffix",
        "(self, suffix, /)",
        transform::remove_suffix,
    ),
    NativeDef::method(
        "replace",
        "(self, old, new, /, count=-1)",
        transform::replace,
    ),
    NativeDef::method(
        "rfind",
        "(self, sub, start=None, end=None, /)",
        search::rfind,
    ),
    NativeDef::method(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        search::rindex,
    ),
    NativeDef::method("rjust", "(self, width, fillchar=' ', /)", transform::rjust),
    NativeDef::method("rpartition", "(self, sep, /)", split::rpartition),
    NativeDef::method("rsplit", "(self, /, sep=None, maxsplit=-1)", split::rsplit),
    NativeDef::method("rstrip", "(self, chars=None, /)", transform::rstrip),
    NativeDef::method("split", "(self, /, sep=None, maxsplit=-1)", split::split),
    NativeDef::method(
        "splitlines",
        "(self, /, keepends=False)",
        split::split_lines,
    ),
    NativeDef::method(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        search::starts_with,
    ),
    NativeDef::method("strip", "(self, chars=None, /)", transform::strip),
    NativeDef::method("swapcase", "(self, /)", transform::swap_case),
    NativeDef::method("title", "(self, /)", transform::title),
    NativeDef::method("translate", "(self, table, /)", translate::translate),
    NativeDef::method("upper", "(self, /)", transform::upper),
    NativeDef::method("zfill", "(self, width, /)", transform::zfill),
];
