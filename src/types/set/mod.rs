//! `set` and `frozenset`.
#![forbid(unsafe_code)]

mod compare;
mod construct;
mod intersect;
mod iter;
mod methods;
mod operators;
mod update;
mod value;
mod walk;

#[cfg(test)]
mod tests;

pub use intersect::intersection;
pub use iter::CLASS as ITERATOR;
pub use methods::{FROZEN_CLASS, SET_CLASS};
pub use update::{difference_update, new_set_of, symmetric_difference_update, update};
