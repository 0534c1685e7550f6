//! `BufferedRWPair`: a reader and a writer, which have nothing to do with each other, as one file.
#![forbid(unsafe_code)]

use super::super::{base, call};
use super::{READER, WRITER};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::native::Beside;
use crate::object::{NativeDef, Payload, Res, Slot, Thread, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, call_positional};
use crate::types::shared::{arguments, class_argument, signature};

/// The payload.
#[derive(Default)]
struct Pair {
    reader: Slot,
    writer: Slot,
}

impl Payload for Pair {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.reader.trace(visit);
        self.writer.trace(visit);
    }
}

static ARGUMENTS: NativeDef = signature("BufferedRWPair", "(reader, writer, buffer_size=8192, /)");

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Pair::default())
}

fn pair<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Pair> {
    value
        .payload::<Pair>()
        .ok_or_else(|| thread.type_error("a BufferedRWPair was expected"))
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    base::check_able(thread, &bound[0], "readable")?;
    base::check_able(thread, &bound[1], "writable")?;
    let size = bound[2].bound().cloned().unwrap_or(Value::from_i32(8192));
    let make = |class: &'static ClassDef, raw: &Value| {
        let class = base::class(thread, class)?;
        call_positional(thread, &class, &[raw.clone(), size.clone()])
    };
    let (reader, writer) = (make(&READER, &bound[0])?, make(&WRITER, &bound[1])?);
    thread.go_alone();
    let this = pair(thread, value)?;
    let old = [this.reader.replace(reader), this.writer.replace(writer)];
    drop(old);
    Ok(())
}

fn uninitialised(thread: &Thread) -> crate::object::Raised {
    thread.value_error("I/O operation on uninitialized object")
}

fn reader(thread: &Thread, value: &Value) -> Res {
    let reader = pair(thread, value)?.reader.load();
    reader.ok_or_else(|| uninitialised(thread))
}

fn writer(thread: &Thread, value: &Value) -> Res {
    let writer = pair(thread, value)?.writer.load();
    writer.ok_or_else(|| uninitialised(thread))
}

/// The arguments of a method that were given.
fn given(args: &[Value]) -> Vec<Value> {
    args[1..].iter().filter_map(Value::bound).cloned().collect()
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &reader(thread, &args[0])?, "read", &given(args))
}

fn peek(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &reader(thread, &args[0])?, "peek", &given(args))
}

fn read1(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &reader(thread, &args[0])?, "read1", &given(args))
}

fn readinto(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &reader(thread, &args[0])?, "readinto", &given(args))
}

fn readinto1(thread: &Thread, args: &[Value]) -> Res {
    call(
        thread,
        &reader(thread, &args[0])?,
        "readinto1",
        &given(args),
    )
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &writer(thread, &args[0])?, "write", &given(args))
}

fn flush(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &writer(thread, &args[0])?, "flush", &[])
}

fn readable(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &reader(thread, &args[0])?, "readable", &[])
}

fn writable(thread: &Thread, args: &[Value]) -> Res {
    call(thread, &writer(thread, &args[0])?, "writable", &[])
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let writer = writer(thread, &args[0])?;
    let closed = protocol::call_method(thread, &writer, names::CLOSE.value(), &[]);
    base::both(thread, closed, || {
        let reader = reader(thread, &args[0])?;
        protocol::call_method(thread, &reader, names::CLOSE.value(), &[])
    })
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    let answer = call(thread, &writer(thread, &args[0])?, "isatty", &[])?;
    if !answer.is(&Value::FALSE) {
        return Ok(answer);
    }
    call(thread, &reader(thread, &args[0])?, "isatty", &[])
}

fn get_closed(thread: &Thread, value: &Value) -> Res {
    let writer = match pair(thread, value)?.writer.load() {
        Some(writer) => writer,
        None => {
            let message = "the BufferedRWPair object is being garbage-collected";
            return Err(thread.error(crate::object::Builtin::RuntimeError, message));
        }
    };
    protocol::get_attr_str(thread, &writer, "closed")
}

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "_io.BufferedRWPair",
    doc: "A reader and a writer as one file, for instance the two ends of two pipes.",
    signature: "(reader, writer, buffer_size=8192, /)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<Pair>),
    methods: &NativeDef::all_beside(
        Beside::No,
        [
            NativeDef::method("read", "(self, size=-1, /)", read)
                .doc("So many bytes from the reader; all that are left without a size."),
            NativeDef::method("peek", "(self, size=0, /)", peek)
                .doc("Bytes of the reader that come next, without moving its position."),
            NativeDef::method("read1", "(self, size=-1, /)", read1)
                .doc("At most so many bytes, with at most one call below the reader."),
            NativeDef::method("readinto", "(self, buffer, /)", readinto)
                .doc("Reads from the reader into a buffer; how many bytes that were."),
            NativeDef::method("readinto1", "(self, buffer, /)", readinto1)
                .doc("As readinto(), with at most one call below the reader."),
            NativeDef::method("write", "(self, buffer, /)", write)
                .doc("Writes bytes to the writer; how many they are."),
            NativeDef::method("flush", "(self, /)", flush).doc("Flushes the writer."),
            NativeDef::method("readable", "(self, /)", readable)
                .doc("Whether the reader can be read."),
            NativeDef::method("writable", "(self, /)", writable)
                .doc("Whether the writer can be written."),
            NativeDef::method("close", "(self, /)", close).doc("Closes both."),
            NativeDef::method("isatty", "(self, /)", isatty).doc("Whether either is a terminal."),
            NativeDef::method("__reduce__", "(self, /)", base::cannot_pickle),
            NativeDef::method("__reduce_ex__", "(self, protocol, /)", base::cannot_pickle),
        ],
    ),
    slots: &[SlotDef::New(construct), SlotDef::Init(initialise)],
    getset: &[GetSetDef::new("closed", get_closed)],
    ..ClassDef::DEFAULT
};
