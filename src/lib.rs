//! Taipan: an embeddable Python 3.13 interpreter whose global interpreter lock is a policy.

pub mod api;
#[doc(hidden)]
pub mod modules;
#[doc(hidden)]
pub mod object;
#[doc(hidden)]
pub mod runtime;
#[doc(hidden)]
pub mod types;
#[doc(hidden)]
pub mod vm;

#[doc(hidden)]
pub use taipan_lang::{base, bytecode, compiler, syntax};
