//! Opcodes of protocol 0, whose arguments are lines of text.

use super::decoder::{Decoder, decode_text};
use super::{errors, input::Input};
use crate::base::float::parse::parse as parse_float;
use crate::base::int::parse::parse_text;
use crate::object::{Builtin, Bytes, Res, Thread, Value};
use crate::runtime::protocol::format::limits;
use crate::runtime::raise;
use crate::types::int::operators::made;
use crate::types::text::args::{buffer, copied};
use crate::types::text::codec;

/// A line without its end, copied.
fn line(thread: &Thread, input: &mut Input<'_>) -> Res<Vec<u8>> {
    let line = input.line(thread)?;
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    copied(thread, line)
}

/// The int that a text stands for.
fn parse_int(thread: &Thread, text: &[u8], base: i64) -> Res {
    let digits = limits(thread).max_digits;
    let int = raise::with_poll(thread, |poll| parse_text(text, base, digits, poll))?;
    made(thread, int)
}

/// An int as C reads it: with a prefix for base 16, and octal if it begins with a zero.
fn parse_c_int(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?.trim_ascii_start();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = digits.to_ascii_lowercase();
    let (digits, base) = match lower.strip_prefix("0x") {
        Some(digits) => (digits, 16),
        None if lower.starts_with('0') => (&*lower, 8),
        None => (&*lower, 10),
    };
    match digits.starts_with(['+', '-']) {
        true => None,
        false => i64::from_str_radix(&format!("{sign}{digits}"), base).ok(),
    }
}

impl Decoder<'_> {
    fn line(&mut self) -> Res<Vec<u8>> {
        line(self.thread, &mut self.input)
    }

    /// A line that is not empty.
    fn full_line(&mut self) -> Res<Vec<u8>> {
        match self.line()? {
            line if line.is_empty() => Err(errors::truncated(self.thread)),
            line => Ok(line),
        }
    }

    pub(super) fn read_int_line(&mut self) -> Res<()> {
        let thread = self.thread;
        let line = self.full_line()?;
        let value = match parse_c_int(&line) {
            Some(truth @ 0..=1) if line.len() == 2 => Value::from_bool(truth == 1),
            Some(int) => thread.int(int)?,
            None => match parse_int(thread, &line, 0) {
                Ok(int) => int,
                Err(raised) if raise::raised_is(thread, Builtin::ValueError) => {
                    drop(thread.take_raised(raised));
                    return Err(thread.value_error("could not convert string to int"));
                }
                Err(raised) => return Err(raised),
            },
        };
        self.push(value)
    }

    pub(super) fn read_long_line(&mut self) -> Res<()> {
        let mut line = self.full_line()?;
        match line.last() {
            Some(b'L') => drop(line.pop()),
            _ => line.push(b'\n'),
        }
        let int = parse_int(self.thread, &line, 10)?;
        self.push(int)
    }

    pub(super) fn read_float_line(&mut self) -> Res<()> {
        let line = self.full_line()?;
        match parse_float(&line) {
            Some(float) => self.push(self.thread.float(float)?),
            None => {
                let shown = String::from_utf8_lossy(&line);
                let shown: String = shown.chars().take(200).collect();
                let message = format!("could not convert string to float: '{shown}\n'");
                Err(self.thread.value_error(message))
            }
        }
    }

    pub(super) fn read_string_line(&mut self) -> Res<()> {
        let line = self.line()?;
        let mut text = &line[..];
        while let Some((last, rest)) = text.split_last()
            && matches!(last, b' ' | b'\t'..=b'\r')
        {
            text = rest;
        }
        let inner = match text {
            [first @ (b'\'' | b'"'), inner @ .., last] if first == last => inner,
            _ => {
                let message = "the STRING opcode argument must be quoted";
                return Err(errors::reading(self.thread, message));
            }
        };
        let bytes = unescape(self.thread, inner)?;
        let string = self.old_string(&bytes)?;
        self.push(string)
    }

    /// A byte string of Python 2: text in the encoding that was asked for, or bytes.
    pub(super) fn old_string(&mut self, bytes: &[u8]) -> Res {
        let bytes = Bytes::new_value(self.thread, bytes)?;
        match &*self.options.encoding {
            "bytes" => Ok(bytes),
            encoding => codec::decode(self.thread, &bytes, encoding, &self.options.errors),
        }
    }

    pub(super) fn read_text_line(&mut self) -> Res<()> {
        let line = self.line()?;
        let bytes = Bytes::new_value(self.thread, &line)?;
        let text = codec::decode(self.thread, &bytes, "raw-unicode-escape", "strict")?;
        self.push(text)
    }

    /// The number in the memo that a line holds.
    pub(super) fn number_line(&mut self) -> Res<i64> {
        let mut line = self.full_line()?;
        line.push(b'\n');
        let int = parse_int(self.thread, &line, 10)?;
        crate::runtime::protocol::convert::index_ssize(self.thread, &int)
    }

    /// Module and name, one line each.
    fn name_lines(&mut self) -> Res<(Value, Value)> {
        let module = self.full_line()?;
        let name = self.full_line()?;
        Ok((
            decode_text(self.thread, &module)?,
            decode_text(self.thread, &name)?,
        ))
    }

    pub(super) fn global_lines(&mut self) -> Res<()> {
        let (module, name) = self.name_lines()?;
        let found = self.find_class(&module, &name)?;
        self.push(found)
    }

    pub(super) fn instance_lines(&mut self) -> Res<()> {
        let start = self.take_mark()?;
        let (module, name) = self.name_lines()?;
        let class = self.find_class(&module, &name)?;
        let arguments = self.take_from(start)?;
        let instance = self.instantiate(&class, arguments)?;
        self.push(instance)
    }

    pub(super) fn persistent_line(&mut self) -> Res<()> {
        let line = self.line()?;
        if !line.is_ascii() {
            let message = "persistent IDs in protocol 0 must be ASCII strings";
            return Err(errors::reading(self.thread, message));
        }
        let id = decode_text(self.thread, &line)?;
        self.persistent(&id)
    }
}

/// The bytes that the inside of a bytes literal stands for.
fn unescape(thread: &Thread, text: &[u8]) -> Res<Vec<u8>> {
    let mut out = buffer(thread, text.len())?;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        at += 1;
        if *byte != b'\\' {
            out.push(*byte);
            continue;
        }
        let Some(escape) = text.get(at) else {
            return Err(thread.value_error("Trailing \\ in string"));
        };
        at += 1;
        match escape {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => out.push(*escape),
            b'a' => out.push(7),
            b'b' => out.push(8),
            b't' => out.push(b'\t'),
            b'n' => out.push(b'\n'),
            b'v' => out.push(11),
            b'f' => out.push(12),
            b'r' => out.push(b'\r'),
            b'0'..=b'7' => {
                let mut code = u32::from(*escape - b'0');
                for _ in 0..2 {
                    match text.get(at) {
                        Some(digit @ b'0'..=b'7') => {
                            code = code * 8 + u32::from(*digit - b'0');
                            at += 1;
                        }
                        _ => break,
                    }
                }
                out.push(code as u8);
            }
            b'x' => {
                let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
                match (digit(at), digit(at + 1)) {
                    (Some(high), Some(low)) => {
                        out.push((high * 16 + low) as u8);
                        at += 2;
                    }
                    _ => {
                        let position = at - 2;
                        let message = format!("invalid \\x escape at position {position}");
                        return Err(thread.value_error(message));
                    }
                }
            }
            _ => out.extend([b'\\', *escape]),
        }
    }
    Ok(out)
}
