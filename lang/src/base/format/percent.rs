//! `%` templates: splitting, and laying out converted values. The same for str and bytes templates.
//!
//! A caller iterates over [`Template`], fetches arguments (first a [`Star`] width, then a [`Star`] precision, then the
//! value; a mapping entry if there is a key), converts the value, and appends it with [`push_text`], [`push_int`] or
//! [`push_float`]. Two errors come only once arguments are fetched, as in CPython: [`Conversion::unsupported`], [`Conversion::incomplete`].
#![forbid(unsafe_code)]

use num_bigint::BigInt;
use num_traits::Signed;

use super::{Limits, push_fill, reserve};
use crate::base::Poll;
use crate::base::error::{Error, Result};
use crate::base::float::format::{Notation, Options, to_text};
use crate::base::int::print;
use crate::base::text::points;

/// A width or precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Star {
    /// Not given.
    Absent,
    /// A number in the template.
    Number(usize),
    /// `*`: the next argument, which must be an int ([`wants_int`]).
    Argument,
}

/// The flags between `%` and the width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A blank.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// One conversion of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// The name in parentheses: the value is looked up in the mapping on the right.
    pub key: Option<&'a [u8]>,
    /// The flags.
    pub flags: Flags,
    /// The width.
    pub width: Star,
    /// The precision.
    pub precision: Star,
    /// The conversion character, a code point (a byte in bytes templates), or [`CUT_OFF`].
    pub kind: u32,
    /// The position of the conversion character in the template, in characters.
    pub position: usize,
}

/// The kind of a conversion that the end of the template cuts off.
pub const CUT_OFF: u32 = u32::MAX;

impl Conversion<'_> {
    /// The error for a template that ends within this conversion; it comes after those for the key and the stars.
    #[cold]
    pub fn incomplete(&self) -> Error {
        Error::value("incomplete format")
    }

    /// The error for a conversion character that does not exist.
    #[cold]
    pub fn unsupported(&self, bytes: bool) -> Error {
        let shown = match self.kind {
            ..128 if bytes => char::from(self.kind as u8),
            // CPython takes the byte for a signed one.
            _ if bytes => return Error::overflow("character argument not in range(0x110000)"),
            31..=126 => char::from(self.kind as u8),
            _ => '?',
        };
        Error::value(format!(
            "unsupported format character '{shown}' (0x{:x}) at index {}",
            self.kind, self.position
        ))
    }
}

/// The TypeError for a `*` whose argument is not an int.
#[cold]
pub fn wants_int() -> Error {
    Error::type_error("* wants int")
}

/// The TypeError for a template with more conversions than arguments.
#[cold]
pub fn not_enough_arguments() -> Error {
    Error::type_error("not enough arguments for format string")
}

/// The TypeError for arguments left over.
#[cold]
pub fn not_all_converted(bytes: bool) -> Error {
    let what = if bytes { "bytes" } else { "string" };
    Error::type_error(format!(
        "not all arguments converted during {what} formatting"
    ))
}

/// The TypeError for a key in parentheses without a mapping on the right.
#[cold]
pub fn requires_mapping() -> Error {
    Error::type_error("format requires a mapping")
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it is (`%%` is a piece of one percent sign).
    Literal(&'a [u8]),
    /// A conversion.
    Conversion(Conversion<'a>),
}

/// Iterator over the parts of a template. After an error it ends.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    text: &'a [u8],
    at: usize,
    /// Characters are bytes.
    bytes: bool,
    /// Whether a key in parentheses is allowed: the right side is a mapping.
    mapping: bool,
}

impl<'a> Template<'a> {
    /// A str template. `mapping`: whether the right operand is one (else a key is the TypeError it should be).
    pub fn of_text(text: &'a [u8], mapping: bool) -> Template<'a> {
        Template {
            text,
            at: 0,
            bytes: false,
            mapping,
        }
    }

    /// A bytes template.
    pub fn of_bytes(text: &'a [u8], mapping: bool) -> Template<'a> {
        Template {
            text,
            at: 0,
            bytes: true,
            mapping,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn conversion(&mut self) -> Result<Conversion<'a>> {
        let key = self.key()?;
        let mut flags = Flags::default();
        loop {
            match self.peek() {
                Some(b'-') => flags.left = true,
                Some(b'+') => flags.plus = true,
                Some(b' ') => flags.space = true,
                Some(b'#') => flags.alternate = true,
                Some(b'0') => flags.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.star(isize::MAX as usize, "width too big")?;
        let precision = if self.take(b'.') {
            let too_big = if self.bytes {
                "prec too big"
            } else {
                "precision too big"
            };
            match self.star(i32::MAX as usize, too_big)? {
                Star::Absent => Star::Number(0),
                precision => precision,
            }
        } else {
            Star::Absent
        };
        if matches!(self.peek(), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        let position = if self.bytes {
            self.at
        } else {
            points::count(&self.text[..self.at])
        };
        let kind = if self.bytes {
            self.peek().map(|byte| (u32::from(byte), self.at + 1))
        } else {
            points::decode_at(self.text, self.at)
        };
        let (kind, next) = kind.unwrap_or((CUT_OFF, self.at));
        self.at = next;
        Ok(Conversion {
            key,
            flags,
            width,
            precision,
            kind,
            position,
        })
    }

    fn key(&mut self) -> Result<Option<&'a [u8]>> {
        if self.peek() != Some(b'(') {
            return Ok(None);
        }
        if !self.mapping {
            return Err(requires_mapping());
        }
        let start = self.at + 1;
        let mut depth = 0usize;
        for (i, byte) in self.text[self.at..].iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => continue,
            }
            if depth == 0 {
                let end = self.at + i;
                self.at = end + 1;
                return Ok(Some(&self.text[start..end]));
            }
        }
        Err(Error::value("incomplete format key"))
    }

    fn star(&mut self, most: usize, too_big: &'static str) -> Result<Star> {
        if self.take(b'*') {
            return Ok(Star::Argument);
        }
        let mut value: Option<usize> = None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let next = value
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|v| v.checked_add((digit - b'0').into()));
            match next {
                Some(next) if next <= most => value = Some(next),
                _ => return Err(Error::value(too_big)),
            }
            self.at += 1;
        }
        Ok(value.map_or(Star::Absent, Star::Number))
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>>;

    fn next(&mut self) -> Option<Result<Piece<'a>>> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let literal = memchr::memchr(b'%', &self.text[start..]).unwrap_or(self.text.len() - start);
        if literal > 0 {
            self.at = start + literal;
            return Some(Ok(Piece::Literal(&self.text[start..self.at])));
        }
        self.at += 1;
        if self.take(b'%') {
            return Some(Ok(Piece::Literal(b"%")));
        }
        let conversion = self.conversion();
        if conversion.is_err() {
            self.at = self.text.len();
        }
        Some(conversion.map(Piece::Conversion))
    }
}

/// A conversion with its `*` resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The flags, `left` included if a `*` width was negative.
    pub flags: Flags,
    /// The least width.
    pub width: usize,
    /// The precision.
    pub precision: Option<usize>,
}

impl Layout {
    /// From a conversion and the values of its stars. Python's rules: a negative width means left, a negative
    /// precision means 0.
    pub fn new(
        conversion: &Conversion<'_>,
        width: Option<isize>,
        precision: Option<i32>,
    ) -> Layout {
        let mut flags = conversion.flags;
        let width = match (conversion.width, width) {
            (Star::Number(width), _) => width,
            (Star::Argument, Some(width)) => {
                flags.left |= width < 0;
                width.unsigned_abs()
            }
            _ => 0,
        };
        let precision = match (conversion.precision, precision) {
            (Star::Number(precision), _) => Some(precision),
            (Star::Argument, Some(precision)) => Some(precision.max(0) as usize),
            _ => None,
        };
        Layout {
            flags,
            width,
            precision,
        }
    }
}

/// Appends text (`s`, `r`, `a`), cut to the precision; for `c` pass a layout without precision. `bytes`: counted in
/// bytes instead of code points.
pub fn push_text(
    out: &mut Vec<u8>,
    text: &[u8],
    layout: &Layout,
    bytes: bool,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<()> {
    let text = match layout.precision {
        Some(precision) if bytes => &text[..precision.min(text.len())],
        Some(precision) if precision < text.len() => &text[..points::advance(text, 0, precision)],
        _ => text,
    };
    let used = if bytes {
        text.len()
    } else {
        points::count(text)
    };
    let room = layout.width.saturating_sub(used);
    if !layout.flags.left {
        push_fill(out, ' ' as u32, room, limits, poll)?;
    }
    reserve(out, text.len(), limits)?;
    out.extend_from_slice(text);
    if layout.flags.left {
        push_fill(out, ' ' as u32, room, limits, poll)?;
    }
    Ok(())
}

/// Appends an int for `d`, `i`, `u`, `o`, `x` or `X`.
pub fn push_int(
    out: &mut Vec<u8>,
    value: &BigInt,
    kind: u32,
    layout: &Layout,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<()> {
    let upper = kind == 'X' as u32;
    let (text, prefix): (String, &[u8]) = match char::from_u32(kind) {
        Some('o') => (print::to_text(value, 8, poll)?, b"0o"),
        Some('x') => (print::to_text(value, 16, poll)?, b"0x"),
        Some('X') => (print::to_text(value, 16, poll)?.to_ascii_uppercase(), b"0X"),
        _ => (print::to_decimal(value, limits.max_digits, poll)?, b""),
    };
    debug_assert!(!upper || prefix == b"0X");
    let prefix = if layout.flags.alternate { prefix } else { b"" };
    let digits = text.trim_start_matches('-').as_bytes();
    let zeros = layout.precision.unwrap_or(0).saturating_sub(digits.len());
    push_number(
        out,
        value.is_negative(),
        prefix,
        zeros,
        digits,
        layout,
        limits,
        poll,
    )
}

/// Appends a float for `e`, `E`, `f`, `F`, `g` or `G`.
pub fn push_float(
    out: &mut Vec<u8>,
    value: f64,
    kind: u32,
    layout: &Layout,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<()> {
    let notation = match char::from_u32(kind) {
        Some('e' | 'E') => Notation::Exponent,
        Some('f' | 'F') => Notation::Fixed,
        _ => Notation::General,
    };
    let options = Options {
        alternate: layout.flags.alternate,
        upper: matches!(char::from_u32(kind), Some('E' | 'F' | 'G')),
        ..Options::default()
    };
    let precision = layout.precision.unwrap_or(6);
    if value.is_finite()
        && precision > limits.max_bytes
        && (notation != Notation::General || options.alternate)
    {
        return Err(Error::Memory);
    }
    let text = to_text(value, notation, precision, options)?;
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let negative = digits.len() < text.len();
    push_number(
        out,
        negative,
        b"",
        0,
        digits.as_bytes(),
        layout,
        limits,
        poll,
    )
}

/// Appends decimal digits, without sign, of a number that is negative or not.
pub fn push_digits(
    out: &mut Vec<u8>,
    negative: bool,
    digits: &[u8],
    layout: &Layout,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<()> {
    let zeros = layout.precision.unwrap_or(0).saturating_sub(digits.len());
    push_number(out, negative, b"", zeros, digits, layout, limits, poll)
}

/// Sign, prefix, zeros, digits, and the fill where the flags put it.
#[allow(clippy::too_many_arguments)]
fn push_number(
    out: &mut Vec<u8>,
    negative: bool,
    prefix: &[u8],
    zeros: usize,
    digits: &[u8],
    layout: &Layout,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<()> {
    let flags = layout.flags;
    let sign = match negative {
        true => Some(b'-'),
        false if flags.plus => Some(b'+'),
        false if flags.space => Some(b' '),
        false => None,
    };
    let body = zeros.checked_add(digits.len()).ok_or(Error::Memory)?;
    let room = layout
        .width
        .saturating_sub(usize::from(sign.is_some()) + prefix.len())
        .saturating_sub(body);
    let zero_fill = flags.zero && !flags.left;
    if !zero_fill && !flags.left {
        push_fill(out, ' ' as u32, room, limits, poll)?;
    }
    out.extend(sign);
    out.extend_from_slice(prefix);
    let zeros = zeros.saturating_add(if zero_fill { room } else { 0 });
    push_fill(out, '0' as u32, zeros, limits, poll)?;
    reserve(out, digits.len(), limits)?;
    out.extend_from_slice(digits);
    if flags.left {
        push_fill(out, ' ' as u32, room, limits, poll)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
