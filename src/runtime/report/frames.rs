//! The entries of a traceback.

use super::{carets, quietly};
use crate::bytecode::code::Position;
use crate::object::{Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::state::interpreter;
use crate::runtime::traceback::Traceback;

/// Equal entries in a row that are printed.
const REPEATS: usize = 3;
/// Entries that are printed at most, from both ends.
const MOST: usize = 2000;

struct Entry {
    code: Value,
    line: u32,
    position: Position,
}

/// Appends the entries of an exception's traceback; false if there is none. `marked`: with carets below the lines.
pub fn write(thread: &Thread, exception: &Value, marked: bool, out: &mut Vec<u8>) -> bool {
    let mut next = exception.as_exception().and_then(|e| e.traceback.load());
    let found = next.is_some();
    let mut entries = Vec::new();
    while let Some(value) = next {
        let Some(traceback) = value.payload::<Traceback>() else {
            break;
        };
        if let Some(value) = traceback.code()
            && let Some(code) = value.payload::<Code>()
        {
            let word = usize::try_from(traceback.last / 2).unwrap_or(0);
            let position = code.plain.position(word);
            entries.push(Entry {
                line: traceback.line().max(0) as u32,
                position,
                code: value,
            });
        }
        if entries.len() > 2 * MOST {
            entries.drain(MOST..MOST + 1);
        }
        next = traceback.next.load();
    }
    if let Some(limit) = limit(thread) {
        entries.drain(..entries.len().saturating_sub(limit));
    }
    let found = found && !entries.is_empty();
    let mut repeated = 0;
    for (i, entry) in entries.iter().enumerate() {
        let same =
            i > 0 && entries[i - 1].line == entry.line && entries[i - 1].code.is(&entry.code);
        if same {
            repeated += 1;
            if repeated >= REPEATS {
                continue;
            }
        } else {
            close_repetition(repeated, out);
            repeated = 0;
        }
        write_entry(thread, entry, marked, out);
    }
    close_repetition(repeated, out);
    found
}

/// `sys.tracebacklimit`: how many entries are shown, counted from the innermost one.
fn limit(thread: &Thread) -> Option<usize> {
    let name = quietly(thread, thread.intern(b"tracebacklimit"))?;
    let sys = interpreter(thread).sys.get();
    let limit = sys.as_dict()?.get_str(thread, &name)?;
    let limit = limit.as_int()?.to_i64()?;
    Some(usize::try_from(limit).unwrap_or(0))
}

fn close_repetition(repeated: usize, out: &mut Vec<u8>) {
    if repeated >= REPEATS {
        let more = repeated + 1 - REPEATS;
        let plural = if more == 1 { "" } else { "s" };
        out.extend_from_slice(
            format!("  [Previous line repeated {more} more time{plural}]\n").as_bytes(),
        );
    }
}

fn write_entry(thread: &Thread, entry: &Entry, marked: bool, out: &mut Vec<u8>) {
    let Some(code) = entry.code.payload::<Code>() else {
        return;
    };
    let plain = &code.plain;
    out.extend_from_slice(
        format!(
            "  File \"{}\", line {}, in {}\n",
            plain.filename, entry.line, plain.name
        )
        .as_bytes(),
    );
    if plain.sourceless {
        return;
    }
    let Some(text) = interpreter(thread).sources.text(&plain.filename) else {
        return;
    };
    let position = entry.position;
    if !marked || position.line != entry.line || position.line == 0 {
        if let Some(line) = text.lines().nth((entry.line as usize).wrapping_sub(1)) {
            out.extend_from_slice(format!("    {}\n", line.trim()).as_bytes());
        }
        return;
    }
    let count = (position.end_line.saturating_sub(position.line) + 1) as usize;
    let lines: Vec<&str> = text
        .lines()
        .skip(position.line as usize - 1)
        .take(count)
        .collect();
    if let Some(block) = carets::block(
        &lines,
        position.column as usize,
        position.end_column as usize,
    ) {
        out.extend_from_slice(block.as_bytes());
    }
}
