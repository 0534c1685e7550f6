//! SyntaxErrors: file, line and a caret range instead of a traceback entry.

use super::{class_name, shown};
use crate::object::int::IntRef;
use crate::object::{Thread, Value};

/// The report of a SyntaxError without its traceback; None if it has no place.
pub fn text(thread: &Thread, exception: &Value) -> Option<Vec<u8>> {
    let payload = exception.as_exception()?;
    let field = |i: usize| {
        payload
            .fields
            .get(i)
            .and_then(|slot| slot.load())
            .filter(|v| !v.is_none())
    };
    let int = |i: usize| {
        field(i)
            .as_ref()
            .and_then(Value::as_int)
            .and_then(IntRef::to_i64)
    };
    let mut out = Vec::new();
    let line = int(2);
    let filename = field(1).map(|name| String::from_utf8_lossy(&shown(thread, &name)).into_owned());
    let mut suffix = String::new();
    match (line, &filename) {
        (Some(line), _) => {
            let filename = filename.as_deref().unwrap_or("<string>");
            out.extend_from_slice(format!("  File \"{filename}\", line {line}\n").as_bytes());
        }
        (None, Some(filename)) => suffix = format!(" ({filename})"),
        (None, None) => {}
    }
    if let Some(source) = field(4).as_ref().and_then(Value::as_str)
        && line.is_some()
    {
        marked_line(source, line, int(3), int(5), int(6), &mut out);
    }
    out.extend_from_slice(class_name(thread, thread.class_of(exception)).as_bytes());
    out.extend_from_slice(b": ");
    match field(0) {
        Some(message) => out.extend_from_slice(&shown(thread, &message)),
        None => out.extend_from_slice(b"<no detail available>"),
    }
    out.extend_from_slice(suffix.as_bytes());
    Some(out)
}

fn marked_line(
    source: &str,
    line: Option<i64>,
    offset: Option<i64>,
    end_line: Option<i64>,
    end_offset: Option<i64>,
    out: &mut Vec<u8>,
) {
    let right_trimmed = source.trim_end_matches('\n');
    let text = right_trimmed.trim_start_matches([' ', '\n', '\x0c']);
    let spaces = (right_trimmed.chars().count() - text.chars().count()) as i64;
    out.extend_from_slice(format!("    {text}\n").as_bytes());
    let Some(mut offset) = offset else { return };
    let mut end = if line == end_line {
        end_offset.filter(|end| *end != 0).unwrap_or(offset)
    } else {
        right_trimmed.chars().count() as i64 + 1
    };
    let length = source.chars().count() as i64;
    if offset > length {
        offset = length;
    }
    if offset == end || end == -1 {
        end = offset + 1;
    }
    let (column, end_column) = (offset - 1 - spaces, end - 1 - spaces);
    if column < 0 {
        return;
    }
    let space: String = text
        .chars()
        .map(|c| if c.is_whitespace() { c } else { ' ' })
        .chain(std::iter::repeat(' '))
        .take(column as usize)
        .collect();
    let carets = "^".repeat((end_column - column).clamp(0, 10_000) as usize);
    out.extend_from_slice(format!("    {space}{carets}\n").as_bytes());
}
