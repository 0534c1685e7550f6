//! The method tables of bytes, and the lines that bytearray shares.
#![forbid(unsafe_code)]

use super::{search, split, transform};
use crate::object::{Beside, NativeDef};

/// The methods that bytes and bytearray have in common, and those given.
macro_rules! byte_methods {
    ($($extra:expr,)*) => {
        [
            NativeDef::method("__buffer__", "(self, flags, /)", crate::types::memoryview::buffer_of),
            NativeDef::method("capitalize", "(self, /)", transform::capitalize)
                .doc("A copy with the first ASCII letter in upper case and the others in lower case."),
            NativeDef::method("center", "(self, width, fillchar=b' ', /)", transform::center)
                .doc("A copy in the middle of that many bytes, between fill bytes."),
            NativeDef::method("count", "(self, sub, start=None, end=None, /)", search::count)
                .doc("How often a sequence of bytes, or a byte as an int, occurs in B[start:end],\n\
                    without overlaps.")
                .shown_as("($self, sub[, start[, end]], /)"),
            NativeDef::method("decode", "(self, /, encoding='utf-8', errors='strict')", transform::decode)
                .doc("The bytes as a string.\n\n\
                    \x20 encoding\n\
                    \x20   the encoding they are in.\n\
                    \x20 errors\n\
                    \x20   what to do with bytes that it does not have: 'strict' raises\n\
                    \x20   UnicodeDecodeError; 'ignore', 'replace' and 'backslashreplace' leave\n\
                    \x20   them out or put something in their place."),
            NativeDef::method("endswith", "(self, suffix, start=None, end=None, /)", search::ends_with)
                .doc("Whether B[start:end] ends with a suffix, or with one of a tuple of them.")
                .shown_as("($self, suffix[, start[, end]], /)"),
            NativeDef::method("expandtabs", "(self, /, tabsize=8)", transform::expand_tabs)
                .doc("A copy with spaces instead of tabs, up to the next multiple of tabsize\n\
                    columns."),
            NativeDef::method("find", "(self, sub, start=None, end=None, /)", search::find)
                .doc("Where a sequence of bytes, or a byte as an int, first occurs in\n\
                    B[start:end]; -1 if it does not.")
                .shown_as("($self, sub[, start[, end]], /)"),
            NativeDef::class_method("fromhex", "(type, string, /)", transform::from_hex)
                .doc("Bytes from text with two hexadecimal digits for each; white space between\n\
                    them is passed over."),
            NativeDef::method("hex", "(self, /, sep=<unrepresentable>, bytes_per_sep=1)", transform::hex)
                .doc("The bytes as hexadecimal text, two digits each.\n\n\
                    \x20 sep\n\
                    \x20   a character between groups.\n\
                    \x20 bytes_per_sep\n\
                    \x20   how many bytes a group has, counted from the right; from the left if\n\
                    \x20   negative."),
            NativeDef::method("index", "(self, sub, start=None, end=None, /)", search::index)
                .doc("Where a sequence of bytes, or a byte as an int, first occurs in\n\
                    B[start:end]; ValueError if it does not.")
                .shown_as("($self, sub[, start[, end]], /)"),
            NativeDef::method("isalnum", "(self, /)", transform::is_alnum)
                .doc("Whether all bytes are ASCII letters or digits, and there is one."),
            NativeDef::method("isalpha", "(self, /)", transform::is_alpha)
                .doc("Whether all bytes are ASCII letters, and there is one."),
            NativeDef::method("isascii", "(self, /)", transform::is_ascii)
                .doc("Whether all bytes are ASCII; true if there is none."),
            NativeDef::method("isdigit", "(self, /)", transform::is_digit)
                .doc("Whether all bytes are ASCII digits, and there is one."),
            NativeDef::method("islower", "(self, /)", transform::is_lower)
                .doc("Whether all ASCII letters are in lower case, and there is one."),
            NativeDef::method("isspace", "(self, /)", transform::is_space)
                .doc("Whether all bytes are ASCII white space, and there is one."),
            NativeDef::method("istitle", "(self, /)", transform::is_title)
                .doc("Whether each word begins with a capital and goes on in lower case, and there\n\
                    is one."),
            NativeDef::method("isupper", "(self, /)", transform::is_upper)
                .doc("Whether all ASCII letters are in upper case, and there is one."),
            NativeDef::method("join", "(self, iterable_of_bytes, /)", split::join)
                .doc("The bytes of an iterable of buffers in one, with these between them:\n\
                    b'.'.join([b'a', b'b']) is b'a.b'."),
            NativeDef::method("ljust", "(self, width, fillchar=b' ', /)", transform::ljust)
                .doc("A copy at the left of that many bytes, followed by fill bytes."),
            NativeDef::method("lower", "(self, /)", transform::lower)
                .doc("A copy with ASCII letters in lower case."),
            NativeDef::method("lstrip", "(self, bytes=None, /)", transform::lstrip)
                .doc("A copy without ASCII white space at the left, or without the bytes given."),
            NativeDef::static_method("maketrans", "(frm, to, /)", transform::make_translation)
                .doc("A table for translate(), by which the bytes of one sequence replace those of\n\
                    another of equal length."),
            NativeDef::method("partition", "(self, sep, /)", split::partition)
                .doc("The parts before and behind the first separator, as (before, separator,\n\
                    behind).\n\n\
                    Without a separator: (a copy, b'', b'')."),
            NativeDef::method("removeprefix", "(self, prefix, /)", transform::remove_prefix)
                .doc("A copy without the prefix, if it is there."),
            NativeDef::method("removesuffix", "(self, suffix, /)", transform::remove_suffix)
                .doc("A copy without the suffix, if it is there."),
            NativeDef::method("replace", "(self, old, new, count=-1, /)", transform::replace)
                .doc("A copy with a sequence of bytes replaced by another: everywhere, or the\n\
                    first count times."),
            NativeDef::method("rfind", "(self, sub, start=None, end=None, /)", search::rfind)
                .doc("Where a sequence of bytes, or a byte as an int, last occurs in B[start:end];\n\
                    -1 if it does not.")
                .shown_as("($self, sub[, start[, end]], /)"),
            NativeDef::method("rindex", "(self, sub, start=None, end=None, /)", search::rindex)
                .doc("Where a sequence of bytes, or a byte as an int, last occurs in B[start:end];\n\
                    ValueError if it does not.")
                .shown_as("($self, sub[, start[, end]], /)"),
            NativeDef::method("rjust", "(self, width, fillchar=b' ', /)", transform::rjust)
                .doc("A copy at the right of that many bytes, after fill bytes."),
            NativeDef::method("rpartition", "(self, sep, /)", split::rpartition)
                .doc("The parts before and behind the last separator, as (before, separator,\n\
                    behind).\n\n\
                    Without a separator: (b'', b'', a copy)."),
            NativeDef::method("rsplit", "(self, /, sep=None, maxsplit=-1)", split::rsplit)
                .doc("As split(), counting maxsplit from the right."),
            NativeDef::method("rstrip", "(self, bytes=None, /)", transform::rstrip)
                .doc("A copy without ASCII white space at the right, or without the bytes given."),
            NativeDef::method("split", "(self, /, sep=None, maxsplit=-1)", split::split)
                .doc("The parts between separators, as a list.\n\n\
                    \x20 sep\n\
                    \x20   the separator; None for runs of ASCII white space, without empty parts.\n\
                    \x20 maxsplit\n\
                    \x20   the greatest number of splits, counted from the left; -1 for all."),
            NativeDef::method("splitlines", "(self, /, keepends=False)", split::split_lines)
                .doc("The lines as a list, with their ends only if keepends is true."),
            NativeDef::method("startswith", "(self, prefix, start=None, end=None, /)", search::starts_with)
                .doc("Whether B[start:end] starts with a prefix, or with one of a tuple of them.")
                .shown_as("($self, prefix[, start[, end]], /)"),
            NativeDef::method("strip", "(self, bytes=None, /)", transform::strip)
                .doc("A copy without ASCII white space at both ends, or without the bytes given."),
            NativeDef::method("swapcase", "(self, /)", transform::swap_case)
                .doc("A copy with upper and lower case of ASCII letters exchanged."),
            NativeDef::method("title", "(self, /)", transform::title)
                .doc("A copy in which each word begins with a capital and goes on in lower case."),
            NativeDef::method("translate", "(self, table, /, delete=b'')", transform::translate)
                .doc("A copy in which each byte is replaced by the one at its place in the table,\n\
                    after those to delete are gone.\n\n\
                    The table has 256 bytes, or is None to replace nothing."),
            NativeDef::method("upper", "(self, /)", transform::upper)
                .doc("A copy with ASCII letters in upper case."),
            NativeDef::method("zfill", "(self, width, /)", transform::zfill)
                .doc("A copy filled up with zeros to that width, behind a sign if it has one."),
            $($extra,)*
        ]
    };
}
pub(crate) use byte_methods;

/// The methods of bytes.
pub const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    byte_methods![
        NativeDef::method("__bytes__", "(self, /)", transform::to_bytes),
        NativeDef::method("__getnewargs__", "(self, /)", transform::new_arguments),
        NativeDef::method("__sizeof__", "(self, /)", transform::size_of),
    ],
);
