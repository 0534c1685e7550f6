//! `TextIOWrapper`: a file of text over one of bytes, with text read ahead and bytes kept to be written.
//!
//! As with buffered files (`buffered/`), what is in memory lies in a mutex that is locked while nothing else runs, and who asks the file below has the
//! turn. A file below that is a native one is used without calling methods.
//!
//! **Invariant**: text is generalised UTF-8; what of it was taken ends between two code points. While somebody has the turn, nobody else replaces
//! decoder, encoder or what was decoded; others may take from it, and add to what is to be written.
#![forbid(unsafe_code)]

mod classes;
mod configure;
mod decode;
mod newline_class;
mod position;
mod read;
mod write;

pub use classes::CLASS;
pub use newline_class::add;
pub use write::write_value;

use super::buffered::{self, plain};
use super::descriptor::Descriptor;
use super::turn::{Taken, Turn};
use super::{call, named, shown_class, shown_name};
use crate::base::sync::atomic::{AtomicBool, Ordering::*};
use crate::base::sync::{Arc, Mutex, MutexGuard};
use crate::base::text::codec::Codec;
use crate::object::class::class_flag;
use crate::object::{Builtin, Payload, Raised, Res, Sharing, Slot, Str, Thread, Value, names};
use crate::runtime::{protocol, raise};
use decode::Decoder;
use encode::Encoder;

mod encode;

/// Whether a file can be used.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Status {
    #[default]
    New,
    Ready,
    Detached,
}

/// What ends a line that is read.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum LineEnd {
    /// `\n`; other ends were translated, or count as text.
    #[default]
    Lf,
    /// `\r`
    Cr,
    /// `\r\n`
    CrLf,
    /// Any of them.
    Any,
}

/// What is in memory, and how the file was opened.
struct State {
    status: Status,
    codec: Codec,
    /// The encoding as it was named.
    encoding: String,
    errors: String,
    line_end: LineEnd,
    /// The `newline` argument.
    newline: Option<&'static str>,
    line_buffering: bool,
    write_through: bool,
    seekable: bool,
    /// Positions can be told.
    telling: bool,
    has_read1: bool,
    /// None: the file below cannot be read, or an operation has it.
    decoder: Option<Decoder>,
    can_read: bool,
    /// None: the file below cannot be written.
    encoder: Option<Encoder>,
    /// The line ends that were seen.
    seen: u8,
    /// How much is read at a time, and kept at most.
    chunk: usize,
    /// Encoded text that is to be written.
    pending: Vec<u8>,
    /// Decoded text.
    decoded: Vec<u8>,
    /// How many bytes of it were taken.
    used: usize,
    /// The decoder's number, and the bytes, that `decoded` was made of.
    snapshot: Option<(u64, Vec<u8>)>,
    /// How many bytes a character of the last piece had, on average.
    ratio: f64,
    /// The descriptor, if all files below are native.
    file: Option<Arc<Descriptor>>,
    /// An operation has the turn: what is read ahead is its own, as a part of it may have been taken already.
    has_operation: bool,
}

impl Default for State {
    fn default() -> State {
        State {
            status: Status::New,
            codec: Codec::Utf8,
            encoding: String::new(),
            errors: String::new(),
            line_end: LineEnd::Lf,
            newline: None,
            line_buffering: false,
            write_through: false,
            seekable: false,
            telling: false,
            has_read1: false,
            decoder: None,
            can_read: false,
            encoder: None,
            seen: 0,
            chunk: 8192,
            pending: Vec::new(),
            decoded: Vec::new(),
            used: 0,
            snapshot: None,
            ratio: 0.0,
            file: None,
            has_operation: false,
        }
    }
}

impl State {
    /// Whether the file is known to be open without asking the files below.
    #[inline]
    fn is_open(&self) -> bool {
        self.status == Status::Ready && self.file.as_ref().is_some_and(|file| !file.is_closed())
    }

    /// Whether what is read ahead may be taken without the turn.
    #[inline]
    fn gives(&self) -> bool {
        self.is_open() && self.pending.is_empty() && !self.has_operation
    }

    fn ahead(&self) -> &[u8] {
        self.decoded.get(self.used..).unwrap_or(&[])
    }

    fn forget_decoded(&mut self) {
        self.decoded.clear();
        self.used = 0;
    }
}

/// The payload.
pub struct Text {
    /// The file below; unbound before `__init__` and after `detach`.
    buffer: Slot,
    turn: Turn,
    state: Mutex<State>,
    finalizing: AtomicBool,
}

impl Payload for Text {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.buffer.trace(visit);
    }
}

impl Text {
    fn new() -> Text {
        Text {
            buffer: Slot::empty(),
            turn: Turn::default(),
            state: Mutex::new(State::default()),
            finalizing: AtomicBool::new(false),
        }
    }

    /// It is closed since it dies.
    pub fn note_finalizing(&self) {
        self.finalizing.store(true, Relaxed);
    }

    /// In the copy of a process that was forked.
    pub fn after_fork(&self, thread: &Thread) {
        self.turn.after_fork(thread);
        if let Some(below) = self.buffer.load()
            && let Some(below) = plain(thread, &below)
        {
            below.after_fork(thread);
        }
    }

    /// The file below.
    ///
    /// # Errors
    /// ValueError if there is none.
    fn below(&self, thread: &Thread) -> Res {
        let is_ready = self.state.lock().status == Status::Ready;
        match self.buffer.load() {
            Some(buffer) if is_ready => Ok(buffer),
            _ => Err(self.no_buffer(thread)),
        }
    }

    #[cold]
    fn no_buffer(&self, thread: &Thread) -> Raised {
        let status = self.state.lock().status;
        thread.value_error(match status {
            Status::Detached => "underlying buffer has been detached",
            _ => "I/O operation on uninitialized object",
        })
    }

    /// Whether the file below is closed.
    fn is_closed(&self, thread: &Thread) -> Res<bool> {
        if self.state.lock().is_open() {
            return Ok(false);
        }
        let below = self.below(thread)?;
        let closed = protocol::get_attr(thread, &below, &named(thread, "closed")?)?;
        protocol::truth(thread, &closed)
    }

    fn check_open(&self, thread: &Thread) -> Res<()> {
        match self.is_closed(thread)? {
            true => Err(thread.value_error("I/O operation on closed file.")),
            false => Ok(()),
        }
    }

    /// Takes the turn, for an operation on an initialised file.
    fn begin<'t>(&'t self, thread: &'t Thread, file: &'t Value) -> Res<Inside<'t>> {
        let below = self.below(thread)?;
        let turn = self.turn.take(thread, file)?;
        self.state.lock().has_operation = true;
        Ok(Inside {
            this: self,
            thread,
            below,
            _turn: turn,
        })
    }
}

/// The payload of a method's receiver.
fn this<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Text> {
    value
        .payload::<Text>()
        .ok_or_else(|| thread.type_error("a TextIOWrapper was expected"))
}

/// A native file of text, whose class no script has derived.
pub fn plain_text<'v>(thread: &Thread, value: &'v Value) -> Option<&'v Text> {
    let payload = value.payload::<Text>()?;
    let is_native = thread.class_of(value).has(class_flag::NATIVE_HEAP);
    is_native.then_some(payload)
}

/// An operation that has the turn.
struct Inside<'t> {
    this: &'t Text,
    thread: &'t Thread,
    below: Value,
    _turn: Taken<'t>,
}

impl Inside<'_> {
    fn state(&self) -> MutexGuard<'_, State> {
        self.this.state.lock()
    }

    /// Calls a method of the file below.
    fn ask(&self, method: &str, args: &[Value]) -> Res {
        call(self.thread, &self.below, method, args)
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.state().has_operation = false;
    }
}

/// Flushes what is kept here, then the file below.
///
/// # Errors
/// ValueError if the file is closed, OSError
pub fn flush(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    this.below(thread)?;
    this.check_open(thread)?;
    {
        let mut state = this.state.lock();
        state.telling = state.seekable;
    }
    let below = this.below(thread)?;
    if !this.state.lock().pending.is_empty() {
        this.begin(thread, &args[0])?.flush_pending()?;
    }
    flush_below(thread, &below)
}

/// Flushes a file below.
fn flush_below(thread: &Thread, below: &Value) -> Res {
    match buffered::flush_kept(thread, below)? {
        true => Ok(Value::NONE),
        false => protocol::call_method(thread, below, names::FLUSH.value(), &[]),
    }
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    if this.is_closed(thread)? {
        return Ok(Value::NONE);
    }
    let below = this.below(thread)?;
    if this.finalizing.load(Relaxed) {
        buffered::warn_below(thread, &below, &args[0])?;
    }
    let flushed = protocol::call_method(thread, &args[0], names::FLUSH.value(), &[]);
    super::base::both(thread, flushed, || {
        protocol::call_method(thread, &below, names::CLOSE.value(), &[])
    })
}

fn detach(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    this.below(thread)?;
    protocol::call_method(thread, &args[0], names::FLUSH.value(), &[])?;
    let below = this.below(thread)?;
    thread.go_alone();
    let gone = this.buffer.take();
    {
        let mut state = this.state.lock();
        state.status = Status::Detached;
        state.file = None;
    }
    drop(gone);
    Ok(below)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let this = this(thread, value)?;
    if this.state.lock().status == Status::New {
        return Err(this.no_buffer(thread));
    }
    let encoding = this.state.lock().encoding.clone();
    let mut text = format!("<{}", shown_class(thread, value));
    let name = protocol::get_attr_opt(thread, value, names::NAME_ATTR.value());
    if let Some(name) = raise::catch(thread, Builtin::ValueError, name)?.flatten() {
        thread.check_stack(" while getting the repr of a file")?;
        text.push_str(&format!(" name={}", shown_name(thread, value, &name)?));
    }
    if let Some(mode) = protocol::get_attr_opt(thread, value, &named(thread, "mode")?)? {
        text.push_str(&format!(" mode={}", shown_name(thread, value, &mode)?));
    }
    text.push_str(&format!(" encoding='{encoding}'>"));
    Str::from_bytes(thread, text.as_bytes())
}
