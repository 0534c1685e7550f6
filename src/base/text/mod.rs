//! Text as *generalised UTF-8*: what a str is and does, on plain bytes.
//!
//! * [`numerals`]: text as the number parsers see it.
//! * [`points`]: code points: decoding, encoding, counting, the sparse index.
//! * [`unicode`]: properties and case mappings of single code points (data in `tables.rs`).
//! * [`repr`]: `repr` and `ascii`.
#![forbid(unsafe_code)]

pub mod numerals;
pub mod points;
pub mod repr;
mod tables;
pub mod unicode;
