//! `%` templates: splitting, and laying out converted values. The same for str and bytes templates.
//!
//! A caller iterates over [`Template`], fetches arguments (first a [`Star`] width, then a [`Star`] precision, then the
//! value; a mapping entry if there is a key), converts the value, and appends it with [`push_text`], [`push_int`] or
//! [`push_float`]. Two errors come only once the argument is fetched, as in CPython: [`Conversion::unsupported`].
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
    /// The conversion character, a code point (a byte in bytes templates).
    pub kind: u32,
    /// The position of the conversion character in the template, in characters.
    pub position: usize,
}

impl Conversion<'_> {
    /// The error for a conversion character that does not exist.
    #[cold]
    pub fn unsupported(&self) -> Error {
        let shown = if (31..=126).contains(&self.kind) {
            char::from(self.kind as u8)
        } else {
            '?'
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
        let (kind, next) = kind.ok_or_else(|| Error::value("incomplete format"))?;
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
mod tests {
    use super::*;
    use crate::base::never;

    /// Formats one int, float or text through the first conversion of a template.
    enum Value {
        Int(i64),
        Float(f64),
        Text(&'static str),
    }
    use Value::*;

    fn apply(template: &str, value: &Value) -> String {
        let mut out = Vec::new();
        for piece in Template::of_text(template.as_bytes(), false) {
            let conversion = match piece {
                Ok(Piece::Literal(text)) => {
                    out.extend_from_slice(text);
                    continue;
                }
                Ok(Piece::Conversion(conversion)) => conversion,
                Err(error) => return format!("! {error}"),
            };
            let layout = Layout::new(&conversion, None, None);
            let (limits, kind) = (Limits::default(), conversion.kind);
            let result = match value {
                Int(value) => push_int(
                    &mut out,
                    &(*value).into(),
                    kind,
                    &layout,
                    limits,
                    &mut never(),
                ),
                Float(value) => push_float(&mut out, *value, kind, &layout, limits, &mut never()),
                Text(value) => push_text(
                    &mut out,
                    value.as_bytes(),
                    &layout,
                    false,
                    limits,
                    &mut never(),
                ),
            };
            assert_eq!(result, Ok(()));
        }
        String::from_utf8(out).expect("no surrogates")
    }

    /// Expectations: `template % value` in CPython 3.13.
    #[test]
    fn layouts() {
        let cases: &[(&str, Value, &str)] = &[
            ("%#x", Int(255), "0xff"),
            ("%#X", Int(255), "0XFF"),
            ("%#o", Int(8), "0o10"),
            ("%#010x", Int(255), "0x000000ff"),
            ("%#-10x|", Int(255), "0xff      |"),
            ("%-010d|", Int(5), "5         |"),
            ("%010d", Int(-5), "-000000005"),
            ("%+ d", Int(5), "+5"),
            ("%.5d", Int(-42), "-00042"),
            ("%08.5d", Int(42), "00000042"),
            ("%#.5x", Int(255), "0x000ff"),
            ("%#010.5x", Int(255), "0x000000ff"),
            ("%010f", Float(f64::INFINITY), "0000000inf"),
            ("%010f", Float(f64::NEG_INFINITY), "-000000inf"),
            ("%+010f", Float(f64::NAN), "+000000nan"),
            ("%#.0f", Float(3.0), "3."),
            ("%F", Float(f64::NAN), "NAN"),
            ("%.d", Int(5), "5"),
            ("%.f", Float(5.5), "6"),
            ("%.0d", Int(0), "0"),
            ("%#06x", Int(-255), "-0x0ff"),
            ("a%%b%5s%%|", Text("x"), "a%b    x%|"),
            ("%-5s|", Text("é"), "é    |"),
            ("%.2s", Text("日本語"), "日本"),
            ("%5.1s|", Text("日本語"), "    日|"),
            ("%05s", Text("a"), "    a"),
            ("%+s", Text("a"), "a"),
            ("% -15.0E", Float(0.0), " 0E+00         "),
            ("%#+15e", Float(1e-07), "  +1.000000e-07"),
            ("%#8.0F", Float(-0.0), "     -0."),
            ("%1.10d", Int(0), "0000000000"),
            ("%+1.0i", Int(-4096), "-4096"),
            ("%+1.10u", Int(255), "+0000000255"),
            ("%+8x", Int(-4096), "   -1000"),
            ("%8u", Int(255), "     255"),
            ("%+#15.0d", Int(123456789), "     +123456789"),
            ("%#-15.3d", Int(255), "255            "),
            ("%1.0i", Int(255), "255"),
            ("%0 8.10X", Int(-1), "-0000000001"),
            ("%-#.0x", Int(-1), "-0x1"),
            ("% 8u", Int(-1), "      -1"),
            ("%-1.3E", Float(1e-07), "1.000E-07"),
            ("%.10X", Int(-4096), "-0000001000"),
            ("% #15.0X", Int(0), "            0X0"),
            ("% +-1.10o", Int(-1), "-0000000001"),
            ("%-15.3x", Int(1), "001            "),
            ("%# +8.3i", Int(0), "    +000"),
            ("%0+ 15.3o", Int(-1), "-00000000000001"),
            ("%- .3X", Int(123456789), " 75BCD15"),
            ("%# 8.3g", Float(123456.0), " 1.23e+05"),
            ("%15.3u", Int(255), "            255"),
            ("%0 8.3G", Float(123456.0), " 1.23E+05"),
            ("% +015.3g", Float(-0.0), "-00000000000000"),
            ("%+8.10d", Int(123456789), "+0123456789"),
            ("%+#08x", Int(255), "+0x000ff"),
            ("%+1E", Float(-0.0), "-0.000000E+00"),
            ("%1i", Int(255), "255"),
            ("%0.10o", Int(123456789), "0726746425"),
            ("%1.0f", Float(0.0), "0"),
            ("%# 15g", Float(1.5), "        1.50000"),
            ("%8x", Int(-1), "      -1"),
            ("% +15.10G", Float(10000000000.0), "         +1E+10"),
            ("%#+1.10E", Float(-0.0), "-0.0000000000E+00"),
            ("%8u", Int(-4096), "   -4096"),
            ("% 15.10i", Int(255), "     0000000255"),
            ("%#015.0f", Float(1e-07), "00000000000000."),
            ("%# 15u", Int(255), "            255"),
            ("%+#F", Float(-0.0), "-0.000000"),
            ("%-+15x", Int(-1), "-1             "),
            ("%#.0i", Int(123456789), "123456789"),
            ("% #15i", Int(-1), "             -1"),
            ("%0 8u", Int(123456789), " 123456789"),
            ("%-.3G", Float(0.0), "0"),
            ("%-15.10G", Float(1e-07), "1E-07          "),
            ("%#0+1.3d", Int(-1), "-001"),
            ("%15.3F", Float(1.5), "          1.500"),
            ("%+15.10g", Float(-0.0), "             -0"),
            ("%0-#1.3e", Float(1e-07), "1.000e-07"),
            ("%8.10F", Float(1e-07), "0.0000001000"),
            ("%-0#1E", Float(1.5), "1.500000E+00"),
            ("%+0 1.10e", Float(10000000000.0), "+1.0000000000e+10"),
            ("%-.10f", Float(0.0), "0.0000000000"),
            ("%15.0d", Int(-1), "             -1"),
            ("%# 08u", Int(1), " 0000001"),
            ("%0+8f", Float(123456.0), "+123456.000000"),
            ("%0+1.3o", Int(1), "+001"),
            ("%-8e", Float(0.0), "0.000000e+00"),
        ];
        for (template, value, expected) in cases {
            assert_eq!(apply(template, value), *expected, "{template}");
        }
    }

    #[test]
    fn stars() {
        let Some(Ok(Piece::Conversion(c))) = Template::of_text(b"%*.*d", false).next() else {
            panic!()
        };
        assert_eq!((c.width, c.precision), (Star::Argument, Star::Argument));
        let layout = Layout::new(&c, Some(-5), Some(-1));
        assert_eq!(
            (layout.flags.left, layout.width, layout.precision),
            (true, 5, Some(0))
        );
        assert_eq!(Layout::new(&c, Some(isize::MIN), None).width, 1 << 63);
    }

    #[test]
    fn keys() {
        let text = b"%(a(b)c)s%()-5d%(x)%";
        let keys: Vec<_> = Template::of_text(text, true)
            .map(|piece| match piece {
                Ok(Piece::Conversion(c)) => (c.key.expect("key").to_vec(), c.kind, c.position),
                other => panic!("{other:?}"),
            })
            .collect();
        let (s, d, percent) = ('s' as u32, 'd' as u32, '%' as u32);
        assert_eq!(
            keys,
            [
                (b"a(b)c".to_vec(), s, 8),
                (b"".to_vec(), d, 14),
                (b"x".to_vec(), percent, 19)
            ]
        );
        assert_eq!(
            Template::of_text(b"%(a)s", false).next(),
            Some(Err(requires_mapping()))
        );
        assert_eq!(
            Template::of_text(b"%(a", true).next(),
            Some(Err(Error::value("incomplete format key")))
        );
    }

    #[test]
    fn errors() {
        let first = |text: &'static str| Template::of_text(text.as_bytes(), false).next();
        for text in ["%", "%5", "%-", "%.", "%h"] {
            assert_eq!(
                first(text),
                Some(Err(Error::value("incomplete format"))),
                "{text}"
            );
        }
        assert_eq!(
            first("%99999999999999999999d"),
            Some(Err(Error::value("width too big")))
        );
        assert_eq!(
            first("%.2147483648d"),
            Some(Err(Error::value("precision too big")))
        );
        assert_eq!(
            Template::of_bytes(b"%.2147483648d", false).next(),
            Some(Err(Error::value("prec too big")))
        );
        let unsupported = |text: &'static str| match first(text) {
            Some(Ok(Piece::Conversion(c))) => c.unsupported().to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            unsupported("%y"),
            "unsupported format character 'y' (0x79) at index 1"
        );
        assert_eq!(
            unsupported("%5é"),
            "unsupported format character '?' (0xe9) at index 2"
        );
        assert_eq!(
            unsupported("%\n"),
            "unsupported format character '?' (0xa) at index 1"
        );
        assert_eq!(
            unsupported("%lld"),
            "unsupported format character 'l' (0x6c) at index 2"
        );
        assert_eq!(
            unsupported("%5%"),
            "unsupported format character '%' (0x25) at index 2"
        );
        let mut out = Vec::new();
        let layout = Layout {
            flags: Flags::default(),
            width: usize::MAX,
            precision: Some(usize::MAX),
        };
        let one = BigInt::from(1);
        assert_eq!(
            push_int(
                &mut out,
                &one,
                'd' as u32,
                &layout,
                Limits::default(),
                &mut never()
            ),
            Err(Error::Memory)
        );
    }
}
