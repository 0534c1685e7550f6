//! Formatting: the format-spec mini-language, `%` templates and `str.format` templates, on plain data.
//!
//! * [`spec`]: parses `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` into a [`spec::Spec`].
//! * [`apply`]: `format(value, spec)` for str, int, float and complex.
//! * [`percent`]: splits a `%` template into literals and conversions, and lays out converted values.
//! * [`template`]: splits a `str.format` template into literals and fields, and field names into steps.
//!
//! Specs, templates and results are generalised UTF-8. What a spec can make large is bounded by [`Limits`]: a result
//! past it is `Error::Memory` before any of it is written. Values come from the caller already converted (`str()`,
//! `repr()`, `__int__`, …): nothing here calls back.
#![forbid(unsafe_code)]

pub mod apply;
pub mod percent;
pub mod spec;
pub mod template;

use super::Poll;
use super::error::{Error, Result};
use super::text::points;

/// Bounds on a formatted result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the result.
    pub max_bytes: usize,
    /// Digits of a decimal integer; 0: no limit.
    pub max_digits: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            max_bytes: isize::MAX as usize,
            max_digits: 4300,
        }
    }
}

/// Makes room for `more` bytes, within the limits.
fn reserve(out: &mut Vec<u8>, more: usize, limits: Limits) -> Result<()> {
    match out.len().checked_add(more) {
        Some(total) if total <= limits.max_bytes => Ok(out.try_reserve(more)?),
        _ => Err(Error::Memory),
    }
}

/// Appends `count` copies of a code point.
fn push_fill(
    out: &mut Vec<u8>,
    fill: u32,
    count: usize,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<()> {
    let (bytes, len) = points::encode(fill);
    reserve(out, count.checked_mul(len).ok_or(Error::Memory)?, limits)?;
    if len == 1 {
        const STRIDE: usize = 1 << 20;
        let end = out.len() + count;
        while out.len() < end {
            if count > STRIDE {
                poll()?;
            }
            out.resize(end.min(out.len() + STRIDE), bytes[0]);
        }
        return Ok(());
    }
    for i in 0..count {
        if i % (1 << 16) == 0xFFFF {
            poll()?;
        }
        out.extend_from_slice(&bytes[..len]);
    }
    Ok(())
}

/// How a format character is shown in a message: itself if it is printable ASCII, else its number.
fn shown(c: u32) -> String {
    match c {
        33..=127 => char::from(c as u8).to_string(),
        _ => format!("\\x{c:x}"),
    }
}

/// A run of decimal digits of any script at the start of the text: its value, and the offset after it. `None` for
/// the value if there is no digit; an error if it does not fit an `isize`.
fn leading_number(text: &[u8], mut at: usize) -> Result<(Option<usize>, usize)> {
    let mut value: Option<usize> = None;
    while let Some((c, next)) = points::decode_at(text, at)
        && let Some(digit) = super::text::unicode::decimal_value(c)
    {
        let sum = value
            .unwrap_or(0)
            .checked_mul(10)
            .and_then(|v| v.checked_add(digit.into()));
        match sum {
            Some(sum) if sum <= isize::MAX as usize => value = Some(sum),
            _ => return Err(Error::value("Too many decimal digits in format string")),
        }
        at = next;
    }
    Ok((value, at))
}
