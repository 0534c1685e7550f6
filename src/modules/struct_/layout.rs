//! Formats: what lies where in packed bytes.

use crate::object::{Res, Thread, Value};
use crate::types::text::codec;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// What a format describes.
#[derive(Debug)]
pub struct Layout {
    /// The format as it was given.
    pub format: String,
    /// Whether numbers begin with their most significant byte.
    pub big_endian: bool,
    /// Whether items are those of C on this machine, and not of the sizes that are the same everywhere.
    pub native: bool,
    /// Bytes in all.
    pub size: usize,
    /// How many values there are.
    pub count: usize,
    /// The items that stand for values.
    pub items: Vec<Item>,
}

/// Neighbouring items of one kind.
#[derive(Debug)]
pub struct Item {
    /// The character of the format.
    pub kind: u8,
    /// Where the first begins.
    pub offset: usize,
    /// Bytes of each.
    pub size: usize,
    /// How many there are; of strings, one.
    pub repeat: usize,
}

/// Size and alignment of an item.
fn measures(kind: u8, native: bool) -> Option<(usize, usize)> {
    let size = match kind {
        b'x' | b'b' | b'B' | b'c' | b's' | b'p' => return Some((1, 1)),
        b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'q' | b'Q' | b'd' => 8,
        b'l' | b'L' => match native {
            true => size_of::<libc::c_long>(),
            false => 4,
        },
        b'n' | b'N' | b'P' if native => size_of::<usize>(),
        _ => return None,
    };
    Some((size, if native { size } else { 1 }))
}

impl Layout {
    /// Reads a format; what is wrong with it if it is none.
    fn parse(format: &str) -> Result<Layout, &'static str> {
        const TOO_LONG: &str = "total struct size too long";
        let text = format.as_bytes();
        if text.contains(&0) {
            return Err("embedded null character");
        }
        let (native, big_endian, text) = match text {
            [b'<', rest @ ..] => (false, false, rest),
            [b'>' | b'!', rest @ ..] => (false, true, rest),
            [b'=', rest @ ..] => (false, cfg!(target_endian = "big"), rest),
            [b'@', rest @ ..] => (true, cfg!(target_endian = "big"), rest),
            rest => (true, cfg!(target_endian = "big"), rest),
        };
        let mut layout = Layout {
            format: format.to_owned(),
            big_endian,
            native,
            size: 0,
            count: 0,
            items: Vec::new(),
        };
        let mut bytes = text.iter().copied();
        while let Some(mut kind) = bytes.next() {
            if matches!(kind, b' ' | b'\t'..=b'\r') {
                continue;
            }
            let mut repeat = 1usize;
            if kind.is_ascii_digit() {
                repeat = 0;
                while kind.is_ascii_digit() {
                    let longer = repeat.checked_mul(10);
                    let longer = longer.and_then(|n| n.checked_add((kind - b'0').into()));
                    repeat = longer
                        .filter(|n| *n <= isize::MAX as usize)
                        .ok_or(TOO_LONG)?;
                    kind = match bytes.next() {
                        Some(kind) => kind,
                        None => return Err("repeat count given without format specifier"),
                    };
                }
            }
            let Some((size, alignment)) = measures(kind, native) else {
                return Err("bad char in struct format");
            };
            let offset = layout.size.checked_next_multiple_of(alignment);
            let offset = offset.ok_or(TOO_LONG)?;
            let end = repeat.checked_mul(size).and_then(|n| n.checked_add(offset));
            let end = end
                .filter(|end| *end <= isize::MAX as usize)
                .ok_or(TOO_LONG)?;
            layout.size = end;
            let is_string = matches!(kind, b's' | b'p');
            let values = match kind {
                b'x' => 0,
                _ if is_string => 1,
                _ => repeat,
            };
            layout.count += values;
            if values > 0 {
                layout.items.push(Item {
                    kind,
                    offset,
                    size: if is_string { repeat } else { size },
                    repeat: values,
                });
            }
        }
        Ok(layout)
    }
}

/// So many formats are remembered by each native thread.
const REMEMBERED: usize = 100;

thread_local! {
    /// Formats that were read before. They hold no objects.
    static KNOWN: RefCell<HashMap<String, Arc<Layout>>> = RefCell::default();
}

/// Forgets the formats that were read before.
pub fn forget() {
    KNOWN.with_borrow_mut(HashMap::clear);
}

/// The layout of a format, a str or bytes.
///
/// # Errors
/// `struct.error` for what is no format, TypeError for other objects.
pub fn layout_of(thread: &Thread, format: &Value) -> Res<Arc<Layout>> {
    let decoded;
    let text = if let Some(text) = format.as_str_object() {
        match text.as_str().filter(|text| text.is_ascii()) {
            Some(text) => text,
            None => {
                codec::encode(thread, format, "ascii", "strict")?;
                return Err(super::error(thread, "bad char in struct format"));
            }
        }
    } else if let Some(bytes) = format.as_bytes() {
        decoded = String::from_utf8_lossy(bytes);
        &decoded
    } else {
        return Err(thread.type_error(format!(
            "Struct() argument 1 must be a str or bytes object, not {}",
            thread.class_of(format).name_text()
        )));
    };
    if let Some(known) = KNOWN.with_borrow(|known| known.get(text).cloned()) {
        return Ok(known);
    }
    thread.check_memory(text.len().saturating_mul(size_of::<Item>()))?;
    let layout = match Layout::parse(text) {
        Ok(layout) => Arc::new(layout),
        Err(wrong) => return Err(super::error(thread, wrong)),
    };
    if text.len() <= 256 {
        KNOWN.with_borrow_mut(|known| {
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(text.to_owned(), layout.clone());
        });
    }
    Ok(layout)
}

/// Whether integers of a kind have a sign; None for items that are no integers.
pub fn signed(kind: u8) -> Option<bool> {
    match kind {
        b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => Some(true),
        b'B' | b'H' | b'I' | b'L' | b'Q' | b'N' | b'P' => Some(false),
        _ => None,
    }
}
