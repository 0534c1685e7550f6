//! From the transport to the reader, and from the writer to the transport.

use super::super::transport::{write_to, writes};
use super::reader::feed_any;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::weak::WeakRef;
use crate::object::{
    Beside, Builtin, NativeDef, Payload, Res, Sharing, Slot, Thread, Value, names,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::descriptor::GetSet;
use crate::runtime::function::BuiltinFunction;
use crate::runtime::protocol::{self, call_method};
use crate::types::shared::class_argument;

/// The payload of protocols.
struct StreamProtocol {
    /// A weak reference to the reader, or None: `_stream_reader_wr`.
    reader: Slot,
}

impl Payload for StreamProtocol {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.reader.trace(visit);
    }
}

/// The payload of writers.
struct StreamWriter {
    transport: Slot,
}

impl Payload for StreamWriter {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.transport.trace(visit);
    }
}

fn construct_protocol(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let reader = Slot::new(Value::NONE);
    thread.alloc_instance(class_argument(thread, class)?, StreamProtocol { reader })
}

fn construct_writer(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let transport = Slot::new(Value::NONE);
    thread.alloc_instance(class_argument(thread, class)?, StreamWriter { transport })
}

fn own_protocol<'v>(thread: &Thread, value: &'v Value) -> Res<&'v StreamProtocol> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a StreamReaderProtocol was expected"))
}

fn own_writer<'v>(thread: &Thread, value: &'v Value) -> Res<&'v StreamWriter> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a StreamWriter was expected"))
}

fn get_reference(thread: &Thread, protocol: &Value) -> Res {
    Ok(own_protocol(thread, protocol)?.reader.get())
}

fn set_reference(thread: &Thread, protocol: &Value, new: Option<&Value>) -> Res<()> {
    let new = new.cloned().unwrap_or(Value::NONE);
    let before = own_protocol(thread, protocol)?.reader.replace(new);
    drop(before);
    Ok(())
}

fn get_transport(thread: &Thread, writer: &Value) -> Res {
    Ok(own_writer(thread, writer)?.transport.get())
}

fn set_transport(thread: &Thread, writer: &Value, new: Option<&Value>) -> Res<()> {
    let new = new.cloned().unwrap_or(Value::NONE);
    let before = own_writer(thread, writer)?.transport.replace(new);
    drop(before);
    Ok(())
}

/// The reader of a protocol, as its weak reference has it.
fn stream_reader(thread: &Thread, protocol: &Value) -> Res {
    let reference = get_reference(thread, protocol)?;
    if reference.is_none() {
        return Ok(Value::NONE);
    }
    thread.before_read(&reference);
    match reference.payload::<WeakRef>() {
        Some(reference) => Ok(reference.target().unwrap_or(Value::NONE)),
        None => protocol::call_positional(thread, &reference, &[]),
    }
}

/// The reader of a protocol, as its attribute `_stream_reader` has it.
fn reader_of(thread: &Thread, protocol: &Value) -> Res {
    let name = names::STREAM_READER.value();
    let found = thread.lookup_in_class(thread.class_of(protocol), name);
    let descriptor = found.as_ref().and_then(Value::payload::<GetSet>);
    match descriptor.is_some_and(|descriptor| std::ptr::eq(descriptor.def, &STREAM_READER[0])) {
        true => stream_reader(thread, protocol),
        false => protocol::get_attr(thread, protocol, name),
    }
}

/// `protocol.data_received(data)`
///
/// # Errors
/// Those of the reader.
pub(in crate::modules::asyncio) fn data_received(thread: &Thread, args: &[Value]) -> Res {
    let reader = reader_of(thread, &args[0])?;
    if !reader.is_none() {
        feed_any(thread, &reader, &args[1])?;
    }
    Ok(Value::NONE)
}

/// Whether a class's function is [`data_received`].
#[inline]
pub(in crate::modules::asyncio) fn is_data_received(function: &Value) -> bool {
    let function = function.payload::<BuiltinFunction>();
    function.is_some_and(|function| std::ptr::eq(function.def, &DATA_RECEIVED[0]))
}

/// `writer.write(data)`
fn write(thread: &Thread, args: &[Value]) -> Res {
    let [writer, data] = args else {
        return Err(thread.type_error("write() takes bytes"));
    };
    let transport = get_transport(thread, writer)?;
    match writes(thread, &transport) {
        true => write_to(thread, &transport, data)?,
        false => {
            let name = names::WRITE.value();
            drop(call_method(
                thread,
                &transport,
                name,
                std::slice::from_ref(data),
            )?);
        }
    }
    Ok(Value::NONE)
}

static STREAM_READER: [GetSetDef; 2] = [
    GetSetDef::new("_stream_reader", stream_reader),
    GetSetDef::new("_stream_reader_wr", get_reference).writable(set_reference),
];

static DATA_RECEIVED: [NativeDef; 1] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("data_received", "(self, data)", data_received)
            .doc("Bytes have come: the reader gets them."),
    ],
);

/// The table of what protocols of streams derive from.
pub(super) static PROTOCOL: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.StreamProtocol",
    doc: "What protocols of streams derive from: feeding the reader.",
    flags: class_flag::BASE,
    layout: Some(id_of::<StreamProtocol>),
    slots: &[SlotDef::New(construct_protocol)],
    methods: &DATA_RECEIVED,
    getset: &STREAM_READER,
    ..ClassDef::DEFAULT
};

/// The table of what writers derive from.
pub(super) static WRITER: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.StreamWriter",
    doc: "What writers derive from: sending through the transport.",
    flags: class_flag::BASE,
    layout: Some(id_of::<StreamWriter>),
    slots: &[SlotDef::New(construct_writer)],
    getset: &[GetSetDef::new("_transport", get_transport).writable(set_transport)],
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [NativeDef::method("write", "(self, data)", write)
            .doc("Sends bytes, now or when there is room.")],
    ),
    ..ClassDef::DEFAULT
};
