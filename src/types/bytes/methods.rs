//! The method tables of bytes, and the lines that bytearray shares.
#![forbid(unsafe_code)]

use super::{search, split, transform};
use crate::object::NativeDef;

/// The methods that bytes and bytearray have in common, and those given.
macro_rules! byte_methods {
    ($($extra:expr,)*) => {
        &[
            NativeDef::method("__buffer__", "(self, flags, /)", crate::types::memoryview::buffer_of),
            NativeDef::method("capitalize", "(self, /)", transform::capitalize),
            NativeDef::method("center", "(self, width, fillchar=b' ', /)", transform::center),
            NativeDef::method("count", "(self, sub, start=None, end=None, /)", search::count),
            NativeDef::method("decode", "(self, /, encoding='utf-8', errors='strict')", transform::decode),
            NativeDef::method("endswith", "(self, suffix, start=None, end=None, /)", search::ends_with),
            NativeDef::method("expandtabs", "(self, /, tabsize=8)", transform::expand_tabs),
            NativeDef::method("find", "(self, sub, start=None, end=None, /)", search::find),
            NativeDef::class_method("fromhex", "(type, string, /)", transform::from_hex),
            NativeDef::method("hex", "(self, /, sep=<unrepresentable>, bytes_per_sep=1)", transform::hex),
            NativeDef::method("index", "(self, sub, start=None, end=None, /)", search::index),
            NativeDef::method("isalnum", "(self, /)", transform::is_alnum),
            NativeDef::method("isalpha", "(self, /)", transform::is_alpha),
            NativeDef::method("isascii", "(self, /)", transform::is_ascii),
            NativeDef::method("isdigit", "(self, /)", transform::is_digit),
            NativeDef::method("islower", "(self, /)", transform::is_lower),
            NativeDef::method("isspace", "(self, /)", transform::is_space),
            NativeDef::method("istitle", "(self, /)", transform::is_title),
            NativeDef::method("isupper", "(self, /)", transform::is_upper),
            NativeDef::method("join", "(self, iterable_of_bytes, /)", split::join),
            NativeDef::method("ljust", "(self, width, fillchar=b' ', /)", transform::ljust),
            NativeDef::method("lower", "(self, /)", transform::lower),
            NativeDef::method("lstrip", "(self, bytes=None, /)", transform::lstrip),
            NativeDef::static_method("maketrans", "(frm, to, /)", transform::make_translation),
            NativeDef::method("partition", "(self, sep, /)", split::partition),
            NativeDef::method("removeprefix", "(self, prefix, /)", transform::remove_prefix),
            NativeDef::method("removesuffix", "(self, suffix, /)", transform::remove_suffix),
            NativeDef::method("replace", "(self, old, new, count=-1, /)", transform::replace),
            NativeDef::method("rfind", "(self, sub, start=None, end=None, /)", search::rfind),
            NativeDef::method("rindex", "(self, sub, start=None, end=None, /)", search::rindex),
            NativeDef::method("rjust", "(self, width, fillchar=b' ', /)", transform::rjust),
            NativeDef::method("rpartition", "(self, sep, /)", split::rpartition),
            NativeDef::method("rsplit", "(self, /, sep=None, maxsplit=-1)", split::rsplit),
            NativeDef::method("rstrip", "(self, bytes=None, /)", transform::rstrip),
            NativeDef::method("split", "(self, /, sep=None, maxsplit=-1)", split::split),
            NativeDef::method("splitlines", "(self, /, keepends=False)", split::split_lines),
            NativeDef::method("startswith", "(self, prefix, start=None, end=None, /)", search::starts_with),
            NativeDef::method("strip", "(self, bytes=None, /)", transform::strip),
            NativeDef::method("swapcase", "(self, /)", transform::swap_case),
            NativeDef::method("title", "(self, /)", transform::title),
            NativeDef::method("translate", "(self, table, /, delete=b'')", transform::translate),
            NativeDef::method("upper", "(self, /)", transform::upper),
            NativeDef::method("zfill", "(self, width, /)", transform::zfill),
            $($extra,)*
        ]
    };
}
pub(crate) use byte_methods;

/// The methods of bytes.
pub const METHODS: &[NativeDef] = byte_methods![
    NativeDef::method("__bytes__", "(self, /)", transform::to_bytes),
    NativeDef::method("__getnewargs__", "(self, /)", transform::new_arguments),
    NativeDef::method("__sizeof__", "(self, /)", transform::size_of),
];
