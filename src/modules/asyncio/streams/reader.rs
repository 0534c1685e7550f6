//! What has been received and not yet read.
//!
//! Most messages are read as they come: the bytes of one stay as they are until somebody wants another number of them, more come before they are
//! read, or somebody looks at the buffer, which is a bytearray. **Invariant**: a reader has either such a message or bytes in its buffer.

use super::super::fields::{self, Fields};
use super::super::future::{self, State};
use super::super::own_methods::has_own;
use super::super::requests::new_future;
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, Bytes, NativeDef, Payload, Res, Sharing, Slot, Thread, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::{self, call_method_str};
use crate::runtime::raise;
use crate::runtime::raise::raise_in_context;
use crate::types::bytearray::{ByteArray, mutate};
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// What a reader refers to, as attributes of scripts.
const NAMES: [&str; 6] = [
    "_limit",
    "_loop",
    "_buffer",
    "_waiter",
    "_exception",
    "_transport",
];
const LIMIT: usize = 0;
const LOOP: usize = 1;
const BUFFER: usize = 2;
const WAITER: usize = 3;
const EXCEPTION: usize = 4;
const TRANSPORT: usize = 5;

/// The payload.
pub(super) struct StreamReader {
    /// By the order of [`NAMES`]. The buffer is made when it is needed.
    fields: [Slot; 6],
    /// A message that came when there was nothing to read: an exact bytes object, or unbound.
    message: Slot,
    /// How much of it has been read.
    read: AtomicUsize,
    eof: AtomicBool,
    /// The transport has been told to receive nothing.
    paused: AtomicBool,
    /// For [`has_own`].
    own_way: AtomicU64,
}

impl Payload for StreamReader {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.fields.iter().for_each(|field| field.trace(visit));
        self.message.trace(visit);
    }
}

/// A reader, which the thread owns now.
fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v StreamReader> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a StreamReader was expected"))
}

impl Fields for StreamReader {
    const NAMES: &'static [&'static str] = &NAMES;

    fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v StreamReader> {
        own(thread, value)
    }

    fn fields(&self) -> &[Slot] {
        &self.fields
    }
}

/// The methods that native code does without calling them, as long as nobody has put others in their place.
const OWN_WAYS: [&str; 3] = ["feed_data", "_wakeup_waiter", "_maybe_resume_transport"];

fn goes_own_way(thread: &Thread, reader: &Value, this: &StreamReader) -> bool {
    has_own(thread, reader, &METHODS, &OWN_WAYS, &this.own_way)
}

impl StreamReader {
    fn message_left(&self) -> usize {
        let message = self.message.get();
        let length = message.as_bytes().map_or(0, <[u8]>::len);
        length.saturating_sub(self.read.load(Relaxed))
    }

    /// How much can be read.
    fn size(&self, thread: &Thread) -> Res<usize> {
        if !self.message.is_unbound() {
            return Ok(self.message_left());
        }
        let buffer = self.fields[BUFFER].get();
        match buffer.payload::<ByteArray>() {
            Some(array) => {
                thread.before_read(&buffer);
                Ok(array.len())
            }
            None if buffer.is_unbound() => Ok(0),
            None => protocol::length(thread, &buffer),
        }
    }
}

/// `reader._buffer`: a message that nobody has read goes there.
fn buffer(thread: &Thread, reader: &Value) -> Res {
    let this = own(thread, reader)?;
    let message = this.message.get();
    if let Some(bytes) = message.as_bytes() {
        let rest = bytes.get(this.read.load(Relaxed)..).unwrap_or_default();
        let array = match this.fields[BUFFER].load() {
            Some(array) => {
                let rest = Bytes::new_value(thread, rest)?;
                mutate::extend(thread, &[array.clone(), rest])?;
                array
            }
            None => ByteArray::new_value(thread, rest.to_vec())?,
        };
        let this = own(thread, reader)?;
        let before = (
            this.message.take(),
            this.fields[BUFFER].replace(array.clone()),
        );
        this.read.store(0, Relaxed);
        drop(before);
        return Ok(array);
    }
    if let Some(array) = this.fields[BUFFER].load() {
        return Ok(array);
    }
    let array = ByteArray::new_value(thread, Vec::new())?;
    own(thread, reader)?.fields[BUFFER].set(array.clone());
    Ok(array)
}

fn set_buffer(thread: &Thread, reader: &Value, new: Option<&Value>) -> Res<()> {
    let new = new.cloned().unwrap_or(Value::UNBOUND);
    let this = own(thread, reader)?;
    let before = (this.message.take(), this.fields[BUFFER].replace(new));
    drop(before);
    Ok(())
}

/// `reader._waiter`: one that is over counts as none.
fn waiter(thread: &Thread, reader: &Value) -> Res {
    let waiter = fields::get::<StreamReader, WAITER>(thread, reader)?;
    match future::own_if(thread, &waiter) {
        Some(future) if future.state() != State::Pending => Ok(Value::NONE),
        _ => Ok(waiter),
    }
}

type Mark = fn(&StreamReader) -> &AtomicBool;

fn mark(thread: &Thread, reader: &Value, mark: Mark) -> Res {
    Ok(Value::from_bool(mark(own(thread, reader)?).load(Relaxed)))
}

fn set_mark(thread: &Thread, reader: &Value, new: Option<&Value>, mark: Mark) -> Res<()> {
    let new = new.map_or(Ok(false), |new| protocol::truth(thread, new))?;
    mark(own(thread, reader)?).store(new, Relaxed);
    Ok(())
}

fn exception(thread: &Thread, args: &[Value]) -> Res {
    fields::get::<StreamReader, EXCEPTION>(thread, &args[0])
}

/// `reader.set_exception(exc)`
fn set_exception(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    let before = this.fields[EXCEPTION].replace(args[1].clone());
    let waiter = this.fields[WAITER].replace(Value::NONE);
    drop(before);
    if !waiter.is_none() {
        let cancelled = call_method_str(thread, &waiter, "cancelled", &[])?;
        if !protocol::truth(thread, &cancelled)? {
            call_method_str(thread, &waiter, "set_exception", &args[1..])?;
        }
    }
    Ok(Value::NONE)
}

/// `reader._wakeup_waiter()`
fn wakeup_waiter(thread: &Thread, args: &[Value]) -> Res {
    wake(thread, &args[0])?;
    Ok(Value::NONE)
}

/// Wakes the task that waits for bytes, if one does.
fn wake(thread: &Thread, reader: &Value) -> Res<()> {
    let waiter = own(thread, reader)?.fields[WAITER].replace(Value::NONE);
    if waiter.is_none() {
        return Ok(());
    }
    if let Some(future) = future::own_native(thread, &waiter) {
        return match future.state() {
            State::Cancelled => Ok(()),
            _ => future::finish(thread, &waiter, Value::NONE),
        };
    }
    let cancelled = call_method_str(thread, &waiter, "cancelled", &[])?;
    match protocol::truth(thread, &cancelled)? {
        true => Ok(()),
        false => call_method_str(thread, &waiter, "set_result", &[Value::NONE]).map(drop),
    }
}

/// `reader.set_transport(transport)`
fn set_transport(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    if !this.fields[TRANSPORT].get().is_none() {
        return Err(thread.error(Builtin::AssertionError, "Transport already set"));
    }
    this.fields[TRANSPORT].set(args[1].clone());
    Ok(Value::NONE)
}

/// `reader._maybe_resume_transport()`
fn maybe_resume_transport(thread: &Thread, args: &[Value]) -> Res {
    resume(thread, &args[0])?;
    Ok(Value::NONE)
}

/// Has the transport receive again if there is room.
fn resume(thread: &Thread, reader: &Value) -> Res<()> {
    let this = own(thread, reader)?;
    if !this.paused.load(Relaxed) {
        return Ok(());
    }
    let size = thread.int_from_usize(this.size(thread)?)?;
    let limit = fields::get::<StreamReader, LIMIT>(thread, reader)?;
    if protocol::compare_bool(thread, &size, &limit, Compare::Gt)? {
        return Ok(());
    }
    let this = own(thread, reader)?;
    this.paused.store(false, Relaxed);
    let transport = this.fields[TRANSPORT].get();
    call_method_str(thread, &transport, "resume_reading", &[]).map(drop)
}

/// `reader.feed_eof()`
fn feed_eof(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    this.eof.store(true, Relaxed);
    match goes_own_way(thread, &args[0], this) {
        true => wake(thread, &args[0])?,
        false => drop(call_method_str(thread, &args[0], "_wakeup_waiter", &[])?),
    }
    Ok(Value::NONE)
}

/// `reader.at_eof()`
fn at_eof(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    let is_over = this.eof.load(Relaxed) && this.size(thread)? == 0;
    Ok(Value::from_bool(is_over))
}

/// `reader.feed_data(data)`
fn feed_data(thread: &Thread, args: &[Value]) -> Res {
    feed(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

/// Bytes have come for a reader of whatever kind.
///
/// # Errors
/// AssertionError after the end; what waking the task, and pausing the transport, raise.
pub(super) fn feed_any(thread: &Thread, reader: &Value, data: &Value) -> Res<()> {
    if let Some(this) = thread.own::<StreamReader>(reader)
        && goes_own_way(thread, reader, this)
    {
        return feed(thread, reader, data);
    }
    call_method_str(thread, reader, "feed_data", std::slice::from_ref(data)).map(drop)
}

fn feed(thread: &Thread, reader: &Value, data: &Value) -> Res<()> {
    let this = own(thread, reader)?;
    if this.eof.load(Relaxed) {
        return Err(thread.error(Builtin::AssertionError, "feed_data after feed_eof"));
    }
    let has_bytes = match data.as_bytes() {
        Some(bytes) => !bytes.is_empty(),
        None => protocol::truth(thread, data)?,
    };
    if !has_bytes {
        return Ok(());
    }
    let this = own(thread, reader)?;
    if data.is_exact(Builtin::Bytes) && this.size(thread)? == 0 {
        let before = this.message.replace(data.clone());
        this.read.store(0, Relaxed);
        drop(before);
    } else {
        let array = buffer(thread, reader)?;
        match array.payload::<ByteArray>() {
            Some(_) => mutate::extend(thread, &[array, data.clone()])?,
            None => call_method_str(thread, &array, "extend", std::slice::from_ref(data))?,
        };
    }
    let this = own(thread, reader)?;
    match goes_own_way(thread, reader, this) {
        true => wake(thread, reader)?,
        false => drop(call_method_str(thread, reader, "_wakeup_waiter", &[])?),
    }
    pause_if_full(thread, reader)
}

/// Has the transport receive nothing while too much waits to be read.
fn pause_if_full(thread: &Thread, reader: &Value) -> Res<()> {
    let this = own(thread, reader)?;
    let transport = this.fields[TRANSPORT].get();
    if transport.is_none() || this.paused.load(Relaxed) || transport.is_unbound() {
        return Ok(());
    }
    let size = this.size(thread)?;
    let limit = this.fields[LIMIT].get();
    let is_full = match limit.as_small_int() {
        Some(limit) => size as i64 > limit.saturating_mul(2),
        None => {
            let twice = protocol::binary(thread, protocol::BinaryOp::Add, &limit, &limit)?;
            let size = thread.int_from_usize(size)?;
            protocol::compare_bool(thread, &size, &twice, Compare::Gt)?
        }
    };
    if !is_full {
        return Ok(());
    }
    let paused = call_method_str(thread, &transport, "pause_reading", &[]);
    match raise::catch(thread, Builtin::NotImplementedError, paused)? {
        Some(_) => own(thread, reader)?.paused.store(true, Relaxed),
        // It cannot be paused, and never will be.
        None => own(thread, reader)?.fields[TRANSPORT].set(Value::NONE),
    }
    Ok(())
}

/// `reader._wait_for_data(func_name)`: a future that ends when bytes have come.
fn wait_for_data(thread: &Thread, args: &[Value]) -> Res {
    let reader = &args[0];
    if !waiter(thread, reader)?.is_none() {
        let name = args[1].as_str().unwrap_or_default();
        let message =
            format!("{name}() called while another coroutine is already waiting for incoming data");
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    let this = own(thread, reader)?;
    if this.eof.load(Relaxed) {
        return Err(thread.error(Builtin::AssertionError, "_wait_for_data after EOF"));
    }
    // Who wants more than the limit gets it.
    if this.paused.swap(false, Relaxed) {
        let transport = this.fields[TRANSPORT].get();
        call_method_str(thread, &transport, "resume_reading", &[])?;
    }
    let event_loop = fields::get::<StreamReader, LOOP>(thread, reader)?;
    let waiter = new_future(thread, &event_loop)?;
    let before = own(thread, reader)?.fields[WAITER].replace(waiter.clone());
    drop(before);
    Ok(waiter)
}

/// `reader._take(count)`: at most so many bytes out of what can be read.
fn take(thread: &Thread, args: &[Value]) -> Res {
    let count = raise::catch(thread, Builtin::TypeError, index_ssize(thread, &args[1]));
    match count? {
        Some(count) => take_some(thread, &args[0], usize::try_from(count).unwrap_or(0)),
        None => {
            let message = "slice indices must be integers or None or have an __index__ method";
            Err(thread.type_error(message))
        }
    }
}

fn take_some(thread: &Thread, reader: &Value, count: usize) -> Res {
    let data = match take_of_message(thread, reader, count)? {
        Some(data) => data,
        None => take_of_buffer(thread, reader, count)?,
    };
    let this = own(thread, reader)?;
    if this.paused.load(Relaxed) {
        match goes_own_way(thread, reader, this) {
            true => resume(thread, reader)?,
            false => drop(call_method_str(
                thread,
                reader,
                "_maybe_resume_transport",
                &[],
            )?),
        }
    }
    Ok(data)
}

/// None: there is no message.
fn take_of_message(thread: &Thread, reader: &Value, count: usize) -> Res<Option<Value>> {
    let this = own(thread, reader)?;
    let read = this.read.load(Relaxed);
    let Some(message) = this.message.load() else {
        return Ok(None);
    };
    let bytes = message.as_bytes().unwrap_or_default();
    let end = read.saturating_add(count).min(bytes.len());
    let data = match (read, end == bytes.len()) {
        (0, true) => message.clone(),
        _ => Bytes::new_value(thread, bytes.get(read..end).unwrap_or_default())?,
    };
    let this = own(thread, reader)?;
    if end == bytes.len() {
        this.read.store(0, Relaxed);
        drop(this.message.take());
    } else {
        this.read.store(end, Relaxed);
    }
    Ok(Some(data))
}

fn take_of_buffer(thread: &Thread, reader: &Value, count: usize) -> Res {
    let array = own(thread, reader)?.fields[BUFFER].get();
    if array.is_unbound() {
        return Ok(Bytes::empty());
    }
    let Some(bytes) = array.payload::<ByteArray>() else {
        return Err(thread.type_error("the buffer of a reader is a bytearray"));
    };
    thread.before_write(&array);
    let taken = {
        let bytes = bytes.read();
        Bytes::new_value(thread, &bytes[..count.min(bytes.len())])?
    };
    let length = taken.as_bytes().map_or(0, <[u8]>::len);
    bytes.resize(thread, 0, |bytes| {
        drop(bytes.drain(..length.min(bytes.len())))
    })?;
    Ok(taken)
}

/// `reader._read_now(n)`: what `read(n)` gives if that need not wait; None otherwise, and for what only the library knows.
fn read_now(thread: &Thread, args: &[Value]) -> Res {
    let reader = &args[0];
    let this = own(thread, reader)?;
    let exception = this.fields[EXCEPTION].get();
    if !exception.is_none() && !exception.is_unbound() {
        return Err(raise_in_context(thread, exception));
    }
    match args[1].as_small_int() {
        Some(0) => Ok(Bytes::empty()),
        Some(count @ 1..) if this.eof.load(Relaxed) || this.size(thread)? > 0 => {
            take_some(thread, reader, count as usize)
        }
        _ => Ok(Value::NONE),
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let reader = StreamReader {
        fields: [const { Slot::empty() }; 6],
        message: Slot::empty(),
        read: AtomicUsize::new(0),
        eof: AtomicBool::new(false),
        paused: AtomicBool::new(false),
        own_way: AtomicU64::new(0),
    };
    for field in [WAITER, EXCEPTION, TRANSPORT] {
        reader.fields[field].set(Value::NONE);
    }
    thread.alloc_instance(class_argument(thread, class)?, reader)
}

const INIT: NativeDef = signature("StreamReader", "(limit=65536, loop=None)");

fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &INIT, args)?;
    let limit = bound[0]
        .bound()
        .cloned()
        .map_or_else(|| thread.int(65536), Ok)?;
    if protocol::compare_bool(thread, &limit, &thread.int(0)?, Compare::Le)? {
        return Err(thread.value_error("Limit cannot be <= 0"));
    }
    let event_loop = match future::given(&bound[1]) {
        Some(event_loop) => event_loop.clone(),
        None => {
            let find = library_attribute(thread, "asyncio.events", "get_event_loop")?;
            protocol::call_positional(thread, &find, &[])?
        }
    };
    let is_debug = super::super::event_loop::is_debug(thread, &event_loop)?;
    let this = own(thread, value)?;
    this.fields[LIMIT].set(limit);
    this.fields[LOOP].set(event_loop);
    if is_debug {
        let extract = library_attribute(thread, "asyncio.format_helpers", "extract_stack")?;
        let stack = protocol::call_positional(thread, &extract, &[])?;
        let name = thread.intern(b"_source_traceback")?;
        protocol::set_attr(thread, value, &name, Some(&stack))?;
    }
    Ok(())
}

static METHODS: [NativeDef; 12] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("exception", "(self)", exception).doc("What went wrong, or None."),
        NativeDef::method("set_exception", "(self, exc)", set_exception)
            .doc("Something has gone wrong: reading raises it."),
        NativeDef::method("set_transport", "(self, transport)", set_transport)
            .doc("Sets where the bytes come from."),
        NativeDef::method("feed_eof", "(self)", feed_eof).doc("No more bytes will come."),
        NativeDef::method("at_eof", "(self)", at_eof)
            .doc("Whether all has been read and no more will come."),
        NativeDef::method("feed_data", "(self, data)", feed_data).doc("Bytes have come."),
        NativeDef::method("_wakeup_waiter", "(self)", wakeup_waiter)
            .doc("Wakes the task that waits for bytes, if one does."),
        NativeDef::method("_maybe_resume_transport", "(self)", maybe_resume_transport)
            .doc("Has the transport receive again if there is room."),
        NativeDef::method("_wait_for_data", "(self, func_name)", wait_for_data)
            .doc("A future that ends when bytes have come."),
        NativeDef::method("_take", "(self, count)", take)
            .doc("Takes at most so many bytes out of the buffer."),
        NativeDef::method("_read_now", "(self, n)", read_now)
            .doc("What read(n) gives, if that need not wait; else None."),
        NativeDef::method("_size", "(self)", |thread, args| {
            thread.int_from_usize(own(thread, &args[0])?.size(thread)?)
        })
        .doc("How many bytes can be read."),
    ],
);

/// The table of the class.
pub(super) static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.StreamReader",
    doc: "What readers derive from: what has been received and not yet read.",
    signature: "(limit=65536, loop=None)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<StreamReader>),
    has_dict: true,
    methods: &METHODS,
    slots: &[SlotDef::New(construct), SlotDef::Init(init)],
    getset: &[
        fields::attribute::<StreamReader, LIMIT>(),
        fields::attribute::<StreamReader, LOOP>(),
        GetSetDef::new(NAMES[BUFFER], buffer).writable(set_buffer),
        GetSetDef::new(NAMES[WAITER], waiter).writable(fields::set::<StreamReader, WAITER>),
        fields::attribute::<StreamReader, EXCEPTION>(),
        fields::attribute::<StreamReader, TRANSPORT>(),
        GetSetDef::new("_eof", |thread, reader| {
            mark(thread, reader, |this| &this.eof)
        })
        .writable(|thread, reader, new| set_mark(thread, reader, new, |this| &this.eof)),
        GetSetDef::new("_paused", |thread, reader| {
            mark(thread, reader, |this| &this.paused)
        })
        .writable(|thread, reader, new| set_mark(thread, reader, new, |this| &this.paused)),
    ],
    ..ClassDef::DEFAULT
};
