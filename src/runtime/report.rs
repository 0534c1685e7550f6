//! Reports of exceptions that nobody handled.
#![forbid(unsafe_code)]

use super::protocol;
use super::state::interpreter;
use crate::object::{Res, Str, Thread, Value, names};

/// Writes text to `sys.stderr`; an exception in that is dropped, since there is nowhere left to report it.
pub fn write_error(thread: &Thread, text: &[u8]) {
    let write = || -> Res<()> {
        let sys = interpreter(thread).sys.get();
        let stderr = sys
            .as_dict()
            .and_then(|dict| dict.get_str(thread, names::STDERR.value()));
        if let Some(stderr) = stderr.filter(|stream| !stream.is_none()) {
            let text = Str::from_bytes(thread, text)?;
            protocol::call_method(thread, &stderr, names::WRITE.value(), &[text])?;
        }
        Ok(())
    };
    if let Err(raised) = write() {
        drop(thread.take_raised(raised));
    }
}

/// Reports an exception in a finaliser or callback of `object`.
pub fn unraisable(thread: &Thread, exception: &Value, object: &Value) {
    let shown = match protocol::repr(thread, object) {
        Ok(text) => text,
        Err(raised) => {
            drop(thread.take_raised(raised));
            names::EMPTY.value().clone()
        }
    };
    let mut text = b"Exception ignored in: ".to_vec();
    text.extend_from_slice(shown.as_str_object().map_or(&[][..], Str::as_bytes));
    text.push(b'\n');
    text.extend(exception_text(thread, exception));
    write_error(thread, &text);
}

/// The report of an exception: traceback, then class and message.
pub fn exception_text(thread: &Thread, exception: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    let mut entry = exception.as_exception().and_then(|e| e.traceback.load());
    if entry.is_some() {
        out.extend_from_slice(b"Traceback (most recent call last):\n");
    }
    while let Some(value) = entry {
        let Some(traceback) = value.payload::<super::traceback::Traceback>() else {
            break;
        };
        if let Some(code) = traceback.code.payload::<super::code::Code>() {
            let line = format!(
                "  File \"{}\", line {}, in {}\n",
                code.plain.filename, traceback.line, code.plain.qualname
            );
            out.extend_from_slice(line.as_bytes());
        }
        entry = traceback.next.load();
    }
    out.extend_from_slice(thread.class_of(exception).name_text().as_bytes());
    match protocol::str_of(thread, exception) {
        Ok(text) => {
            let text = text
                .as_str_object()
                .map_or(Vec::new(), |s| s.as_bytes().to_vec());
            if !text.is_empty() {
                out.extend_from_slice(b": ");
                out.extend_from_slice(&text);
            }
        }
        Err(raised) => drop(thread.take_raised(raised)),
    }
    out.push(b'\n');
    out
}
