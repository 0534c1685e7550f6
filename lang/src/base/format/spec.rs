//! The parser of format specs: the same grammar and the same errors for every type that uses it.
#![forbid(unsafe_code)]

use super::{leading_number, shown};
use crate::base::error::{Error, Result};
use crate::base::text::points;

/// Where the value stands in a wider field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`: the odd place goes to the right.
    Centre,
    /// `=`: the fill stands between sign and digits.
    AfterSign,
}

/// Which signs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing was said: minus signs only.
    Default,
    /// `-`: minus signs only.
    Minus,
    /// `+`: always.
    Plus,
    /// A blank in place of a plus sign.
    Space,
}

/// How digits before the point are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Not at all.
    None,
    /// Commas, by threes.
    Comma,
    /// Underscores, by threes.
    Underscore,
    /// Underscores, by fours (bases 2, 8 and 16).
    UnderscoreFour,
}

/// A parsed format spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The code point that fills.
    pub fill: u32,
    /// The alignment, the type's own if none was given.
    pub align: Align,
    /// Which signs.
    pub sign: Sign,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least width.
    pub width: usize,
    /// The grouping.
    pub grouping: Grouping,
    /// The precision.
    pub precision: Option<usize>,
    /// The type character; the type's own if none was given, 0 if it has none.
    pub kind: u32,
}

/// What a type brings to the parser.
#[derive(Clone, Copy, Debug)]
pub struct Defaults<'a> {
    /// The type character where none is given; 0 for none.
    pub kind: u32,
    /// The alignment where none is given.
    pub align: Align,
    /// The type's name, for messages.
    pub type_name: &'a str,
}

fn align_of(c: u32) -> Option<Align> {
    match char::from_u32(c)? {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Centre),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

/// Parses a whole spec.
pub fn parse(text: &[u8], defaults: Defaults<'_>) -> Result<Spec> {
    let mut spec = Spec {
        fill: ' ' as u32,
        align: defaults.align,
        sign: Sign::Default,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: Grouping::None,
        precision: None,
        kind: defaults.kind,
    };
    let mut at = 0;
    let (mut fill_given, mut align_given) = (false, false);
    if let Some((first, next)) = points::decode_at(text, 0) {
        let second =
            points::decode_at(text, next).and_then(|(c, after)| Some((align_of(c)?, after)));
        if let Some((align, after)) = second {
            (spec.fill, spec.align, at) = (first, align, after);
            (fill_given, align_given) = (true, true);
        } else if let Some(align) = align_of(first) {
            (spec.align, at, align_given) = (align, next, true);
        }
    }
    let take = |at: &mut usize, byte: u8| {
        let found = text.get(*at) == Some(&byte);
        *at += usize::from(found);
        found
    };
    spec.sign = if take(&mut at, b' ') {
        Sign::Space
    } else if take(&mut at, b'+') {
        Sign::Plus
    } else if take(&mut at, b'-') {
        Sign::Minus
    } else {
        Sign::Default
    };
    spec.no_negative_zero = take(&mut at, b'z');
    spec.alternate = take(&mut at, b'#');
    if !fill_given && take(&mut at, b'0') {
        spec.fill = '0' as u32;
        if !align_given && defaults.align == Align::Right {
            spec.align = Align::AfterSign;
        }
    }
    let (width, after) = leading_number(text, at)?;
    spec.width = width.unwrap_or(0);
    at = after;
    if take(&mut at, b',') {
        spec.grouping = Grouping::Comma;
    }
    if take(&mut at, b'_') {
        if spec.grouping != Grouping::None {
            return Err(both_separators());
        }
        spec.grouping = Grouping::Underscore;
    }
    if text.get(at) == Some(&b',') && spec.grouping == Grouping::Underscore {
        return Err(both_separators());
    }
    if take(&mut at, b'.') {
        let (precision, after) = leading_number(text, at)?;
        if precision.is_none() {
            return Err(Error::value("Format specifier missing precision"));
        }
        spec.precision = precision;
        at = after;
    }
    if let Some((kind, next)) = points::decode_at(text, at) {
        if next < text.len() {
            return Err(Error::value(format!(
                "Invalid format specifier '{}' for object of type '{}'",
                points::to_str_lossy(text),
                defaults.type_name
            )));
        }
        spec.kind = kind;
    }
    check_grouping(&mut spec)?;
    Ok(spec)
}

#[cold]
fn both_separators() -> Error {
    Error::value("Cannot specify both ',' and '_'.")
}

fn check_grouping(spec: &mut Spec) -> Result<()> {
    let separator = match spec.grouping {
        Grouping::None => return Ok(()),
        Grouping::Comma => ',',
        _ => '_',
    };
    match char::from_u32(spec.kind) {
        Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' | '\0') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => {
            spec.grouping = Grouping::UnderscoreFour;
            Ok(())
        }
        _ => Err(Error::value(format!(
            "Cannot specify '{separator}' with '{}'.",
            shown(spec.kind)
        ))),
    }
}

/// The error for a type character that the type does not know.
#[cold]
pub fn unknown_kind(kind: u32, type_name: &str) -> Error {
    Error::value(format!(
        "Unknown format code '{}' for object of type '{type_name}'",
        shown(kind)
    ))
}
