//! `str.format` templates: literals, fields, and the steps of field names.
//!
//! [`Template`] yields a [`Piece`] at a time, so that errors come where CPython has them: after the fields before.
//! The caller resolves a field's name with [`split_name`] and [`Numbering`], converts, expands the spec if it is
//! nested (another `Template`, at most [`MAX_DEPTH`] levels in all) and formats.
#![forbid(unsafe_code)]

use super::leading_number;
use crate::base::error::{Error, Result};
use crate::base::text::points;

/// How many levels of templates there may be: the outer one and the specs inside its fields.
pub const MAX_DEPTH: usize = 2;

/// The error for specs nested deeper than [`MAX_DEPTH`].
#[cold]
pub fn too_deep() -> Error {
    Error::value("Max string recursion exceeded")
}

/// A replacement field, `{name!conversion:spec}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The name with its attributes and items.
    pub name: &'a [u8],
    /// The conversion character, unchecked (see [`Conversion::from_point`]).
    pub conversion: Option<u32>,
    /// The spec.
    pub spec: &'a [u8],
    /// Whether the spec contains fields of its own.
    pub nested: bool,
}

/// Text and the field after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text before the field, its doubled braces undone. May be empty.
    pub literal: &'a [u8],
    /// The field, unless the text ended at a doubled brace or at the end of the template.
    pub field: Option<Field<'a>>,
}

/// What `!c` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

impl Conversion {
    /// From the character after the exclamation mark.
    pub fn from_point(c: u32) -> Result<Conversion> {
        match char::from_u32(c) {
            Some('s') => Ok(Conversion::Str),
            Some('r') => Ok(Conversion::Repr),
            Some('a') => Ok(Conversion::Ascii),
            _ if c > 32 && c < 127 => Err(Error::value(format!(
                "Unknown conversion specifier {}",
                char::from(c as u8)
            ))),
            _ => Err(Error::value(format!(
                "Unknown conversion specifier \\x{c:x}"
            ))),
        }
    }
}

/// Iterator over the pieces of a template. After an error it ends.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Template<'a> {
    /// Over a template or a nested spec.
    pub fn new(text: &'a [u8]) -> Template<'a> {
        Template { text, at: 0 }
    }

    /// How much of the text has been read.
    pub fn position(&self) -> usize {
        self.at
    }

    fn piece(&mut self) -> Result<Piece<'a>> {
        let start = self.at;
        let Some(brace) = memchr::memchr2(b'{', b'}', &self.text[start..]) else {
            self.at = self.text.len();
            return Ok(Piece {
                literal: &self.text[start..],
                field: None,
            });
        };
        let brace = start + brace;
        self.at = brace + 1;
        if self.text.get(self.at) == Some(&self.text[brace]) {
            self.at += 1;
            return Ok(Piece {
                literal: &self.text[start..=brace],
                field: None,
            });
        }
        if self.text[brace] == b'}' {
            return Err(Error::value("Single '}' encountered in format string"));
        }
        if self.at == self.text.len() {
            return Err(Error::value("Single '{' encountered in format string"));
        }
        Ok(Piece {
            literal: &self.text[start..brace],
            field: Some(self.field()?),
        })
    }

    fn field(&mut self) -> Result<Field<'a>> {
        let start = self.at;
        let mut end = None;
        while let Some(&byte) = self.text.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => return Err(Error::value("unexpected '{' in field name")),
                b'[' => {
                    // Anything may stand in the brackets. The bracket itself is left for the next round.
                    let rest = &self.text[self.at..];
                    self.at += memchr::memchr(b']', rest).unwrap_or(rest.len());
                }
                b'}' | b':' | b'!' => {
                    end = Some((self.at - 1, byte));
                    break;
                }
                _ => {}
            }
        }
        let Some((end, stop)) = end else {
            return Err(Error::value("expected '}' before end of string"));
        };
        let mut field = Field {
            name: &self.text[start..end],
            conversion: None,
            spec: b"",
            nested: false,
        };
        if stop == b'}' {
            return Ok(field);
        }
        if stop == b'!' {
            let Some((c, next)) = points::decode_at(self.text, self.at) else {
                return Err(Error::value(
                    "end of string while looking for conversion specifier",
                ));
            };
            field.conversion = Some(c);
            self.at = next;
            if let Some(&after) = self.text.get(self.at) {
                self.at += 1;
                match after {
                    b'}' => return Ok(field),
                    b':' => {}
                    _ => return Err(Error::value("expected ':' after conversion specifier")),
                }
            }
        }
        self.spec(&mut field)?;
        Ok(field)
    }

    fn spec(&mut self, field: &mut Field<'a>) -> Result<()> {
        let start = self.at;
        let mut depth = 1usize;
        for brace in memchr::memchr2_iter(b'{', b'}', &self.text[start..]) {
            if self.text[start + brace] == b'{' {
                field.nested = true;
                depth += 1;
                continue;
            }
            depth -= 1;
            if depth == 0 {
                field.spec = &self.text[start..start + brace];
                self.at = start + brace + 1;
                return Ok(());
            }
        }
        Err(Error::value("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>>;

    fn next(&mut self) -> Option<Result<Piece<'a>>> {
        if self.at >= self.text.len() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.at = self.text.len();
        }
        Some(piece)
    }
}

/// What a field name begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First<'a> {
    /// Nothing: the next positional argument.
    Automatic,
    /// A positional argument.
    Index(usize),
    /// A keyword argument.
    Name(&'a [u8]),
}

/// One step into a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// `.name`
    Attribute(&'a [u8]),
    /// `[digits]`
    Index(usize),
    /// `[anything else]`
    Key(&'a [u8]),
}

/// Splits a field name into what it begins with and the steps after it.
pub fn split_name(name: &[u8]) -> Result<(First<'_>, Steps<'_>)> {
    let end = memchr::memchr2(b'.', b'[', name).unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    let first = match whole_number(first)? {
        Some(index) => First::Index(index),
        None if first.is_empty() => First::Automatic,
        None => First::Name(first),
    };
    Ok((first, Steps { rest }))
}

/// The value of text that is nothing but digits.
fn whole_number(text: &[u8]) -> Result<Option<usize>> {
    // Text that merely begins with digits is a name, however long they are.
    let digit = |c| crate::base::text::unicode::is_decimal(c);
    if !points::Points::new(text).all(digit) {
        return Ok(None);
    }
    leading_number(text, 0).map(|(value, _)| value)
}

/// Iterator over the steps of a field name. After an error it ends.
#[derive(Clone, Debug)]
pub struct Steps<'a> {
    rest: &'a [u8],
}

impl<'a> Steps<'a> {
    /// The steps of what follows the beginning of a field name.
    pub fn new(rest: &'a [u8]) -> Steps<'a> {
        Steps { rest }
    }

    /// The text of the steps that are left.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    fn step(&mut self) -> Result<Step<'a>> {
        let empty = || Error::value("Empty attribute in format string");
        match self.rest {
            [b'.', rest @ ..] => {
                let end = memchr::memchr2(b'.', b'[', rest).unwrap_or(rest.len());
                let (name, rest) = rest.split_at(end);
                self.rest = rest;
                if name.is_empty() {
                    Err(empty())
                } else {
                    Ok(Step::Attribute(name))
                }
            }
            [b'[', rest @ ..] => {
                let Some(end) = memchr::memchr(b']', rest) else {
                    return Err(Error::value("Missing ']' in format string"));
                };
                let name = &rest[..end];
                self.rest = &rest[end + 1..];
                match whole_number(name)? {
                    Some(index) => Ok(Step::Index(index)),
                    None if name.is_empty() => Err(empty()),
                    None => Ok(Step::Key(name)),
                }
            }
            _ => Err(Error::value(
                "Only '.' or '[' may follow ']' in format field specifier",
            )),
        }
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Result<Step<'a>>;

    fn next(&mut self) -> Option<Result<Step<'a>>> {
        if self.rest.is_empty() {
            return None;
        }
        let step = self.step();
        if step.is_err() {
            self.rest = b"";
        }
        Some(step)
    }
}

/// Keeps count of automatic fields through a template and the specs nested in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbering {
    next: usize,
    manual: bool,
}

impl Numbering {
    /// The positional argument that a field name begins with; `None` for a keyword.
    pub fn resolve(&mut self, first: First<'_>) -> Result<Option<usize>> {
        match first {
            First::Name(_) => Ok(None),
            First::Automatic if self.manual => Err(Error::value(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            First::Automatic => {
                self.next += 1;
                Ok(Some(self.next - 1))
            }
            First::Index(_) if self.next > 0 => Err(Error::value(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            First::Index(index) => {
                self.manual = true;
                Ok(Some(index))
            }
        }
    }
}

/// The IndexError for a positional argument that is not there.
#[cold]
pub fn no_such_argument(index: usize) -> Error {
    Error::Index(format!("Replacement index {index} out of range for positional args tuple").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> std::result::Result<Vec<(String, Option<String>)>, String> {
        let shown = |b: &[u8]| points::to_str_lossy(b).into_owned();
        Template::new(text.as_bytes())
            .map(|piece| {
                let piece = piece.map_err(|e| e.to_string())?;
                let field = piece.field.map(|f| {
                    let conversion = f
                        .conversion
                        .and_then(char::from_u32)
                        .map(|c| format!("!{c}"));
                    format!(
                        "{}|{}|{}|{}",
                        shown(f.name),
                        conversion.unwrap_or_default(),
                        shown(f.spec),
                        f.nested
                    )
                });
                Ok((shown(piece.literal), field))
            })
            .collect()
    }

    #[test]
    fn pieces() {
        let pair = |a: &str, b: Option<&str>| (a.to_string(), b.map(str::to_string));
        assert_eq!(
            all("a{b!r:c{d}}e{{f}}g"),
            Ok(vec![
                pair("a", Some("b|!r|c{d}|true")),
                pair("e{", None),
                pair("f}", None),
                pair("g", None)
            ])
        );
        assert_eq!(
            all("{}{0[a}:b]!é:}"),
            Ok(vec![
                pair("", Some("|||false")),
                pair("", Some("0[a}:b]|!é||false"))
            ])
        );
        assert_eq!(all(""), Ok(vec![]));
    }

    /// Expectations: the messages of CPython 3.13.
    #[test]
    fn malformed_templates() {
        let cases = [
            ("{", "Single '{' encountered in format string"),
            ("}", "Single '}' encountered in format string"),
            ("{}}", "Single '}' encountered in format string"),
            ("{{}", "Single '}' encountered in format string"),
            ("{:}}", "Single '}' encountered in format string"),
            ("{!", "end of string while looking for conversion specifier"),
            ("{!r", "unmatched '{' in format spec"),
            ("{!}", "unmatched '{' in format spec"),
            ("{:{}", "unmatched '{' in format spec"),
            ("{!rx}", "expected ':' after conversion specifier"),
            ("{0", "expected '}' before end of string"),
            ("{0[}", "expected '}' before end of string"),
            ("{a{b}", "unexpected '{' in field name"),
        ];
        for (text, message) in cases {
            assert_eq!(all(text), Err(message.to_string()), "{text}");
        }
    }

    #[test]
    fn names() {
        let split = |name: &'static str| -> std::result::Result<_, String> {
            let (first, steps) = split_name(name.as_bytes()).map_err(|e| e.to_string())?;
            let steps: Result<Vec<_>> = steps.collect();
            Ok((first, steps.map_err(|e| e.to_string())?))
        };
        use Step::*;
        assert_eq!(
            split("a.b[c][3].d"),
            Ok((
                First::Name(b"a"),
                vec![Attribute(b"b"), Key(b"c"), Index(3), Attribute(b"d")]
            ))
        );
        assert_eq!(split("12.a"), Ok((First::Index(12), vec![Attribute(b"a")])));
        assert_eq!(split(""), Ok((First::Automatic, vec![])));
        assert_eq!(split("[-1]"), Ok((First::Automatic, vec![Key(b"-1")])));
        assert_eq!(split("٣"), Ok((First::Index(3), vec![])));
        assert_eq!(
            split("99999999999999999999x"),
            Ok((First::Name(b"99999999999999999999x"), vec![]))
        );
        let cases = [
            ("0[]", "Empty attribute in format string"),
            ("0.", "Empty attribute in format string"),
            ("0..a", "Empty attribute in format string"),
            (
                "0[0]x",
                "Only '.' or '[' may follow ']' in format field specifier",
            ),
            ("0[0", "Missing ']' in format string"),
            (
                "99999999999999999999",
                "Too many decimal digits in format string",
            ),
            (
                "0[99999999999999999999]",
                "Too many decimal digits in format string",
            ),
        ];
        for (name, message) in cases {
            assert_eq!(split(name), Err(message.to_string()), "{name}");
        }
    }

    #[test]
    fn numbering() {
        let mut numbering = Numbering::default();
        assert_eq!(numbering.resolve(First::Automatic), Ok(Some(0)));
        assert_eq!(numbering.resolve(First::Name(b"a")), Ok(None));
        assert_eq!(numbering.resolve(First::Automatic), Ok(Some(1)));
        assert!(numbering.resolve(First::Index(0)).is_err());
        let mut numbering = Numbering::default();
        assert_eq!(numbering.resolve(First::Index(7)), Ok(Some(7)));
        assert!(numbering.resolve(First::Automatic).is_err());
        assert_eq!(
            Conversion::from_point('x' as u32),
            Err(Error::value("Unknown conversion specifier x"))
        );
        assert_eq!(
            Conversion::from_point(0xE9),
            Err(Error::value("Unknown conversion specifier \\xe9"))
        );
    }
}
