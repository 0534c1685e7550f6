//! `dict_keys`, `dict_values`, `dict_items`: what `keys()`, `values()` and `items()` give.
#![forbid(unsafe_code)]

mod methods;
mod set_operations;
mod value;

pub use methods::{ITEMS, KEYS, VALUES};
