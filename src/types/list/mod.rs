//! `list`.
#![forbid(unsafe_code)]

mod compare;
mod iter;
mod methods;
mod slices;
pub mod sort;
mod value;

#[cfg(test)]
mod tests;

pub use iter::{CLASS as ITERATOR, REVERSE_CLASS as REVERSE_ITERATOR};
pub use methods::CLASS;
pub use sort::sort_values;
pub use value::extend;
