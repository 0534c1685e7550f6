//! The built-in types: one folder each, with `value.rs` (construction and payload), `methods.rs` (the method table), `iter.rs`, …

use crate::runtime::classes::ClassDef;

/// The tables of all built-in classes.
pub fn tables() -> Vec<&'static ClassDef> {
    vec![]
}
