//! str: the methods, operators and iterators. The text itself is `object::str`, algorithms on it are `base::text`.
#![forbid(unsafe_code)]

pub mod format;
pub mod iter;
pub mod methods;
pub mod predicates;
pub mod search;
pub mod split;
pub mod transform;
pub mod translate;
pub mod value;

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Str,
    doc: "str(object='') -> str\n\
        str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n\
        Text: a sequence of Unicode code points that never changes. Of an object: its\n\
        readable form, from __str__ or else __repr__. Of bytes with an encoding or an\n\
        error handler: what they decode to.",
    flags: class_flag::BASE | class_flag::MATCH_SELF,
    methods: methods::METHODS,
    slots: &[
        SlotDef::New(value::construct),
        SlotDef::Repr(value::repr),
        SlotDef::Str(value::str),
        SlotDef::Hash(value::hash),
        SlotDef::Len(value::len),
        SlotDef::GetItem(value::get_item),
        SlotDef::Contains(search::contains),
        SlotDef::Compare(value::compare),
        SlotDef::Concat(value::concat),
        SlotDef::Repeat(value::repeat),
        SlotDef::Remainder(value::remainder),
        SlotDef::Iter(iter::iter),
    ],
    ..ClassDef::DEFAULT
};
