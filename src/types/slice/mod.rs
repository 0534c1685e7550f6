//! `slice`.
#![forbid(unsafe_code)]

mod methods;
mod value;

pub use methods::CLASS;
pub use value::long_indices;
