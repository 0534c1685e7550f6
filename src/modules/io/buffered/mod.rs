//! `BufferedReader`, `BufferedWriter` and `BufferedRandom`: files of bytes over a raw file, with bytes read ahead, or kept to be written.
//!
//! What is in memory lies in a mutex (`State`), which is locked while nothing else runs; who asks the raw file has the turn (`turn.rs`), and puts what it
//! works on back before it lets go. A raw file that is a native `FileIO` is asked through its descriptor, any other one by its methods.
//!
//! **Invariant**: bytes read ahead and bytes to be written are not there at the same time. The raw file's position is behind the former.
#![forbid(unsafe_code)]

mod classes;
mod pair;
mod raw;
mod read;
mod seek;
mod write;

pub use classes::{RANDOM, READER, WRITER, add};
pub use read::{read_rest, read_some};
pub use write::{flush_kept, write_all};

use super::base;
use super::descriptor::{Descriptor, reserve};
use super::file_io::plain_descriptor;
use super::turn::{Taken, Turn};
use super::{call, named, shown_class, shown_name};
use crate::base::sync::atomic::{AtomicBool, Ordering::*};
use crate::base::sync::{Arc, Mutex, MutexGuard};
use crate::object::class::{CallArgs, class_flag};
use crate::object::{Builtin, NativeDef, Payload, Res, Sharing, Slot, Str, Thread, Value, names};
use crate::runtime::protocol;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::raise;
use crate::types::shared::{arguments, class_argument, signature};
use std::cell::Cell;

/// Which of the three classes a file is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It reads.
    Reader,
    /// It writes.
    Writer,
    /// It does both.
    Random,
}

/// Whether a file can be used.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// `__init__` has not succeeded.
    #[default]
    New,
    /// It can.
    Ready,
    /// Its raw file was given away.
    Detached,
}

/// What is in memory.
#[derive(Default)]
pub struct State {
    status: Status,
    /// What was read.
    data: Vec<u8>,
    /// How much of that was taken.
    at: usize,
    /// What is to be written.
    pending: Vec<u8>,
    /// How many bytes are read ahead, or kept.
    size: usize,
    /// Where the raw file is, if that is known.
    position: Option<i64>,
    /// The descriptor of a native raw file.
    file: Option<Arc<Descriptor>>,
    /// An operation has the turn: what is read ahead is its own, as a part of it may have been taken already.
    has_operation: bool,
}

impl State {
    /// What is read ahead.
    fn ahead(&self) -> &[u8] {
        self.data.get(self.at..).unwrap_or(&[])
    }

    fn forget_ahead(&mut self) {
        self.data.clear();
        self.at = 0;
    }

    /// The raw file has moved on by so many bytes.
    fn advance(&mut self, count: usize) {
        self.position = self
            .position
            .and_then(|position| position.checked_add(count as i64));
    }

    /// Whether the raw file is a native one that is known to be open.
    fn is_open(&self) -> bool {
        self.status == Status::Ready && self.file.as_ref().is_some_and(|file| !file.is_closed())
    }
}

/// The payload.
pub struct Buffered {
    kind: Kind,
    /// The file below; unbound before `__init__` and after `detach`.
    raw: Slot,
    turn: Turn,
    state: Mutex<State>,
    finalizing: AtomicBool,
}

impl Payload for Buffered {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.raw.trace(visit);
    }
}

impl Buffered {
    /// It is closed since it dies.
    pub fn note_finalizing(&self) {
        self.finalizing.store(true, Relaxed);
    }

    /// In the copy of a process that was forked.
    pub fn after_fork(&self, thread: &Thread) {
        self.turn.after_fork(thread);
    }

    /// The file below.
    ///
    /// # Errors
    /// ValueError if there is none.
    pub fn raw(&self, thread: &Thread) -> Res {
        let is_ready = self.state.lock().status == Status::Ready;
        match self.raw.load() {
            Some(raw) if is_ready => Ok(raw),
            _ => Err(self.no_raw(thread)),
        }
    }

    #[cold]
    fn no_raw(&self, thread: &Thread) -> crate::object::Raised {
        let status = self.state.lock().status;
        thread.value_error(match status {
            Status::Detached => "raw stream has been detached",
            _ => "I/O operation on uninitialized object",
        })
    }

    /// Whether the raw file is closed.
    fn is_closed(&self, thread: &Thread) -> Res<bool> {
        if self.state.lock().is_open() {
            return Ok(false);
        }
        let raw = self.raw(thread)?;
        let closed = protocol::get_attr(thread, &raw, &named(thread, "closed")?)?;
        protocol::truth(thread, &closed)
    }

    /// ValueError if the raw file is closed and nothing is left that was read ahead.
    fn check_open(&self, thread: &Thread, doing: &str) -> Res<()> {
        if self.is_closed(thread)? && self.state.lock().ahead().is_empty() {
            return Err(thread.value_error(format!("{doing} closed file")));
        }
        Ok(())
    }

    /// Takes the turn, for an operation on an initialised file.
    fn begin<'b>(&'b self, thread: &'b Thread, file: &'b Value) -> Res<Inside<'b>> {
        let raw = self.raw(thread)?;
        let turn = self.turn.take(thread, file)?;
        let mut state = self.state.lock();
        state.has_operation = true;
        Ok(Inside {
            this: self,
            thread,
            raw,
            file: state.file.clone(),
            _turn: turn,
        })
    }
}

/// The payload of a method's receiver.
pub fn this<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Buffered> {
    value
        .payload::<Buffered>()
        .ok_or_else(|| thread.type_error("a buffered file was expected"))
}

/// A native buffered file, whose class no script has derived.
pub fn plain<'v>(thread: &Thread, value: &'v Value) -> Option<&'v Buffered> {
    let payload = value.payload::<Buffered>()?;
    let is_native = thread.class_of(value).has(class_flag::NATIVE_HEAP);
    is_native.then_some(payload)
}

/// The descriptor below a native buffered file over a native raw one.
pub fn descriptor_below(file: &Buffered) -> Option<Arc<Descriptor>> {
    file.state.lock().file.clone()
}

/// An operation that has the turn.
struct Inside<'b> {
    this: &'b Buffered,
    thread: &'b Thread,
    raw: Value,
    file: Option<Arc<Descriptor>>,
    _turn: Taken<'b>,
}

impl Inside<'_> {
    fn state(&self) -> MutexGuard<'_, State> {
        self.this.state.lock()
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.state().has_operation = false;
    }
}

thread_local! {
    /// What a piece of a file is copied to while the file is locked, before an object is made of it.
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Larger pieces are not kept to be used again.
const MOST_KEPT: usize = 1 << 16;

/// Memory for a piece of a file, which `done_with` takes back.
pub fn scratch() -> Vec<u8> {
    let mut bytes = SCRATCH.take();
    bytes.clear();
    bytes
}

/// See [`scratch`].
pub fn done_with(bytes: Vec<u8>) {
    if bytes.capacity() <= MOST_KEPT {
        SCRATCH.set(bytes);
    }
}

fn construct(thread: &Thread, class: &Value, kind: Kind) -> Res {
    let payload = Buffered {
        kind,
        raw: Slot::empty(),
        turn: Turn::default(),
        state: Mutex::new(State::default()),
        finalizing: AtomicBool::new(false),
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

const ARGUMENTS: [NativeDef; 3] = [
    signature("BufferedReader", "(raw, buffer_size=8192)"),
    signature("BufferedWriter", "(raw, buffer_size=8192)"),
    signature("BufferedRandom", "(raw, buffer_size=8192)"),
];

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let this = this(thread, value)?;
    let bound = arguments(thread, &ARGUMENTS[this.kind as usize], args)?;
    let size = match bound[1].bound() {
        Some(size) => index_ssize(thread, size)?,
        None => 8192,
    };
    let raw = &bound[0];
    this.state.lock().status = Status::New;
    if this.kind == Kind::Random {
        base::check_able(thread, raw, "seekable")?;
    }
    if this.kind != Kind::Writer {
        base::check_able(thread, raw, "readable")?;
    }
    if this.kind != Kind::Reader {
        base::check_able(thread, raw, "writable")?;
    }
    let Some(size) = usize::try_from(size).ok().filter(|size| *size > 0) else {
        return Err(thread.value_error("buffer size must be strictly positive"));
    };
    let file = plain_descriptor(thread, raw);
    let mut memory = Vec::new();
    reserve(thread, &mut memory, size)?;
    thread.go_alone();
    let old = this.raw.replace(raw.clone());
    {
        let mut state = this.state.lock();
        let (data, pending) = match this.kind {
            Kind::Writer => (Vec::new(), memory),
            _ => (memory, Vec::new()),
        };
        *state = State {
            status: Status::Ready,
            data,
            pending,
            size,
            file,
            ..State::default()
        };
    }
    drop(old);
    // Where the raw file is; one that cannot say so is asked again when that matters.
    let inside = this.begin(thread, value)?;
    let asked = inside.raw_tell();
    raise::catch(thread, Builtin::Exception, asked)?;
    Ok(())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let class = shown_class(thread, value);
    let name = protocol::get_attr_opt(thread, value, names::NAME_ATTR.value());
    let text = match raise::catch(thread, Builtin::ValueError, name)?.flatten() {
        Some(name) => {
            thread.check_stack(" while getting the repr of a file")?;
            format!("<{class} name={}>", shown_name(thread, value, &name)?)
        }
        None => format!("<{class}>"),
    };
    Str::from_bytes(thread, text.as_bytes())
}

/// Calls a method of the raw file, and gives its answer.
fn forward(thread: &Thread, args: &[Value], method: &str) -> Res {
    let raw = this(thread, &args[0])?.raw(thread)?;
    call(thread, &raw, method, &[])
}

fn seekable(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "seekable")
}

fn readable(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "readable")
}

fn writable(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "writable")
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "fileno")
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "isatty")
}

fn simple_flush(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "flush")
}

fn dealloc_warn(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    if let Some(raw) = this.raw.load() {
        warn_below(thread, &raw, &args[1])?;
    }
    Ok(Value::NONE)
}

/// Has the file below warn that `source` dies open.
///
/// # Errors
/// None of its own: what the file below raises is dropped.
pub fn warn_below(thread: &Thread, below: &Value, source: &Value) -> Res<()> {
    let warned = call(thread, below, "_dealloc_warn", std::slice::from_ref(source));
    raise::catch(thread, Builtin::Exception, warned).map(drop)
}

fn detach(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    this.raw(thread)?;
    protocol::call_method(thread, &args[0], names::FLUSH.value(), &[])?;
    let raw = this.raw(thread)?;
    thread.go_alone();
    let gone = this.raw.take();
    {
        let mut state = this.state.lock();
        state.status = Status::Detached;
        state.forget_ahead();
        state.file = None;
    }
    drop(gone);
    Ok(raw)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    if this.is_closed(thread)? {
        return Ok(Value::NONE);
    }
    let raw = this.raw(thread)?;
    if this.finalizing.load(Relaxed) {
        warn_below(thread, &raw, &args[0])?;
    }
    let flushed = protocol::call_method(thread, &args[0], names::FLUSH.value(), &[]);
    base::both(thread, flushed, || {
        let inside = this.begin(thread, &args[0])?;
        let closed = protocol::call_method(thread, &inside.raw, names::CLOSE.value(), &[]);
        let mut state = inside.state();
        state.forget_ahead();
        state.pending = Vec::new();
        drop(state);
        closed
    })
}

fn get_closed(thread: &Thread, value: &Value) -> Res {
    this(thread, value)?.is_closed(thread).map(Value::from_bool)
}

fn get_name(thread: &Thread, value: &Value) -> Res {
    let raw = this(thread, value)?.raw(thread)?;
    protocol::get_attr(thread, &raw, names::NAME_ATTR.value())
}

fn get_mode(thread: &Thread, value: &Value) -> Res {
    let raw = this(thread, value)?.raw(thread)?;
    protocol::get_attr(thread, &raw, &named(thread, "mode")?)
}

fn get_raw(thread: &Thread, value: &Value) -> Res {
    Ok(this(thread, value)?.raw.load().unwrap_or(Value::NONE))
}

fn get_finalizing(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        this(thread, value)?.finalizing.load(Relaxed),
    ))
}
