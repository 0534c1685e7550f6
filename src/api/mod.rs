//! The embedding API: the only public face of the crate.

pub mod boot;
pub mod run;
