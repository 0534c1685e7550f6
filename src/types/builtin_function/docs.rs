//! Docstrings of methods that mean the same wherever they are defined, so that no table has to repeat them.
#![forbid(unsafe_code)]

use crate::object::NativeDef;

/// The docstring of a native function: its own, else that of its name; empty for none.
pub fn of(def: &NativeDef) -> &'static str {
    if !def.doc.is_empty() {
        return def.doc;
    }
    SHARED
        .iter()
        .find(|(name, _)| *name == def.name)
        .map_or("", |(_, doc)| doc)
}

const SHARED: &[(&str, &str)] = &[
    ("__buffer__", "A memoryview of the object's buffer."),
    ("__bytes__", "The object as bytes."),
    (
        "__class_getitem__",
        "The class with type arguments, as in list[int].",
    ),
    ("__contains__", "key in self"),
    ("__copy__", "A shallow copy, for the module copy."),
    (
        "__format__",
        "The object as text in the form that the specification asks for.",
    ),
    ("__getitem__", "self[key]"),
    (
        "__length_hint__",
        "How many items are still to come, as far as is known.",
    ),
    (
        "__reduce__",
        "What copy and pickle make the object of again.",
    ),
    (
        "__reduce_ex__",
        "As __reduce__(), for a version of the pickle protocol.",
    ),
    ("__replace__", "A copy with some of its attributes changed."),
    (
        "__reversed__",
        "An iterator over the items from the last to the first.",
    ),
    (
        "__setstate__",
        "Puts the object into a state that __reduce__() gave.",
    ),
    ("__sizeof__", "How many bytes the object occupies."),
];
