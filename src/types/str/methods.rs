//! The method table of str.
#![forbid(unsafe_code)]

use super::{format, predicates, search, split, transform, translate};
use crate::object::{Beside, NativeDef};

/// The methods of str.
pub const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::method("__format__", "(self, format_spec, /)", format::format_self),
        NativeDef::method("__getnewargs__", "(self, /)", transform::new_arguments),
        NativeDef::method("__sizeof__", "(self, /)", transform::size_of),
        NativeDef::method("capitalize", "(self, /)", transform::capitalize)
            .doc("A copy with the first character in title case and the others in lower case."),
        NativeDef::method("casefold", "(self, /)", transform::casefold)
            .doc("A copy for comparing without regard to case."),
        NativeDef::method(
            "center",
            "(self, width, fillchar=' ', /)",
            transform::center,
        )
        .doc("A copy in the middle of a line of that width, between fill characters."),
        NativeDef::method(
            "count",
            "(self, sub, start=None, end=None, /)",
            search::count,
        )
        .doc("How often a substring occurs in S[start:end], without overlaps.")
        .shown_as("($self, sub[, start[, end]], /)"),
        NativeDef::method(
            "encode",
            "(self, /, encoding='utf-8', errors='strict')",
            transform::encode,
        )
        .doc(
            "The string as bytes in an encoding.\n\n\
        \x20 encoding\n\
        \x20   its name.\n\
        \x20 errors\n\
        \x20   what to do with characters that it does not have: 'strict' raises\n\
        \x20   UnicodeEncodeError; 'ignore', 'replace', 'xmlcharrefreplace' and\n\
        \x20   'backslashreplace' leave them out or put something in their place.",
        ),
        NativeDef::method(
            "endswith",
            "(self, suffix, start=None, end=None, /)",
            search::ends_with,
        )
        .doc("Whether S[start:end] ends with a suffix, or with one of a tuple of them.")
        .shown_as("($self, suffix[, start[, end]], /)"),
        NativeDef::method("expandtabs", "(self, /, tabsize=8)", transform::expand_tabs).doc(
            "A copy with spaces instead of tabs, up to the next multiple of tabsize\n\
            columns.",
        ),
        NativeDef::method("find", "(self, sub, start=None, end=None, /)", search::find)
            .doc("Where a substring first occurs in S[start:end]; -1 if it does not.")
            .shown_as("($self, sub[, start[, end]], /)"),
        NativeDef::method("format", "(self, /, *args, **kwargs)", format::format)
            .doc("The string with fields in braces filled by the arguments."),
        NativeDef::method("format_map", "(self, mapping, /)", format::format_map)
            .doc("The string with fields in braces filled from a mapping."),
        NativeDef::method(
            "index",
            "(self, sub, start=None, end=None, /)",
            search::index,
        )
        .doc("Where a substring first occurs in S[start:end]; ValueError if it does not.")
        .shown_as("($self, sub[, start[, end]], /)"),
        NativeDef::method("isalnum", "(self, /)", predicates::is_alnum)
            .doc("Whether all characters are letters or digits, and there is one."),
        NativeDef::method("isalpha", "(self, /)", predicates::is_alpha)
            .doc("Whether all characters are letters, and there is one."),
        NativeDef::method("isascii", "(self, /)", predicates::is_ascii)
            .doc("Whether all characters are ASCII; true for the empty string."),
        NativeDef::method("isdecimal", "(self, /)", predicates::is_decimal)
            .doc("Whether all characters are decimal digits, and there is one."),
        NativeDef::method("isdigit", "(self, /)", predicates::is_digit)
            .doc("Whether all characters are digits, superscripts included, and there is one."),
        NativeDef::method("isidentifier", "(self, /)", predicates::is_identifier).doc(
            "Whether the string has the form of a name. keyword.iskeyword() tells whether\n\
        it is reserved.",
        ),
        NativeDef::method("islower", "(self, /)", predicates::is_lower)
            .doc("Whether all letters are in lower case, and there is one."),
        NativeDef::method("isnumeric", "(self, /)", predicates::is_numeric)
            .doc("Whether all characters stand for numbers, and there is one."),
        NativeDef::method("isprintable", "(self, /)", predicates::is_printable)
            .doc("Whether repr() would show all characters as they are."),
        NativeDef::method("isspace", "(self, /)", predicates::is_space)
            .doc("Whether all characters are white space, and there is one."),
        NativeDef::method("istitle", "(self, /)", predicates::is_title).doc(
            "Whether each word begins with a capital and goes on in lower case, and there\n\
        is one.",
        ),
        NativeDef::method("isupper", "(self, /)", predicates::is_upper)
            .doc("Whether all letters are in upper case, and there is one."),
        NativeDef::method("join", "(self, iterable, /)", split::join).doc(
            "The strings of an iterable in one, with this one between them:\n\
        '.'.join(['a', 'b']) is 'a.b'.",
        ),
        NativeDef::method("ljust", "(self, width, fillchar=' ', /)", transform::ljust)
            .doc("A copy at the left of a line of that width, followed by fill characters."),
        NativeDef::method("lower", "(self, /)", transform::lower).doc("A copy in lower case."),
        NativeDef::method("lstrip", "(self, chars=None, /)", transform::lstrip)
            .doc("A copy without white space at the left, or without the characters given."),
        NativeDef::static_method(
            "maketrans",
            "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
            translate::make_translation,
        )
        .doc(
            "A table for translate().\n\n\
        From a dictionary of characters or code points to what replaces them; or\n\
        from two strings of equal length, of which one replaces the other, and a\n\
        third with characters to delete.",
        ),
        NativeDef::method("partition", "(self, sep, /)", split::partition).doc(
            "The parts before and behind the first separator, as (before, separator,\n\
        behind).\n\n\
        Without a separator: (the string, '', '').",
        ),
        NativeDef::method(
            "removeprefix",
            "(self, prefix, /)",
            transform::remove_prefix,
        )
        .doc("A copy without the prefix, if the string has it."),
        NativeDef::method(
            "removesuffix",
            "(self, suffix, /)",
            transform::remove_suffix,
        )
        .doc("A copy without the suffix, if the string has it."),
        NativeDef::method(
            "replace",
            "(self, old, new, /, count=-1)",
            transform::replace,
        )
        .doc(
            "A copy with a substring replaced by another: everywhere, or the first count\n\
        times.",
        ),
        NativeDef::method(
            "rfind",
            "(self, sub, start=None, end=None, /)",
            search::rfind,
        )
        .doc("Where a substring last occurs in S[start:end]; -1 if it does not.")
        .shown_as("($self, sub[, start[, end]], /)"),
        NativeDef::method(
            "rindex",
            "(self, sub, start=None, end=None, /)",
            search::rindex,
        )
        .doc("Where a substring last occurs in S[start:end]; ValueError if it does not.")
        .shown_as("($self, sub[, start[, end]], /)"),
        NativeDef::method("rjust", "(self, width, fillchar=' ', /)", transform::rjust)
            .doc("A copy at the right of a line of that width, after fill characters."),
        NativeDef::method("rpartition", "(self, sep, /)", split::rpartition).doc(
            "The parts before and behind the last separator, as (before, separator,\n\
        behind).\n\n\
        Without a separator: ('', '', the string).",
        ),
        NativeDef::method("rsplit", "(self, /, sep=None, maxsplit=-1)", split::rsplit)
            .doc("As split(), counting maxsplit from the right."),
        NativeDef::method("rstrip", "(self, chars=None, /)", transform::rstrip)
            .doc("A copy without white space at the right, or without the characters given."),
        NativeDef::method("split", "(self, /, sep=None, maxsplit=-1)", split::split).doc(
            "The parts between separators, as a list.\n\n\
        \x20 sep\n\
        \x20   the separator; None for runs of white space, without empty parts.\n\
        \x20 maxsplit\n\
        \x20   the greatest number of splits, counted from the left; -1 for all.",
        ),
        NativeDef::method(
            "splitlines",
            "(self, /, keepends=False)",
            split::split_lines,
        )
        .doc("The lines as a list, with their ends only if keepends is true."),
        NativeDef::method(
            "startswith",
            "(self, prefix, start=None, end=None, /)",
            search::starts_with,
        )
        .doc("Whether S[start:end] starts with a prefix, or with one of a tuple of them.")
        .shown_as("($self, prefix[, start[, end]], /)"),
        NativeDef::method("strip", "(self, chars=None, /)", transform::strip)
            .doc("A copy without white space at both ends, or without the characters given."),
        NativeDef::method("swapcase", "(self, /)", transform::swap_case)
            .doc("A copy with upper and lower case exchanged."),
        NativeDef::method("title", "(self, /)", transform::title)
            .doc("A copy in which each word begins with a capital and goes on in lower case."),
        NativeDef::method("translate", "(self, table, /)", translate::translate).doc(
            "A copy in which each character is replaced by what the table has for its\n\
        code point.\n\n\
        That is a string, a code point, or None to delete it; a LookupError leaves\n\
        it as it is.",
        ),
        NativeDef::method("upper", "(self, /)", transform::upper).doc("A copy in upper case."),
        NativeDef::method("zfill", "(self, width, /)", transform::zfill)
            .doc("A copy filled up with zeros to that width, behind a sign if it has one."),
    ],
);
