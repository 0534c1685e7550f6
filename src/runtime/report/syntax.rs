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
        marked_line(source, int(3), int(6), line == int(5), &mut out);
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

/// Appends the line that a SyntaxError is about, indented by four, and marks under the range if there is one. Offsets count characters from 1; unless
/// the error ends in the line that it begins in, the marks go to the end of the line.
pub fn marked_line(
    source: &str,
    offset: Option<i64>,
    end_offset: Option<i64>,
    is_one_line: bool,
    out: &mut Vec<u8>,
) {
    let right_trimmed = source.trim_end_matches('\n');
    let text = right_trimmed.trim_start_matches([' ', '\n', '\x0c']);
    let spaces = (right_trimmed.chars().count() - text.chars().count()) as i64;
    out.extend_from_slice(format!("    {text}\n").as_bytes());
    let Some(mut offset) = offset else { return };
    let behind = right_trimmed.chars().count() as i64 + 1;
    let mut end = match is_one_line {
        true => end_offset.filter(|end| *end != 0).unwrap_or(offset),
        false => behind,
    };
    let length = source.chars().count() as i64;
    if length > 0 && offset > length {
        offset = behind;
    }
    if length > 0 && end > length {
        end = behind;
    }
    if offset >= end || end < 0 {
        end = offset.saturating_add(1);
    }
    let (column, end_column) = (
        offset.saturating_sub(1 + spaces),
        end.saturating_sub(1 + spaces),
    );
    if column < 0 {
        return;
    }
    let space = text.chars().take(column as usize);
    let space: String = space
        .map(|c| if c.is_whitespace() { c } else { ' ' })
        .collect();
    let carets = "^".repeat((end_column - column).clamp(0, 10_000) as usize);
    out.extend_from_slice(format!("    {space}{carets}\n").as_bytes());
}
