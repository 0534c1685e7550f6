//! `range`.
#![forbid(unsafe_code)]

mod iter;
mod methods;
mod value;

pub use iter::{CLASS as ITERATOR, LONG_CLASS as LONG_ITERATOR};
pub use methods::CLASS;
