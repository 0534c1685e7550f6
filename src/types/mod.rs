//! The built-in types: one folder each, with `value.rs` (construction and payload), `methods.rs` (the method table), `iter.rs`, …

pub mod bytearray;
pub mod bytes;
pub mod memoryview;
pub mod str;
pub mod text;

pub mod callable_iterator;
pub mod dict;
pub mod dict_views;
pub mod enumerate;
pub mod filter;
pub mod list;
pub mod map;
pub mod range;
pub mod reversed;
pub mod sequence_iterator;
pub mod set;
pub mod shared;
pub mod slice;
pub mod tuple;
pub mod zip;

pub mod async_generator;
pub mod exception;
pub mod generator;
pub mod typing_params;

use crate::runtime::classes::ClassDef;

/// The tables of all built-in classes.
pub fn tables() -> Vec<&'static ClassDef> {
    memoryview::register();
    let mut tables = exception::TABLES.to_vec();
    tables.extend([
        &generator::GENERATOR,
        &generator::COROUTINE,
        &generator::WRAPPER,
        &bytearray::CLASS,
        &bytes::CLASS,
        &bytes::iter::BYTES_ITERATOR,
        &bytes::iter::BYTEARRAY_ITERATOR,
        &memoryview::CLASS,
        &str::CLASS,
        &str::iter::ITERATOR,
        &str::iter::ASCII_ITERATOR,
        &tuple::CLASS,
        &tuple::ITERATOR,
        &list::CLASS,
        &list::ITERATOR,
        &list::REVERSE_ITERATOR,
        &dict::CLASS,
        &dict::KEY_ITERATOR,
        &dict::VALUE_ITERATOR,
        &dict::ITEM_ITERATOR,
        &dict::REVERSE_KEY_ITERATOR,
        &dict::REVERSE_VALUE_ITERATOR,
        &dict::REVERSE_ITEM_ITERATOR,
        &dict_views::KEYS,
        &dict_views::VALUES,
        &dict_views::ITEMS,
        &set::SET_CLASS,
        &set::FROZEN_CLASS,
        &set::ITERATOR,
        &range::CLASS,
        &range::ITERATOR,
        &range::LONG_ITERATOR,
        &slice::CLASS,
        &enumerate::CLASS,
        &zip::CLASS,
        &map::CLASS,
        &filter::CLASS,
        &reversed::CLASS,
        &sequence_iterator::CLASS,
        &callable_iterator::CLASS,
    ]);
    tables
}
