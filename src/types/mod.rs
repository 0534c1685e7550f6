//! The built-in types: one folder each, with `value.rs` (construction and payload), `methods.rs` (the method table), `iter.rs`, …

pub mod bytearray;
pub mod bytes;
pub mod str;
pub mod text;

pub mod async_generator;
pub mod exception;
pub mod typing_params;

use crate::runtime::classes::ClassDef;

/// The tables of all built-in classes.
pub fn tables() -> Vec<&'static ClassDef> {
    vec![
        &bytearray::CLASS,
        &bytes::CLASS,
        &bytes::iter::BYTES_ITERATOR,
        &bytes::iter::BYTEARRAY_ITERATOR,
        &str::CLASS,
        &str::iter::ITERATOR,
    ]
}
