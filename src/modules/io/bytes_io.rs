//! `BytesIO`: a file whose bytes are those of a bytearray of its own, which views of them pin.

use super::{attributes, count, seek_arguments, set_attributes, size, state_position};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Bytes, List, NativeDef, Payload, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, iterate::identity};
use crate::runtime::safepoint::poll;
use crate::types::bytearray::ByteArray;
use crate::types::memoryview::{change_bytes, view_of};
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::buffer as reserved;
use crate::types::text::buffer;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The payload.
pub struct BytesIo {
    /// The bytearray; unbound once the file is closed.
    array: Slot,
    at: AtomicUsize,
}

impl Payload for BytesIo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.array.trace(visit);
    }
}

fn file<'v>(thread: &Thread, value: &'v Value) -> Res<&'v BytesIo> {
    value
        .payload::<BytesIo>()
        .ok_or_else(|| thread.type_error("a BytesIO was expected"))
}

/// An open file, and the object that has its bytes.
fn open<'v>(thread: &Thread, value: &'v Value) -> Res<(&'v BytesIo, Value)> {
    let this = file(thread, value)?;
    match this.array.load() {
        Some(array) => Ok((this, array)),
        None => Err(thread.value_error("I/O operation on closed file.")),
    }
}

fn bytes_of(array: &Value) -> &ByteArray {
    static EMPTY: std::sync::OnceLock<ByteArray> = std::sync::OnceLock::new();
    array
        .payload::<ByteArray>()
        .unwrap_or_else(|| EMPTY.get_or_init(ByteArray::default))
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let payload = BytesIo {
        array: Slot::new(ByteArray::new_value(thread, Vec::new())?),
        at: AtomicUsize::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

static ARGUMENTS: NativeDef = signature("BytesIO", "(initial_bytes=b'')");

/// A copy of the bytes of a bytes-like object.
fn copied(thread: &Thread, value: &Value) -> Res<Vec<u8>> {
    thread.before_read(value);
    let bytes = buffer::require(thread, value)?;
    thread.check_memory(bytes.len())?;
    Ok(bytes.into_vec())
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let bytes = match bound[0].bound().filter(|initial| !initial.is_none()) {
        Some(initial) => copied(thread, initial)?,
        None => Vec::new(),
    };
    let array = ByteArray::new_value(thread, bytes)?;
    thread.go_alone();
    let this = file(thread, value)?;
    this.array.set(array);
    this.at.store(0, Relaxed);
    Ok(())
}

/// Takes the bytes up to `end`, at most to the end of the file.
fn take(thread: &Thread, this: &BytesIo, array: &ByteArray, end: usize) -> Res<Vec<u8>> {
    let at = this.at.load(Relaxed);
    let end = end.min(array.len());
    if at >= end {
        return Ok(Vec::new());
    }
    let mut part = reserved(thread, end - at)?;
    part.extend_from_slice(array.read().get(at..end).unwrap_or(&[]));
    this.at.store(end, Relaxed);
    Ok(part)
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    let count = count(thread, &args[1])?;
    let (this, array) = open(thread, &args[0])?;
    let end = this
        .at
        .load(Relaxed)
        .saturating_add(count.unwrap_or(usize::MAX));
    Bytes::new_value(thread, &take(thread, this, bytes_of(&array), end)?)
}

/// The next line, of at most so many bytes.
fn next_line(thread: &Thread, this: &BytesIo, array: &Value, limit: Option<usize>) -> Res<Vec<u8>> {
    let array = bytes_of(array);
    let at = this.at.load(Relaxed);
    let end = {
        let bytes = array.read();
        let rest = bytes.get(at..).unwrap_or(&[]);
        memchr::memchr(b'\n', rest).map_or(bytes.len(), |i| at + i + 1)
    };
    let most = at.saturating_add(limit.unwrap_or(usize::MAX));
    take(thread, this, array, end.min(most))
}

fn readline(thread: &Thread, args: &[Value]) -> Res {
    let limit = count(thread, &args[1])?;
    let (this, array) = open(thread, &args[0])?;
    Bytes::new_value(thread, &next_line(thread, this, &array, limit)?)
}

fn readlines(thread: &Thread, args: &[Value]) -> Res {
    let limit = count(thread, &args[1])?.filter(|limit| *limit > 0);
    let lines = List::new_value(thread, Vec::new())?;
    let mut total = 0usize;
    loop {
        let (this, array) = open(thread, &args[0])?;
        let line = next_line(thread, this, &array, None)?;
        if line.is_empty() {
            return Ok(lines);
        }
        total = total.saturating_add(line.len());
        let line = Bytes::new_value(thread, &line)?;
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
    let (this, array) = open(thread, value)?;
    match next_line(thread, this, &array, None)? {
        line if line.is_empty() => Ok(None),
        line => Bytes::new_value(thread, &line).map(Some),
    }
}

fn readinto(thread: &Thread, args: &[Value]) -> Res {
    let target = &args[1];
    thread.before_write(target);
    let mut room = 0;
    if !change_bytes(target, &mut |bytes| room = bytes.len()) {
        return Err(thread.type_error(format!(
            "readinto() argument must be read-write bytes-like object, not {}",
            thread.class_of(target).name_text()
        )));
    }
    let (this, array) = open(thread, &args[0])?;
    let end = this.at.load(Relaxed).saturating_add(room);
    let part = take(thread, this, bytes_of(&array), end)?;
    thread.before_write(target);
    change_bytes(target, &mut |bytes| {
        if let Some(place) = bytes.get_mut(..part.len()) {
            place.copy_from_slice(&part);
        }
    });
    thread.int_from_usize(part.len())
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    let count = write_bytes(thread, &args[0], &args[1])?;
    thread.int_from_usize(count)
}

fn write_lines(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0])?;
    protocol::for_each(thread, &args[1], &mut |line| {
        write_bytes(thread, &args[0], &line).map(|_| true)
    })?;
    Ok(Value::NONE)
}

/// Writes the bytes of an object at the position; how many they are.
fn write_bytes(thread: &Thread, file: &Value, bytes: &Value) -> Res<usize> {
    open(thread, file)?;
    let new = copied(thread, bytes)?;
    let (this, array) = open(thread, file)?;
    if new.is_empty() {
        return Ok(0);
    }
    let array = bytes_of(&array);
    let at = this.at.load(Relaxed);
    let Some(end) = at
        .checked_add(new.len())
        .filter(|end| *end <= isize::MAX as usize)
    else {
        return Err(thread.overflow_error("new position too large"));
    };
    let old = array.len();
    let wanted = old.max(end);
    resize(thread, array, wanted)?;
    array.change(|bytes| {
        if let Some(place) = bytes.get_mut(at..end) {
            place.copy_from_slice(&new);
        }
    });
    this.at.store(end, Relaxed);
    Ok(new.len())
}

/// Makes the bytes so many, with zeros behind the old ones. BufferError while views pin them, even if they stay as many.
fn resize(thread: &Thread, array: &ByteArray, len: usize) -> Res<()> {
    let more = len.saturating_sub(array.len());
    array.resize(thread, more, |bytes| bytes.resize(len, 0))
}

fn seek(thread: &Thread, args: &[Value]) -> Res {
    let (position, whence) = seek_arguments(thread, args)?;
    let (this, array) = open(thread, &args[0])?;
    let from = match whence {
        0 if position < 0 => {
            return Err(thread.value_error(format!("negative seek value {position}")));
        }
        0 => 0,
        1 => this.at.load(Relaxed) as i64,
        2 => bytes_of(&array).len() as i64,
        _ => {
            let message = format!("invalid whence ({whence}, should be 0, 1 or 2)");
            return Err(thread.value_error(message));
        }
    };
    let Some(to) = from.checked_add(position) else {
        return Err(thread.overflow_error("new position too large"));
    };
    this.at.store(to.max(0) as usize, Relaxed);
    thread.int(to.max(0))
}

fn tell(thread: &Thread, args: &[Value]) -> Res {
    let (this, _) = open(thread, &args[0])?;
    thread.int_from_usize(this.at.load(Relaxed))
}

fn truncate(thread: &Thread, args: &[Value]) -> Res {
    let at = file(thread, &args[0])?.at.load(Relaxed);
    open(thread, &args[0])?;
    let size = size(thread, &args[1], at, "negative")?;
    let (_, array) = open(thread, &args[0])?;
    let array = bytes_of(&array);
    // Where nothing is cut off, nothing changes, but views are in the way all the same.
    resize(thread, array, size.min(array.len()))?;
    thread.int_from_usize(size)
}

fn getvalue(thread: &Thread, args: &[Value]) -> Res {
    let (_, array) = open(thread, &args[0])?;
    let bytes = bytes_of(&array);
    let mut copy = reserved(thread, bytes.len())?;
    copy.extend_from_slice(&bytes.read());
    Bytes::new_value(thread, &copy)
}

fn getbuffer(thread: &Thread, args: &[Value]) -> Res {
    let (_, array) = open(thread, &args[0])?;
    view_of(thread, &array)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let this = file(thread, &args[0])?;
    if let Some(array) = this.array.load() {
        let bytes = bytes_of(&array);
        // Refused while views pin the bytes.
        resize(thread, bytes, bytes.len())?;
        drop(this.array.take());
    }
    Ok(Value::NONE)
}

fn is_closed(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        file(thread, value)?.array.load().is_none(),
    ))
}

fn yes(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0]).map(|_| Value::TRUE)
}

fn no(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0]).map(|_| Value::FALSE)
}

fn flush(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0]).map(|_| Value::NONE)
}

fn get_state(thread: &Thread, args: &[Value]) -> Res {
    let bytes = getvalue(thread, args)?;
    let at = tell(thread, args)?;
    Tuple::from_vec(thread, vec![bytes, at, attributes(thread, &args[0])?])
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    let (this, state) = (file(thread, &args[0])?, &args[1]);
    let Some([bytes, at, dict]) = state.as_tuple() else {
        return Err(thread.type_error(format!(
            "{}.__setstate__ argument should be 3-tuple, got {}",
            thread.class_of(&args[0]).name_text(),
            thread.class_of(state).name_text()
        )));
    };
    let array = ByteArray::new_value(thread, copied(thread, bytes)?)?;
    let at = state_position(thread, at, "second", "not")?;
    this.array.set(array);
    this.at.store(at, Relaxed);
    set_attributes(thread, &args[0], dict, "third")?;
    Ok(Value::NONE)
}

/// The class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_io.BytesIO",
    doc: "A file of bytes in memory.",
    signature: "(initial_bytes=b'')",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<BytesIo>),
    has_dict: true,
    methods: &[
        NativeDef::method("read", "(self, size=-1, /)", read)
            .doc("At most size bytes from the position on; all without a size."),
        NativeDef::method("read1", "(self, size=-1, /)", read)
            .doc("At most size bytes from the position on; all without a size."),
        NativeDef::method("readline", "(self, size=-1, /)", readline)
            .doc("The next line with its end; of at most size bytes."),
        NativeDef::method("readlines", "(self, size=None, /)", readlines)
            .doc("A list of lines; no more once they have size bytes."),
        NativeDef::method("readinto", "(self, buffer, /)", readinto)
            .doc("Reads into a buffer; how many bytes that were."),
        NativeDef::method("readinto1", "(self, buffer, /)", readinto)
            .doc("Reads into a buffer; how many bytes that were."),
        NativeDef::method("write", "(self, b, /)", write)
            .doc("Writes bytes at the position; how many they are."),
        NativeDef::method("writelines", "(self, lines, /)", write_lines)
            .doc("Writes each of the lines."),
        NativeDef::method("seek", "(self, pos, whence=0, /)", seek)
            .doc("Changes the position: 0 from the start, 1 from where it is, 2 from the end."),
        NativeDef::method("tell", "(self, /)", tell).doc("The position."),
        NativeDef::method("truncate", "(self, size=None, /)", truncate)
            .doc("Cuts off what lies beyond size, or beyond the position."),
        NativeDef::method("getvalue", "(self, /)", getvalue).doc("All bytes."),
        NativeDef::method("getbuffer", "(self, /)", getbuffer)
            .doc("A view of the bytes, which keep their number as long as it lives."),
        NativeDef::method("close", "(self, /)", close).doc("Gives up the bytes."),
        NativeDef::method("flush", "(self, /)", flush).doc("Does nothing."),
        NativeDef::method("isatty", "(self, /)", no).doc("False."),
        NativeDef::method("readable", "(self, /)", yes).doc("True."),
        NativeDef::method("writable", "(self, /)", yes).doc("True."),
        NativeDef::method("seekable", "(self, /)", yes).doc("True."),
        NativeDef::method("__getstate__", "(self, /)", get_state)
            .doc("Bytes, position and attributes."),
        NativeDef::method("__setstate__", "(self, state, /)", set_state)
            .doc("Takes over bytes, position and attributes."),
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Iter(identity),
        SlotDef::Next(next),
    ],
    getset: &[GetSetDef::new("closed", is_closed).doc("Whether the file is closed.")],
    ..ClassDef::DEFAULT
};
