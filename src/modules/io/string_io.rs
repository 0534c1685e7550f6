//! `StringIO`: a file of code points.
//!
//! **Invariant**: the text is locked for one operation at a time, in which nothing else runs.

use super::{attributes, cannot_seek, count, seek_arguments, set_attributes, size, state_position};
use crate::base::sync::{Mutex, MutexGuard};
use crate::base::text::points::{self, Points};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, List, NativeDef, Payload, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{call_method, iterate::identity};
use crate::runtime::safepoint::poll;
use crate::types::shared::{arguments, class_argument, signature};

/// What ends a line, for reading and for writing.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Newline {
    /// Every kind becomes `\n` when it is written.
    Translated,
    /// Every kind, as it is.
    Universal,
    /// `\n`
    #[default]
    Lf,
    /// `\r`, which is written for `\n`.
    Cr,
    /// `\r\n`, which is written for `\n`.
    CrLf,
}

#[derive(Default)]
struct Text {
    points: Vec<u32>,
    at: usize,
    newline: Newline,
    /// Kinds of line ends that were written: `\r`, `\n` and `\r\n`.
    seen: [bool; 3],
    is_closed: bool,
}

/// The payload.
#[derive(Default)]
pub struct StringIo(Mutex<Text>);

impl Payload for StringIo {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

fn file<'v>(thread: &Thread, value: &'v Value) -> Res<MutexGuard<'v, Text>> {
    match value.payload::<StringIo>() {
        Some(this) => Ok(this.0.lock()),
        None => Err(thread.type_error("a StringIO was expected")),
    }
}

/// The text of an open file.
fn open<'v>(thread: &Thread, value: &'v Value) -> Res<MutexGuard<'v, Text>> {
    let text = file(thread, value)?;
    if text.is_closed {
        drop(text);
        return Err(thread.value_error("I/O operation on closed file"));
    }
    Ok(text)
}

impl Text {
    /// The code points up to `end`, in UTF-8; the position is behind them then. None if there is no memory.
    fn take(&mut self, end: usize) -> Option<Vec<u8>> {
        let end = end.min(self.points.len());
        let part = self.points.get(self.at..end).unwrap_or(&[]);
        let bytes = encoded(part)?;
        self.at = self.at.max(end);
        Some(bytes)
    }

    /// Where the line at the position ends.
    fn line_end(&self) -> usize {
        let rest = self.points.get(self.at..).unwrap_or(&[]);
        let find = |c: u8| rest.iter().position(|point| *point == c.into());
        let found = match self.newline {
            Newline::Translated | Newline::Lf => find(b'\n').map(|i| i + 1),
            Newline::Cr => find(b'\r').map(|i| i + 1),
            Newline::CrLf => rest
                .windows(2)
                .position(|two| two == [13, 10])
                .map(|i| i + 2),
            Newline::Universal => {
                let end = rest.iter().position(|point| matches!(point, 10 | 13));
                end.map(|i| match rest[i..] {
                    [13, 10, ..] => i + 2,
                    _ => i + 1,
                })
            }
        };
        self.at + found.unwrap_or(rest.len())
    }

    /// What is written for a text. None if there is no memory.
    fn translated(&mut self, text: &[u8]) -> Option<Vec<u32>> {
        let mut out = Vec::new();
        let ends = match self.newline {
            Newline::CrLf => memchr::memchr_iter(b'\n', text).count(),
            _ => 0,
        };
        out.try_reserve_exact(points::count(text).checked_add(ends)?)
            .ok()?;
        let mut after_cr = false;
        let universal = matches!(self.newline, Newline::Translated | Newline::Universal);
        for point in Points::new(text) {
            if universal && point == 10 && after_cr {
                self.seen[2] = true;
            } else if universal && point == 10 {
                self.seen[1] = true;
            } else if universal && after_cr {
                self.seen[0] = true;
            }
            match (point, self.newline) {
                (10, Newline::Cr) => out.push(13),
                (10, Newline::CrLf) => out.extend([13, 10]),
                (10, Newline::Translated) if after_cr => {}
                (13, Newline::Translated) => out.push(10),
                _ => out.push(point),
            }
            after_cr = point == 13;
        }
        if universal && after_cr {
            self.seen[0] = true;
        }
        Some(out)
    }

    /// Puts code points at the position; zeros fill what lies between it and the end.
    fn put(&mut self, new: &[u32]) -> bool {
        let Some(end) = self.at.checked_add(new.len()) else {
            return false;
        };
        if end > self.points.len() {
            if self.points.try_reserve(end - self.points.len()).is_err() {
                return false;
            }
            self.points.resize(end, 0);
        }
        self.points[self.at..end].copy_from_slice(new);
        self.at = end;
        true
    }
}

/// Code points in UTF-8. None if there is no memory.
fn encoded(part: &[u32]) -> Option<Vec<u8>> {
    let len = part.iter().map(|point| points::encode(*point).1).sum();
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(len).ok()?;
    for point in part {
        let (encoded, len) = points::encode(*point);
        bytes.extend_from_slice(&encoded[..len]);
    }
    Some(bytes)
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, StringIo::default())
}

static ARGUMENTS: NativeDef = signature("StringIO", "(initial_value='', newline='\\n')");

fn newline_argument(thread: &Thread, value: &Value) -> Res<Newline> {
    let Some(value) = value.bound() else {
        return Ok(Newline::Lf);
    };
    if value.is_none() {
        return Ok(Newline::Translated);
    }
    let Some(text) = value.as_str_object() else {
        return Err(thread.type_error(format!(
            "newline must be str or None, not {}",
            thread.class_of(value).name_text()
        )));
    };
    match text.as_bytes() {
        b"" => Ok(Newline::Universal),
        b"\n" => Ok(Newline::Lf),
        b"\r" => Ok(Newline::Cr),
        b"\r\n" => Ok(Newline::CrLf),
        _ => {
            let shown = crate::runtime::protocol::repr(thread, value)?;
            let shown = crate::runtime::protocol::attribute::shown_name(&shown);
            Err(thread.value_error(format!("illegal newline value: {shown}")))
        }
    }
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let newline = newline_argument(thread, &bound[1])?;
    let initial = bound[0].bound().filter(|initial| !initial.is_none());
    if let Some(initial) = initial
        && initial.as_str_object().is_none()
    {
        return Err(thread.type_error(format!(
            "initial_value must be str or None, not {}",
            thread.class_of(initial).name_text()
        )));
    }
    *file(thread, value)? = Text {
        newline,
        ..Text::default()
    };
    if let Some(initial) = initial {
        put(thread, value, initial)?;
        file(thread, value)?.at = 0;
    }
    Ok(())
}

/// Writes a str at the position.
fn put(thread: &Thread, value: &Value, text: &Value) -> Res<()> {
    let bytes = text.as_str_object().map_or(&[] as &[u8], Str::as_bytes);
    let far = open(thread, value)?.at;
    thread.check_memory(
        bytes
            .len()
            .saturating_mul(12)
            .saturating_add(far.saturating_mul(4)),
    )?;
    let mut file = open(thread, value)?;
    if let Some(new) = file.translated(bytes)
        && (new.is_empty() || file.put(&new))
    {
        return Ok(());
    }
    drop(file);
    Err(thread.memory_error())
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    let Some(text) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "string argument expected, got '{}'",
            thread.class_of(&args[1]).name_text()
        )));
    };
    put(thread, &args[0], &args[1])?;
    thread.int_from_usize(text.len())
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    let count = count(thread, &args[1])?;
    let bytes = {
        let mut file = open(thread, &args[0])?;
        let end = file.at.saturating_add(count.unwrap_or(usize::MAX));
        file.take(end)
    };
    Str::from_bytes(thread, &required(thread, bytes)?)
}

/// The next line, of at most so many characters.
fn next_line(thread: &Thread, value: &Value, limit: Option<usize>) -> Res<Vec<u8>> {
    let mut file = open(thread, value)?;
    let end = file.line_end();
    let most = file.at.saturating_add(limit.unwrap_or(usize::MAX));
    let bytes = file.take(end.min(most));
    drop(file);
    required(thread, bytes)
}

/// MemoryError for what there was no memory for.
fn required<T>(thread: &Thread, made: Option<T>) -> Res<T> {
    made.ok_or_else(|| thread.memory_error())
}

fn readline(thread: &Thread, args: &[Value]) -> Res {
    let limit = count(thread, &args[1])?;
    Str::from_bytes(thread, &next_line(thread, &args[0], limit)?)
}

/// What the methods that CPython inherits raise for a closed file.
fn check_open(thread: &Thread, value: &Value) -> Res<()> {
    let is_closed = file(thread, value)?.is_closed;
    match is_closed {
        true => Err(thread.value_error("I/O operation on closed file.")),
        false => Ok(()),
    }
}

fn readlines(thread: &Thread, args: &[Value]) -> Res {
    check_open(thread, &args[0])?;
    let limit = count(thread, &args[1])?.filter(|limit| *limit > 0);
    let lines = List::new_value(thread, Vec::new())?;
    let mut total = 0usize;
    loop {
        let line = next_line(thread, &args[0], None)?;
        if line.is_empty() {
            return Ok(lines);
        }
        let line = Str::from_bytes(thread, &line)?;
        total = total.saturating_add(line.as_str_object().map_or(0, Str::len));
        if let Some(lines) = lines.as_list() {
            lines.push(thread, line)?;
        }
        if limit.is_some_and(|limit| total >= limit) {
            return Ok(lines);
        }
        poll(thread)?;
    }
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    if !thread.class_of(value).has(class_flag::NATIVE_HEAP) {
        // A class of a script may have a `readline` of its own.
        let line = call_method(thread, value, names::READLINE.value(), &[])?;
        let Some(text) = line.as_str_object() else {
            return Err(thread.error(
                Builtin::OSError,
                format!(
                    "readline() should have returned a str object, not '{}'",
                    thread.class_of(&line).name_text()
                ),
            ));
        };
        return Ok((!text.is_empty()).then(|| line.clone()));
    }
    match next_line(thread, value, None)? {
        line if line.is_empty() => Ok(None),
        line => Str::from_bytes(thread, &line).map(Some),
    }
}

fn seek(thread: &Thread, args: &[Value]) -> Res {
    let (position, whence) = seek_arguments(thread, args)?;
    let mut file = open(thread, &args[0])?;
    let to = match (whence, position) {
        (0, 0..) => position as usize,
        (1, 0) => file.at,
        (2, 0) => file.points.len(),
        _ => {
            drop(file);
            return Err(match whence {
                0 => thread.value_error(format!("Negative seek position {position}")),
                1 | 2 => cannot_seek(thread),
                _ => {
                    let message = format!("Invalid whence ({whence}, should be 0, 1 or 2)");
                    thread.value_error(message)
                }
            });
        }
    };
    file.at = to;
    drop(file);
    thread.int_from_usize(to)
}

fn tell(thread: &Thread, args: &[Value]) -> Res {
    let at = open(thread, &args[0])?.at;
    thread.int_from_usize(at)
}

fn truncate(thread: &Thread, args: &[Value]) -> Res {
    let at = open(thread, &args[0])?.at;
    let size = size(thread, &args[1], at, "Negative")?;
    open(thread, &args[0])?.points.truncate(size);
    thread.int_from_usize(size)
}

fn getvalue(thread: &Thread, args: &[Value]) -> Res {
    let len = open(thread, &args[0])?.points.len();
    thread.check_memory(len.saturating_mul(2))?;
    let bytes = encoded(&open(thread, &args[0])?.points);
    Str::from_bytes(thread, &required(thread, bytes)?)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let mut file = file(thread, &args[0])?;
    file.is_closed = true;
    file.points = Vec::new();
    Ok(Value::NONE)
}

fn is_closed(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(file(thread, value)?.is_closed))
}

fn get_newlines(thread: &Thread, value: &Value) -> Res {
    let seen = open(thread, value)?.seen;
    let kinds = ["\r", "\n", "\r\n"];
    let kinds = kinds.iter().zip(seen).filter(|(_, seen)| *seen);
    let mut kinds = kinds
        .map(|(kind, _)| Str::new_value(thread, kind))
        .collect::<Res<Vec<_>>>()?;
    match kinds.len() {
        0 => Ok(Value::NONE),
        1 => Ok(kinds.remove(0)),
        _ => Tuple::from_vec(thread, kinds),
    }
}

fn get_line_buffering(thread: &Thread, value: &Value) -> Res {
    open(thread, value).map(|_| Value::FALSE)
}

fn yes(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0]).map(|_| Value::TRUE)
}

fn no(thread: &Thread, args: &[Value]) -> Res {
    check_open(thread, &args[0]).map(|()| Value::FALSE)
}

fn flush(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn iterate(thread: &Thread, value: &Value) -> Res {
    check_open(thread, value)?;
    identity(thread, value)
}

/// How scripts write what ends lines.
fn newline_value(thread: &Thread, newline: Newline) -> Res {
    match newline {
        Newline::Translated => Ok(Value::NONE),
        Newline::Universal => Str::new_value(thread, ""),
        Newline::Lf => Str::new_value(thread, "\n"),
        Newline::Cr => Str::new_value(thread, "\r"),
        Newline::CrLf => Str::new_value(thread, "\r\n"),
    }
}

fn get_state(thread: &Thread, args: &[Value]) -> Res {
    let text = getvalue(thread, args)?;
    let newline = open(thread, &args[0])?.newline;
    let newline = newline_value(thread, newline)?;
    let at = tell(thread, args)?;
    let dict = attributes(thread, &args[0])?;
    Tuple::from_vec(thread, vec![text, newline, at, dict])
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    drop(open(thread, &args[0])?);
    let state = &args[1];
    let Some([text, newline, at, dict]) = state.as_tuple() else {
        return Err(thread.type_error(format!(
            "{}.__setstate__ argument should be 4-tuple, got {}",
            thread.class_of(&args[0]).name_text(),
            thread.class_of(state).name_text()
        )));
    };
    initialise(
        thread,
        &args[0],
        CallArgs::positional_only(&[text.clone(), newline.clone()]),
    )?;
    // What was written once is not translated again.
    let bytes = text.as_str_object().map_or(&[] as &[u8], Str::as_bytes);
    let mut restored = Vec::new();
    if restored.try_reserve_exact(points::count(bytes)).is_err() {
        return Err(thread.memory_error());
    }
    restored.extend(Points::new(bytes));
    open(thread, &args[0])?.points = restored;
    let at = state_position(thread, at, "third", "got")?;
    open(thread, &args[0])?.at = at;
    set_attributes(thread, &args[0], dict, "fourth")?;
    Ok(Value::NONE)
}

/// The class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_io.StringIO",
    doc: "A file of text in memory.",
    signature: "(initial_value='', newline='\\n')",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<StringIo>),
    has_dict: true,
    methods: &[
        NativeDef::method("read", "(self, size=-1, /)", read)
            .doc("At most size characters from the position on; all without a size."),
        NativeDef::method("readline", "(self, size=-1, /)", readline)
            .doc("The next line with its end; of at most size characters."),
        NativeDef::method("readlines", "(self, size=None, /)", readlines)
            .doc("A list of lines; no more once they have size characters."),
        NativeDef::method("write", "(self, s, /)", write)
            .doc("Writes text at the position; how many characters it has."),
        NativeDef::method("seek", "(self, pos, whence=0, /)", seek)
            .doc("Changes the position: 0 to pos, 1 to where it is, 2 to the end."),
        NativeDef::method("tell", "(self, /)", tell).doc("The position."),
        NativeDef::method("truncate", "(self, pos=None, /)", truncate)
            .doc("Cuts off what lies beyond pos, or beyond the position."),
        NativeDef::method("getvalue", "(self, /)", getvalue).doc("All of the text."),
        NativeDef::method("close", "(self, /)", close).doc("Gives up the text."),
        NativeDef::method("flush", "(self, /)", flush).doc("Does nothing."),
        NativeDef::method("isatty", "(self, /)", no).doc("False."),
        NativeDef::method("readable", "(self, /)", yes).doc("True."),
        NativeDef::method("writable", "(self, /)", yes).doc("True."),
        NativeDef::method("seekable", "(self, /)", yes).doc("True."),
        NativeDef::method("__getstate__", "(self, /)", get_state)
            .doc("Text, line ends, position and attributes."),
        NativeDef::method("__setstate__", "(self, state, /)", set_state)
            .doc("Takes over text, line ends, position and attributes."),
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Iter(iterate),
        SlotDef::Next(next),
    ],
    getset: &[
        GetSetDef::new("closed", is_closed).doc("Whether the file is closed."),
        GetSetDef::new("newlines", get_newlines).doc("The line ends that were written."),
        GetSetDef::new("line_buffering", get_line_buffering).doc("False."),
    ],
    ..ClassDef::DEFAULT
};
