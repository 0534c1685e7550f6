//! Guards `lang/src/syntax` and `lang/src/base/source.rs`: what right programs parse to. Wrong programs are in
//! `tests/syntax_errors`.

mod completeness;
mod dump;
mod generate;
mod hostile;
mod round_trip;
mod trees;
