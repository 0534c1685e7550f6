//! Floats: text both ways, exact arithmetic on their parts, and Python's operators where they differ from IEEE's.
//!
//! * [`parse`]: `float(text)`, correctly rounded.
//! * [`format`](mod@format): `repr` and the notations e, f, g at any precision, as digits before fill and grouping.
//! * [`hex`]: `float.hex` and `float.fromhex`.
//! * [`ops`]: `//`, `%`, `divmod`, `**`, `round`, `int`, `as_integer_ratio`.
//! * [`scale`]: taking apart and putting together with one rounding; `ldexp`, `frexp`.
//!
//! The hash is in `base::hash`, comparison with integers in `base::int::convert`.
#![forbid(unsafe_code)]

mod digits;
pub mod format;
pub mod hex;
pub mod ops;
pub mod parse;
pub mod scale;

pub use digits::may_be_tie;
pub use format::repr;
