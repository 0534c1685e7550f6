//! `set` and `frozenset`.
#![forbid(unsafe_code)]

mod compare;
mod iter;
mod methods;
mod operators;
mod update;
mod value;

#[cfg(test)]
mod tests;

pub use iter::CLASS as ITERATOR;
pub use methods::{FROZEN_CLASS, SET_CLASS};
pub use operators::intersection;
pub use update::{difference_update, symmetric_difference_update, update};
pub use value::new_set_of;
