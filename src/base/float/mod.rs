//! Floats: text both ways, exact arithmetic on their parts, and Python's operators where they differ from IEEE's.
//!
//! * [`scale`]: taking apart and putting together with one rounding; `ldexp`, `frexp`.
#![forbid(unsafe_code)]

pub mod scale;
