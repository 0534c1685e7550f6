//! Text as *generalised UTF-8*: what str, bytes and bytearray do, on plain bytes.
//!
//! Text compares by code points when its bytes are compared, and substring search on the bytes finds what search on
//! code points would. Positions in this folder are byte offsets unless a name says otherwise; [`points::Index`]
//! translates. Functions that take [`Units`] serve both str (characters) and bytes (bytes).
//!
//! * [`points`]: code points: decoding, encoding, counting, the sparse index.
//! * [`unicode`]: properties and case mappings of single code points (data in `tables.rs`).
//! * [`classify`]: `isalpha`, `isidentifier` and the rest, for whole texts.
//! * [`case`]: `upper`, `lower`, `title`, `capitalize`, `swapcase`, `casefold`.
//! * [`search`]: `find`, `rfind`, `count`, `replace`, `partition`.
//! * [`split`]: `split`, `rsplit`, `splitlines`, `strip`.
//! * [`layout`]: `expandtabs`, `center`, `ljust`, `rjust`, `zfill`, repetition; `bytes.translate`.
//! * [`numerals`]: text as the number parsers see it.
//! * [`repr`]: `repr` and `ascii`.
//! * [`codec`]: encodings and their error handlers.
//! * [`wide`]: the columns that characters take in a terminal.
#![forbid(unsafe_code)]

pub mod case;
pub mod classify;
pub mod codec;
pub mod layout;
pub mod numerals;
pub mod points;
pub mod repr;
pub mod search;
pub mod split;
mod tables;
pub mod unicode;
pub mod wide;

/// What a position counts, where there is nothing to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Code points (str).
    Chars,
    /// Bytes (bytes, bytearray).
    Bytes,
}
