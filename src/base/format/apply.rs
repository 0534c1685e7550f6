//! `format(value, spec)` for str, int, float and complex.
//!
//! An empty spec means `str(value)`, and subclasses may have their own; that is the caller's decision. `type_name`
//! is the name of the value's class, for messages.
#![forbid(unsafe_code)]

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::spec::{self, Align, Defaults, Grouping, Sign, Spec};
use super::{Limits, push_fill, reserve};
use crate::base::Poll;
use crate::base::error::{Error, Result};
use crate::base::float::format::{Notation, Options, to_text};
use crate::base::int::{convert, print};
use crate::base::text::points;

/// `format(text, spec)`.
pub fn format_str(
    text: &[u8],
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let spec = spec::parse(
        spec,
        Defaults {
            kind: 's' as u32,
            align: Align::Left,
            type_name,
        },
    )?;
    if spec.kind != 's' as u32 {
        return Err(spec::unknown_kind(spec.kind, type_name));
    }
    let refused = match spec.sign {
        Sign::Space => Some("Space not allowed in string format specifier"),
        Sign::Plus | Sign::Minus => Some("Sign not allowed in string format specifier"),
        Sign::Default if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        Sign::Default if spec.alternate => {
            Some("Alternate form (#) not allowed in string format specifier")
        }
        Sign::Default if spec.align == Align::AfterSign => {
            Some("'=' alignment not allowed in string format specifier")
        }
        Sign::Default => None,
    };
    if let Some(message) = refused {
        return Err(Error::value(message));
    }
    let text = match spec.precision {
        Some(precision) if precision < text.len() => &text[..points::advance(text, 0, precision)],
        _ => text,
    };
    let mut out = Vec::new();
    let used = points::count(text);
    pad(&mut out, &spec, used, limits, poll, |out, _| {
        reserve(out, text.len(), limits)?;
        out.extend_from_slice(text);
        Ok(())
    })?;
    Ok(out)
}

/// `format(value, spec)` of an int (or a bool, which formats as one).
pub fn format_int(
    value: &BigInt,
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let parsed = spec::parse(
        spec,
        Defaults {
            kind: 'd' as u32,
            align: Align::Right,
            type_name,
        },
    )?;
    let base = match char::from_u32(parsed.kind) {
        Some('d' | 'n') => 10,
        Some('b') => 2,
        Some('o') => 8,
        Some('x' | 'X') => 16,
        Some('c') => 0,
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            return apply_float(convert::to_f64(value)?, &parsed, type_name, limits, poll);
        }
        _ => return Err(spec::unknown_kind(parsed.kind, type_name)),
    };
    if parsed.precision.is_some() {
        return Err(Error::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if parsed.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    let mut out = Vec::new();
    if base == 0 {
        let c = character(value, &parsed)?;
        let (bytes, len) = points::encode(c);
        let number = Number {
            tail: &bytes[..len],
            ..Number::default()
        };
        number.push(&mut out, &parsed, limits, poll)?;
        return Ok(out);
    }
    let mut text = match base {
        10 => print::to_decimal(value, limits.max_digits, poll)?,
        _ => print::to_text(value, base, poll)?,
    };
    let mut prefix = match (parsed.alternate, base) {
        (true, 2) => *b"0b",
        (true, 8) => *b"0o",
        (true, 16) => *b"0x",
        _ => *b"\0\0",
    };
    if parsed.kind == 'X' as u32 {
        text.make_ascii_uppercase();
        prefix.make_ascii_uppercase();
    }
    let number = Number {
        negative: value.is_negative(),
        prefix: if prefix[0] == 0 { b"" } else { &prefix },
        digits: text.trim_start_matches('-').as_bytes(),
        tail: b"",
    };
    number.push(&mut out, &parsed, limits, poll)?;
    Ok(out)
}

/// The code point that `c` asks for.
fn character(value: &BigInt, spec: &Spec) -> Result<u32> {
    if spec.sign != Sign::Default {
        return Err(Error::value(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    if spec.alternate {
        return Err(Error::value(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let value = value
        .to_i64()
        .ok_or_else(|| Error::overflow("Python int too large to convert to C long"))?;
    match u32::try_from(value) {
        Ok(c) if c <= 0x10_FFFF => Ok(c),
        _ => Err(Error::overflow("%c arg not in range(0x110000)")),
    }
}

/// `format(value, spec)` of a float.
pub fn format_float(
    value: f64,
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let parsed = spec::parse(
        spec,
        Defaults {
            kind: 0,
            align: Align::Right,
            type_name,
        },
    )?;
    apply_float(value, &parsed, type_name, limits, poll)
}

fn apply_float(
    value: f64,
    spec: &Spec,
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let percent = spec.kind == '%' as u32;
    let scaled = if percent { value * 100.0 } else { value };
    let mut text = float_text(scaled, spec, percent, true, type_name, limits)?;
    if percent {
        text.push('%');
    }
    let mut out = Vec::new();
    Number::of_text(&text).push(&mut out, spec, limits, poll)?;
    Ok(out)
}

/// The digits of a float as the spec's type and precision have them. `dot_zero`: whether a missing type shows `.0`.
fn float_text(
    value: f64,
    spec: &Spec,
    percent: bool,
    dot_zero: bool,
    type_name: &str,
    limits: Limits,
) -> Result<String> {
    let notation = match char::from_u32(spec.kind) {
        Some('e' | 'E') => Notation::Exponent,
        Some('f' | 'F') => Notation::Fixed,
        Some('g' | 'G' | 'n') => Notation::General,
        Some('%') if percent => Notation::Fixed,
        Some('\0') if spec.precision.is_some() => Notation::General,
        Some('\0') => Notation::Shortest,
        _ => return Err(spec::unknown_kind(spec.kind, type_name)),
    };
    let precision = spec.precision.unwrap_or(6);
    if precision > i32::MAX as usize {
        return Err(Error::value("precision too big"));
    }
    if value.is_finite()
        && precision > limits.max_bytes
        && (notation != Notation::General || spec.alternate)
    {
        return Err(Error::Memory);
    }
    let options = Options {
        alternate: spec.alternate,
        dot_zero: dot_zero && spec.kind == 0,
        upper: matches!(char::from_u32(spec.kind), Some('E' | 'F' | 'G')),
        no_negative_zero: spec.no_negative_zero,
    };
    to_text(value, notation, precision, options)
}

/// `format(value, spec)` of a complex number.
pub fn format_complex(
    real: f64,
    imaginary: f64,
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let parsed = spec::parse(
        spec,
        Defaults {
            kind: 0,
            align: Align::Right,
            type_name,
        },
    )?;
    let known = matches!(
        char::from_u32(parsed.kind),
        Some('\0' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    );
    if !known {
        return Err(spec::unknown_kind(parsed.kind, type_name));
    }
    if parsed.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(Error::value("precision too big"));
    }
    if parsed.fill == '0' as u32 {
        return Err(Error::value(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if parsed.align == Align::AfterSign {
        return Err(Error::value(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let plain = parsed.kind == 0;
    let skip_real = plain && real == 0.0 && real.is_sign_positive();
    let parentheses = plain && !skip_real;
    let part = Spec {
        fill: ' ' as u32,
        align: Align::Left,
        width: 0,
        ..parsed
    };
    let mut body = Vec::new();
    if parentheses {
        body.push(b'(');
    }
    if !skip_real {
        let text = float_text(real, &part, false, false, type_name, limits)?;
        Number::of_text(&text).push(&mut body, &part, limits, poll)?;
    }
    let text = float_text(imaginary, &part, false, false, type_name, limits)?;
    let sign = if skip_real { part.sign } else { Sign::Plus };
    Number::of_text(&text).push(&mut body, &Spec { sign, ..part }, limits, poll)?;
    body.push(b'j');
    if parentheses {
        body.push(b')');
    }
    let mut out = Vec::new();
    let used = body.len();
    pad(&mut out, &parsed, used, limits, poll, |out, _| {
        reserve(out, used, limits)?;
        out.extend_from_slice(&body);
        Ok(())
    })?;
    Ok(out)
}

/// Writes `body`, which is `used` code points wide, with the fill that the width asks for around it. The fill that
/// belongs after a sign is written by the body itself.
fn pad(
    out: &mut Vec<u8>,
    spec: &Spec,
    used: usize,
    limits: Limits,
    poll: Poll<'_>,
    body: impl FnOnce(&mut Vec<u8>, Poll<'_>) -> Result<()>,
) -> Result<()> {
    let room = spec.width.saturating_sub(used);
    let (before, after) = match spec.align {
        Align::Left => (0, room),
        Align::Right => (room, 0),
        Align::Centre => (room / 2, room - room / 2),
        Align::AfterSign => (0, 0),
    };
    push_fill(out, spec.fill, before, limits, poll)?;
    body(out, poll)?;
    push_fill(out, spec.fill, after, limits, poll)
}

/// A converted number, taken apart.
#[derive(Clone, Copy, Debug, Default)]
struct Number<'a> {
    negative: bool,
    /// `0x` and the like.
    prefix: &'a [u8],
    /// Digits before the point, which are grouped.
    digits: &'a [u8],
    /// Everything after them: point, fraction, exponent, percent sign; or all of `inf`, `nan`, a character.
    tail: &'a [u8],
}

impl<'a> Number<'a> {
    /// From the text of a float.
    fn of_text(text: &'a str) -> Number<'a> {
        let body = text.strip_prefix('-').unwrap_or(text);
        let whole = body.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, tail) = body.as_bytes().split_at(whole);
        Number {
            negative: body.len() < text.len(),
            prefix: b"",
            digits,
            tail,
        }
    }

    fn push(&self, out: &mut Vec<u8>, spec: &Spec, limits: Limits, poll: Poll<'_>) -> Result<()> {
        let sign = match (self.negative, spec.sign) {
            (true, _) => Some(b'-'),
            (false, Sign::Plus) => Some(b'+'),
            (false, Sign::Space) => Some(b' '),
            _ => None,
        };
        let tail_width = points::count(self.tail);
        let fixed = usize::from(sign.is_some()) + self.prefix.len() + tail_width;
        // Zeros that fill after the sign are digits: they are grouped with the others.
        let zero_filled = spec.fill == '0' as u32 && spec.align == Align::AfterSign;
        let least = if zero_filled {
            spec.width.saturating_sub(fixed)
        } else {
            0
        };
        let layout = Groups::new(self.digits.len(), least, spec.grouping);
        let used = fixed.checked_add(layout.width).ok_or(Error::Memory)?;
        pad(out, spec, used, limits, poll, |out, poll| {
            out.extend(sign);
            out.extend_from_slice(self.prefix);
            if spec.align == Align::AfterSign {
                push_fill(
                    out,
                    spec.fill,
                    spec.width.saturating_sub(used),
                    limits,
                    poll,
                )?;
            }
            layout.push(out, self.digits, limits, poll)?;
            reserve(out, self.tail.len(), limits)?;
            out.extend_from_slice(self.tail);
            Ok(())
        })
    }
}

/// Digits with leading zeros and separators: how many of each.
struct Groups {
    /// Digits with the zeros before them.
    digits: usize,
    /// Digits in a group; 0 for no grouping.
    size: usize,
    separator: u8,
    /// Everything together.
    width: usize,
}

impl Groups {
    /// At least `least` wide; a separator is never the first character, so the width may come out one larger.
    fn new(digits: usize, least: usize, grouping: Grouping) -> Groups {
        let (size, separator) = match grouping {
            Grouping::None => (0, 0),
            Grouping::Comma => (3, b','),
            Grouping::Underscore => (3, b'_'),
            Grouping::UnderscoreFour => (4, b'_'),
        };
        if digits == 0 {
            return Groups {
                digits: 0,
                size,
                separator,
                width: 0,
            };
        }
        if size == 0 {
            let digits = digits.max(least);
            return Groups {
                digits,
                size,
                separator,
                width: digits,
            };
        }
        // n digits with separators are n + (n - 1) / size wide; a width that falls on a separator takes the next.
        let on_separator = least > 0 && least.is_multiple_of(size + 1);
        let wanted = least - least / (size + 1) + usize::from(on_separator);
        let digits = digits.max(wanted).max(1);
        Groups {
            digits,
            size,
            separator,
            width: digits.saturating_add((digits - 1) / size),
        }
    }

    fn push(&self, out: &mut Vec<u8>, digits: &[u8], limits: Limits, poll: Poll<'_>) -> Result<()> {
        reserve(out, self.width, limits)?;
        if self.size == 0 {
            push_fill(out, '0' as u32, self.digits - digits.len(), limits, poll)?;
            out.extend_from_slice(digits);
            return Ok(());
        }
        let zeros = self.digits - digits.len();
        for i in 0..self.digits {
            if i % (1 << 16) == 0xFFFF {
                poll()?;
            }
            if i > 0 && (self.digits - i).is_multiple_of(self.size) {
                out.push(self.separator);
            }
            out.push(if i < zeros { b'0' } else { digits[i - zeros] });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    fn shown(result: Result<Vec<u8>>) -> String {
        match result {
            Ok(bytes) => String::from_utf8(bytes).expect("no surrogates"),
            Err(error) => format!("! {error}"),
        }
    }

    fn int(value: i64, spec: &str) -> String {
        shown(format_int(
            &value.into(),
            spec.as_bytes(),
            "int",
            Limits::default(),
            &mut never(),
        ))
    }

    fn float(value: f64, spec: &str) -> String {
        shown(format_float(
            value,
            spec.as_bytes(),
            "float",
            Limits::default(),
            &mut never(),
        ))
    }

    fn text(value: &str, spec: &str) -> String {
        shown(format_str(
            value.as_bytes(),
            spec.as_bytes(),
            "str",
            Limits::default(),
            &mut never(),
        ))
    }

    fn complex(real: f64, imaginary: f64, spec: &str) -> String {
        shown(format_complex(
            real,
            imaginary,
            spec.as_bytes(),
            "complex",
            Limits::default(),
            &mut never(),
        ))
    }

    /// Expectations of this module: what `format` answers in CPython 3.13, or its message after `! `.
    #[test]
    fn ints() {
        let cases: &[(i64, &str, &str)] = &[
            (
                1,
                "xx",
                "! Invalid format specifier 'xx' for object of type 'int'",
            ),
            (1, ",_", "! Cannot specify both ',' and '_'."),
            (1, "_,", "! Cannot specify both ',' and '_'."),
            (1, ",x", "! Cannot specify ',' with 'x'."),
            (1, ",n", "! Cannot specify ',' with 'n'."),
            (1, "_c", "! Cannot specify '_' with 'c'."),
            (1, ".", "! Format specifier missing precision"),
            (
                1,
                ".3d",
                "! Precision not allowed in integer format specifier",
            ),
            (
                1,
                "z",
                "! Negative zero coercion (z) not allowed in integer format specifier",
            ),
            (1, "s", "! Unknown format code 's' for object of type 'int'"),
            (
                1,
                "é",
                "! Unknown format code '\\xe9' for object of type 'int'",
            ),
            (
                1,
                "\x01",
                "! Unknown format code '\\x1' for object of type 'int'",
            ),
            (
                1,
                "\n",
                "! Unknown format code '\\xa' for object of type 'int'",
            ),
            (
                1,
                "+c",
                "! Sign not allowed with integer format specifier 'c'",
            ),
            (
                1,
                "#c",
                "! Alternate form (#) not allowed with integer format specifier 'c'",
            ),
            (1114112, "c", "! %c arg not in range(0x110000)"),
            (-1, "c", "! %c arg not in range(0x110000)"),
            (97, "5c", "    a"),
            (97, "05c", "0000a"),
            (8364, "*^5c", "**€**"),
            (1234, "08,", "0,001,234"),
            (1234, "012,", "0,000,001,234"),
            (1234567, "_", "1_234_567"),
            (1234567, "#_x", "0x12_d687"),
            (1234567, "#020_b", "0b1_0010_1101_0110_1000_0111"),
            (12345, "n", "12345"),
            (
                1,
                "99999999999999999999",
                "! Too many decimal digits in format string",
            ),
            (
                1,
                ".99999999999999999999",
                "! Too many decimal digits in format string",
            ),
            (5, "<05", "50000"),
            (5, "*=+5", "+***5"),
            (5, "x<05", "5xxxx"),
            (5, "٣", "  5"),
            (5, "f", "5.000000"),
            (5, "%", "500.000000%"),
            (5, "=5", "    5"),
            (5, " ", " 5"),
            (5, " b", " 101"),
            (-5, "#X", "-0X5"),
            (255, "#X", "0XFF"),
            (
                1,
                "z#d",
                "! Negative zero coercion (z) not allowed in integer format specifier",
            ),
            (
                1,
                "#zd",
                "! Invalid format specifier '#zd' for object of type 'int'",
            ),
            (
                1,
                "+ d",
                "! Invalid format specifier '+ d' for object of type 'int'",
            ),
            (1, "1,2", "! Cannot specify ',' with '2'."),
            (
                1,
                "_x,",
                "! Invalid format specifier '_x,' for object of type 'int'",
            ),
            (1, ",\x01", "! Cannot specify ',' with '\\x1'."),
            (1, "_é", "! Cannot specify '_' with '\\xe9'."),
            (1, "0=5", "00001"),
            (0, "#o", "0o0"),
            (0, "", "0"),
            (
                1,
                "dddddddddddddddddddddddddddddddddddddddd",
                "! Invalid format specifier 'dddddddddddddddddddddddddddddddddddddddd' for object of type 'int'",
            ),
            (1234567, "00,", "1,234,567"),
            (0, "00_x", "0"),
            (-12, "+00,d", "-12"),
            (1234567, "01,", "1,234,567"),
            (0, "01_x", "0"),
            (-12, "+01,d", "-12"),
            (1234567, "02,", "1,234,567"),
            (0, "02_x", "00"),
            (-12, "+02,d", "-12"),
            (1234567, "03,", "1,234,567"),
            (0, "03_x", "000"),
            (-12, "+03,d", "-12"),
            (1234567, "04,", "1,234,567"),
            (0, "04_x", "0000"),
            (-12, "+04,d", "-012"),
            (1234567, "05,", "1,234,567"),
            (0, "05_x", "0_0000"),
            (-12, "+05,d", "-0,012"),
            (1234567, "06,", "1,234,567"),
            (0, "06_x", "0_0000"),
            (-12, "+06,d", "-0,012"),
            (1234567, "07,", "1,234,567"),
            (0, "07_x", "00_0000"),
            (-12, "+07,d", "-00,012"),
            (1234567, "08,", "1,234,567"),
            (0, "08_x", "000_0000"),
            (-12, "+08,d", "-000,012"),
            (1234567, "09,", "1,234,567"),
            (0, "09_x", "0000_0000"),
            (-12, "+09,d", "-0,000,012"),
            (1234567, "010,", "01,234,567"),
            (0, "010_x", "0_0000_0000"),
            (-12, "+010,d", "-0,000,012"),
            (1234567, "011,", "001,234,567"),
            (0, "011_x", "0_0000_0000"),
            (-12, "+011,d", "-00,000,012"),
            (1234567, "012,", "0,001,234,567"),
            (0, "012_x", "00_0000_0000"),
            (-12, "+012,d", "-000,000,012"),
            (1234567, "013,", "0,001,234,567"),
            (0, "013_x", "000_0000_0000"),
            (-12, "+013,d", "-0,000,000,012"),
            (-123456789, "*<+#020", "-123456789**********"),
            (255, "= 12_.2f", "      255.00"),
            (1000000000, "=+20,", "+      1,000,000,000"),
            (-4096, "+0,e", "-4.096000e+03"),
            (-1, "é^-#020,b", "! Cannot specify ',' with 'b'."),
            (-123456789, "01,n", "! Cannot specify ',' with 'n'."),
            (-4096, "é^ #020,.2f", "ééééé-4,096.00éééééé"),
            (
                1000000000,
                "=+#7_b",
                "+0b11_1011_1001_1010_1100_1010_0000_0000",
            ),
            (255, "^07d", "0025500"),
            (0, "é^-0,b", "! Cannot specify ',' with 'b'."),
            (255, "^-#_", "255"),
            (0, "é^ #,", " 0"),
            (1, "07_x", "00_0001"),
            (255, "é^#07n", "éé255éé"),
            (-1, "=-012_o", "-0_0000_0001"),
            (0, "= #0,X", "! Cannot specify ',' with 'X'."),
            (-4096, "=+012,X", "! Cannot specify ',' with 'X'."),
            (-1, "é^ #20", "ééééééééé-1ééééééééé"),
            (-1, "^-#01,b", "! Cannot specify ',' with 'b'."),
            (-1, "^ #0b", "-0b1"),
            (1000000000, ">+#7n", "+1000000000"),
            (255, "é^07_o", "éé377éé"),
            (1, "*<#20,x", "! Cannot specify ',' with 'x'."),
            (-1, "020x", "-0000000000000000001"),
            (-123456789, "é^#12,.2f", "-123,456,789.00"),
            (0, "^-#07,n", "! Cannot specify ',' with 'n'."),
            (255, "=+12_.2f", "+     255.00"),
            (-1, ">+020,.2f", "000000000000000-1.00"),
            (-123456789, "*<#1", "-123456789"),
            (1, "é^+#,d", "+1"),
            (0, "> 20_n", "! Cannot specify '_' with 'n'."),
            (-123456789, ">#7_e", "-1.234568e+08"),
            (1, " _d", " 1"),
            (0, "*< 12_n", "! Cannot specify '_' with 'n'."),
            (-123456789, "^+#0,X", "! Cannot specify ',' with 'X'."),
            (255, "d", "255"),
            (-1, "#01,d", "-1"),
            (255, "=-#07X", "0X000FF"),
            (0, "+0_b", "+0"),
            (-1, "^-#20,", "         -1         "),
            (1, "é^-#012,", "ééééé1éééééé"),
            (0, "*< 01,b", "! Cannot specify ',' with 'b'."),
            (-123456789, "^ #12_d", "-123_456_789"),
            (-123456789, "é^-020_d", "éééé-123_456_789éééé"),
            (-4096, ">#1,", "-4,096"),
            (0, "#,d", "0"),
            (-4096, "-#0.2f", "-4096.00"),
            (-1, "é^+20.2f", "ééééééé-1.00éééééééé"),
            (255, ">+1_o", "+377"),
            (-4096, ">-#020,X", "! Cannot specify ',' with 'X'."),
            (255, "=#12_b", "0b 1111_1111"),
            (255, "é^-01d", "255"),
            (1, "é^-#1,o", "! Cannot specify ',' with 'o'."),
            (1, "> 012_x", "0000000000 1"),
            (-4096, "^#012b", "-0b1000000000000"),
            (1000000000, "^+#01,e", "+1.000000e+09"),
            (-123456789, ">+#12_d", "-123_456_789"),
            (1, "=#1_d", "1"),
            (-1, "^+01", "-1"),
            (0, "*<#12d", "0***********"),
        ];
        for &(value, spec, expected) in cases {
            assert_eq!(int(value, spec), expected, "format({value}, {spec:?})");
        }
    }

    #[test]
    #[allow(clippy::approx_constant)]
    fn floats() {
        let cases: &[(f64, &str, &str)] = &[
            (
                1.5,
                "d",
                "! Unknown format code 'd' for object of type 'float'",
            ),
            (1.0, "z.1f", "1.0"),
            (1.5, "010,", "0,000,001.5"),
            (f64::INFINITY, "010", "0000000inf"),
            (f64::NEG_INFINITY, "010,", "-000000inf"),
            (1234567.891, ",.2f", "1,234,567.89"),
            (1234567.891, "020,.2f", "0,000,001,234,567.89"),
            (12345.5, "n", "12345.5"),
            (10000000000.0, ",", "10,000,000,000.0"),
            (0.5, "%", "50.000000%"),
            (1.0, "", "1.0"),
            (1e+16, ".3", "1e+16"),
            (123.0, ".3", "1.23e+02"),
            (12.0, ".3", "12.0"),
            (1e+20, "g", "1e+20"),
            (-0.0, "z", "0.0"),
            (-0.001, "z.2f", "0.00"),
            (1.5, "e", "1.500000e+00"),
            (1.5, "#.0f", "2."),
            (1.0, "#g", "1.00000"),
            (1.0, "_n", "! Cannot specify '_' with 'n'."),
            (f64::NAN, "+", "+nan"),
            (f64::NAN, "%", "nan%"),
            (f64::NAN, "F", "NAN"),
            (1.5, ".0", "2e+00"),
            (0.0, ".0", "0e+00"),
            (15.0, ".0", "2e+01"),
            (1.5, "#", "1.5"),
            (1.0, "#.3", "1.00"),
            (100000.0, ".1", "1e+05"),
            (1e+16, ",", "1e+16"),
            (1.0, ".2147483648", "! precision too big"),
            (
                1.0,
                "c",
                "! Unknown format code 'c' for object of type 'float'",
            ),
            (
                1.0,
                ".99999999999999999999f",
                "! Too many decimal digits in format string",
            ),
            (0.0, " z012_.1", " 000_000e+00"),
            (12345.678, "^ z#0.10%", " 1234567.8000000000%"),
            (-0.0, "*< #12.3G", "-0.00*******"),
            (f64::INFINITY, "> z#07.1e", "000 inf"),
            (-0.0, "= #1.1%", "-0.0%"),
            (1e+22, "+z#01,.3G", "+1.00E+22"),
            (12345.678, "*<07.1G", "1E+04**"),
            (2.5, "+#01_.10E", "+2.5000000000E+00"),
            (999999.5, "^-z012.0G", "0001E+060000"),
            (999999.5, "20,.3f", "         999,999.500"),
            (1e-07, ">+z20.0G", "              +1E-07"),
            (f64::INFINITY, "^z#07_.10G", "00INF00"),
            (1.0, "= z.0%", " 100%"),
            (999999.5, ">-_.3e", "1.000e+06"),
            (999999.5, "^+#20E", "   +9.999995E+05    "),
            (-0.0, "*<z07,.1f", "0.0****"),
            (1000000000000000.0, ">#.3g", "1.00e+15"),
            (1000000000000000.0, "^#1_.0F", "1_000_000_000_000_000."),
            (1e+22, "=z07.3%", "999999999999999983222784.000%"),
            (1e+16, "=-#7,.1%", "1,000,000,000,000,000,000.0%"),
            (1e+16, "^-7,.0%", "1,000,000,000,000,000,000%"),
            (f64::INFINITY, "*<+20,.10f", "+inf****************"),
            (12345.678, "+012", "+0012345.678"),
            (
                1000000000000000.0,
                "= z1,F",
                " 1,000,000,000,000,000.000000",
            ),
            (999999.5, "+012.0E", "+0000001E+06"),
            (-1.5, " 07,.1%", "-150.0%"),
            (-0.0, "> #07F", "-0.000000"),
            (1000000000000000.0, ">.10", "1e+15"),
            (12345.678, "+z07,.1", "+01e+04"),
            (1e+16, "^-#12.10F", "10000000000000000.0000000000"),
            (-1.5, "^-#01,.3%", "-150.000%"),
            (
                1000000000000000.0,
                "=-z#20_.10F",
                "1_000_000_000_000_000.0000000000",
            ),
            (-1.5, "+0_E", "-1.500000E+00"),
            (-1.5, ">#07,e", "-1.500000e+00"),
            (f64::NEG_INFINITY, "=z#12.0g", "-        inf"),
            (-0.04, "+1,.0g", "-0.04"),
            (-0.04, ">-z01_", "-0.04"),
            (-1.5, "0.3F", "-1.500"),
            (3.14159, ">z#020_.3e", "000000000003.142e+00"),
            (f64::NEG_INFINITY, ">-z20.3G", "                -INF"),
            (1e+22, " z0_.1F", " 10_000_000_000_000_000_000_000.0"),
            (-0.0, "+#7.3%", "-0.000%"),
            (2.5, "^+z1_.10%", "+250.0000000000%"),
            (3.14159, ">-z012,.3", "000000003.14"),
            (f64::INFINITY, "+7_.10", "   +inf"),
            (1000000000000000.0, "=012,E", "1.000000E+15"),
            (-1.5, "*< 07,.3e", "-1.500e+00"),
            (
                1000000000000000.0,
                "*<-z#01,.1%",
                "100,000,000,000,000,000.0%",
            ),
            (1e+22, ">+z#0,.1E", "+1.0E+22"),
            (1.0, "^+20.10", "        +1.0        "),
            (1.0, "#07_%", "100.000000%"),
            (1000000000000000.0, "*<z#0_.10e", "1.0000000000e+15"),
            (12345.678, "^ #07,", " 12,345.678"),
            (3.14159, "+020,.10f", "+0,000,003.1415900000"),
            (1e-07, "+0,.3F", "+0.000"),
            (1e+22, ">+z1_F", "+10_000_000_000_000_000_000_000.000000"),
            (999999.5, "^-z#012,.10f", "999,999.5000000000"),
            (0.0, "^+#01,.10G", "+0.000000000"),
            (1e-07, "^z07.3e", "1.000e-07"),
            (1e-07, "-z07.3F", "000.000"),
            (0.0, " 07_.3G", " 00_000"),
            (f64::NEG_INFINITY, "*<-z#12.0e", "-inf********"),
            (1000000000000000.0, ">0,.1%", "100,000,000,000,000,000.0%"),
            (2.5, "^ 12.0f", "      2     "),
            (3.14159, "*<-z12.0f", "3***********"),
            (12345.678, "*<+20.3e", "+1.235e+04**********"),
            (1.0, "=+#1.0G", "+1."),
            (-0.0, "= 7.3g", "-     0"),
            (999999.5, "^-#0_.1%", "99_999_950.0%"),
            (1e+22, "=-z#20,.3g", "            1.00e+22"),
            (0.0, "> #7,.0f", "     0."),
            (1e+22, ">z20.0e", "               1e+22"),
            (1.0, "= z020_.3E", " 000_000_001.000E+00"),
            (-0.04, ">+z#07_.1E", "-4.0E-02"),
            (f64::NEG_INFINITY, "^ z#_.10g", "-inf"),
            (1e+16, "^+z#012.3E", "0+1.000E+160"),
            (0.0, "*<-012_.10G", "0***********"),
            (1e+16, "*<-z7_.0", "1e+16**"),
            (12345.678, "=z#0,.1E", "1.2E+04"),
            (-0.0, "= #7E", "-0.000000E+00"),
        ];
        for &(value, spec, expected) in cases {
            assert_eq!(float(value, spec), expected, "format({value}, {spec:?})");
        }
    }

    #[test]
    fn strs() {
        let cases: &[(&str, &str, &str)] = &[
            (
                "a",
                ">>>1",
                "! Invalid format specifier '>>>1' for object of type 'str'",
            ),
            ("a", ",", "! Cannot specify ',' with 's'."),
            ("a", "_s", "! Cannot specify '_' with 's'."),
            (
                "a",
                "d",
                "! Unknown format code 'd' for object of type 'str'",
            ),
            (
                "a",
                "=10",
                "! '=' alignment not allowed in string format specifier",
            ),
            ("a", "+", "! Sign not allowed in string format specifier"),
            ("a", " ", "! Space not allowed in string format specifier"),
            (
                "a",
                "#",
                "! Alternate form (#) not allowed in string format specifier",
            ),
            (
                "a",
                "z",
                "! Negative zero coercion (z) not allowed in string format specifier",
            ),
            ("a", "010", "a000000000"),
            ("abc", ".2", "ab"),
            ("abc", "é^9.2", "éééabéééé"),
            ("abc", "*>2", "abc"),
            ("", "5", "     "),
            ("日本語", "^7.2", "  日本   "),
            (
                "a",
                "9223372036854775808",
                "! Too many decimal digits in format string",
            ),
            ("abc", ".9223372036854775807", "abc"),
            ("a", ">05", "0000a"),
            ("ab", ".0", ""),
            ("a", "-", "! Sign not allowed in string format specifier"),
            ("a", "s", "a"),
            (
                "a",
                "5x",
                "! Unknown format code 'x' for object of type 'str'",
            ),
        ];
        for &(value, spec, expected) in cases {
            assert_eq!(text(value, spec), expected, "format({value:?}, {spec:?})");
        }
    }

    #[test]
    fn complexes() {
        let cases: &[(f64, f64, &str, &str)] = &[
            (1.0, 2.0, "", "(1+2j)"),
            (1.0, 2.0, ".2f", "1.00+2.00j"),
            (1.0, 2.0, ">20", "              (1+2j)"),
            (1.0, 2.0, "^20.1e", "  1.0e+00+2.0e+00j  "),
            (0.0, 2.0, "", "2j"),
            (-0.0, 2.0, "", "(-0+2j)"),
            (0.0, 0.0, "g", "0+0j"),
            (1.0, -2.0, "+", "(+1-2j)"),
            (1.0, -2.0, " .1f", " 1.0-2.0j"),
            (0.0, 3.0, "+", "+3j"),
            (1000000.0, 1234567.0, ",", "(1,000,000+1,234,567j)"),
            (
                1.0,
                1.0,
                "%",
                "! Unknown format code '%' for object of type 'complex'",
            ),
            (
                0.0,
                1.0,
                "010",
                "! Zero padding is not allowed in complex format specifier",
            ),
            (
                0.0,
                1.0,
                "=10",
                "! '=' alignment flag is not allowed in complex format specifier",
            ),
            (
                0.0,
                1.0,
                "s",
                "! Unknown format code 's' for object of type 'complex'",
            ),
            (0.0, 1.0, ".2147483648", "! precision too big"),
            (f64::NAN, f64::INFINITY, "", "(nan+infj)"),
            (1.0, 2.0, "<15", "(1+2j)         "),
            (1.0, 2.0, ".3", "(1+2j)"),
            (-0.0, -0.0, "g", "-0-0j"),
            (1.0, 2.0, "_.1f", "1.0+2.0j"),
            (123456789.0, 0.5, "*^30,", "******(123,456,789+0.5j)******"),
            (1.0, 2.0, "#.0f", "1.+2.j"),
            (1.0, 2.0, "z", "(1+2j)"),
        ];
        for &(real, imaginary, spec, expected) in cases {
            assert_eq!(
                complex(real, imaginary, spec),
                expected,
                "format({real}, {imaginary}, {spec:?})"
            );
        }
    }

    #[test]
    fn bounds() {
        let limits = Limits {
            max_bytes: 1000,
            max_digits: 4300,
        };
        let memory = Err(Error::Memory);
        assert_eq!(
            format_str(b"a", b"2000", "str", limits, &mut never()),
            memory
        );
        assert_eq!(
            format_str(
                b"a",
                b"9223372036854775807",
                "str",
                Limits::default(),
                &mut never()
            ),
            memory
        );
        assert_eq!(
            format_int(
                &1.into(),
                b"0=9223372036854775807,",
                "int",
                Limits::default(),
                &mut never()
            ),
            memory
        );
        assert_eq!(
            format_float(1.0, b".2147483647f", "float", limits, &mut never()),
            memory
        );
        assert_eq!(
            format_float(1.0, b".2147483647", "float", limits, &mut never()),
            Ok(b"1.0".to_vec())
        );
        let big = BigInt::from(1) << 2000u32;
        let error = print::to_decimal(&big, 100, &mut never());
        let limits = Limits {
            max_bytes: 1000,
            max_digits: 100,
        };
        assert_eq!(
            format_int(&big, b"5", "int", limits, &mut never()).err(),
            error.err()
        );
        assert_eq!(
            format_int(&big, b"f", "int", limits, &mut never()),
            Err(Error::overflow("int too large to convert to float"))
        );
        // A surrogate may fill.
        assert_eq!(
            format_str(b"a", b"\xED\xA0\x80>3", "str", limits, &mut never()),
            Ok(b"\xED\xA0\x80\xED\xA0\x80a".to_vec())
        );
    }
}
