//! `tuple`.
#![forbid(unsafe_code)]

mod compare;
mod iter;
mod methods;
mod value;

pub use iter::CLASS as ITERATOR;
pub use methods::CLASS;
