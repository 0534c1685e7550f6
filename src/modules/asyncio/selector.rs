//! The selector that loops make for themselves: epoll, and beside each descriptor the handles of who reads and writes.
//!
//! What a selector of the library keeps as a `SelectorKey` of an object, a number, events and data is a row of a table here, whose place is the number. The
//! loop finds the handle of a ready descriptor there without making anything; keys are made for those who ask (`loop._selector.get_key(fd)`).
//!
//! **Invariant**: no script code runs while the table is locked, and what leaves it is dropped afterwards.

use super::own_methods::has_own;
use crate::base::sync::{Arc, Mutex};
use crate::modules::import::library_attribute;
use crate::modules::posix::call::{await_with, error, timespec};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, Dict, List, NativeDef, Payload, Raised, Res, Sharing, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, convert::repr_text};
use crate::runtime::{clock, raise, system};
use crate::types::float::convert::real_argument;
use crate::types::shared::class_argument;
use rustix::buffer::spare_capacity;
use rustix::event::epoll::{self, CreateFlags, Event, EventData, EventFlags};
use rustix::fd::{AsRawFd, OwnedFd};
use rustix::io::Errno;
use std::cell::Cell;
use std::sync::atomic::AtomicU64;

/// Something can be read: `selectors.EVENT_READ`.
pub(super) const READ: u8 = 1;
/// Something can be written: `selectors.EVENT_WRITE`.
pub(super) const WRITE: u8 = 2;

/// As many events as are asked for at once.
const MOST_EVENTS: usize = 1024;

/// The payload.
pub(super) struct Selector {
    /// None: closed.
    epoll: Mutex<Option<Arc<OwnedFd>>>,
    table: Mutex<Table>,
    /// For [`has_own`].
    own_way: AtomicU64,
}

#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    /// How many descriptors are waited for.
    count: usize,
}

thread_local! {
    /// What the system writes ready descriptors to.
    static EVENTS: Cell<Vec<Event>> = const { Cell::new(Vec::new()) };
}

/// What is known of a descriptor.
struct Row {
    /// What was registered, if it was not the number.
    object: Value,
    /// What a program has given; unbound: it is the handles.
    data: Value,
    reader: Value,
    writer: Value,
    /// 0: the descriptor is not waited for.
    events: u8,
}

const NO_ROW: Row = Row {
    object: Value::UNBOUND,
    data: Value::UNBOUND,
    reader: Value::UNBOUND,
    writer: Value::UNBOUND,
    events: 0,
};

impl Payload for Selector {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(table) = self.table.try_lock() {
            for row in table.rows.iter().filter(|row| row.events != 0) {
                visit(&row.object);
                visit(&row.data);
                visit(&row.reader);
                visit(&row.writer);
            }
        }
    }
}

impl Table {
    fn row(&self, number: i32) -> Option<&Row> {
        let row = self.rows.get(usize::try_from(number).ok()?)?;
        (row.events != 0).then_some(row)
    }

    /// The row of a descriptor, which is free if that is not waited for; None if there is no memory.
    fn place(&mut self, thread: &Thread, number: i32) -> Option<&mut Row> {
        let place = usize::try_from(number).ok()?;
        if place >= self.rows.len() {
            let more = (place + 1 - self.rows.len())
                .max(self.rows.len().min(1024))
                .max(16);
            let has_room = thread.interp.heap.has_room(more * size_of::<Row>());
            if !has_room || self.rows.try_reserve_exact(more).is_err() {
                return None;
            }
            self.rows.resize_with(place + 1, || NO_ROW);
        }
        self.rows.get_mut(place)
    }

    /// Takes a row out.
    fn take(&mut self, number: i32) -> Option<Row> {
        let row = self.rows.get_mut(usize::try_from(number).ok()?)?;
        if row.events == 0 {
            return None;
        }
        self.count -= 1;
        Some(std::mem::replace(row, NO_ROW))
    }
}

impl Row {
    /// The place of the handle for an event.
    fn handle(&mut self, event: u8) -> &mut Value {
        match event {
            READ => &mut self.reader,
            _ => &mut self.writer,
        }
    }

    /// Has a pair of handles that a program has given as data stand as handles; what is to be dropped.
    fn adopt(&mut self) -> Value {
        let or_unbound = |value: &Value| match value.is_none() {
            true => Value::UNBOUND,
            false => value.clone(),
        };
        if let Some([reader, writer]) = self.data.as_tuple() {
            (self.reader, self.writer) = (or_unbound(reader), or_unbound(writer));
        }
        std::mem::replace(&mut self.data, Value::UNBOUND)
    }
}

fn flags_of(events: u8) -> EventFlags {
    let mut flags = EventFlags::empty();
    flags.set(EventFlags::IN, events & READ != 0);
    flags.set(EventFlags::OUT, events & WRITE != 0);
    flags
}

fn events_of(flags: EventFlags) -> u8 {
    let mut events = 0;
    if !(flags - EventFlags::IN).is_empty() {
        events |= WRITE;
    }
    if !(flags - EventFlags::OUT).is_empty() {
        events |= READ;
    }
    events
}

/// A ready descriptor.
pub(super) struct ReadyRow {
    number: i32,
    events: u8,
    /// Who reads and who writes now: handles, or unbound. None: a program has registered it with data of its own.
    pub(super) handles: Option<[Value; 2]>,
}

impl Selector {
    fn open(&self, thread: &Thread) -> Res<Arc<OwnedFd>> {
        let descriptor = self.epoll.lock().clone();
        descriptor.ok_or_else(|| thread.value_error("I/O operation on closed epoll object"))
    }

    /// Tells the system what is waited for with a descriptor from now on.
    fn control(&self, thread: &Thread, number: i32, before: u8, after: u8) -> Res<()> {
        if before == after {
            return Ok(());
        }
        let epoll = self.open(thread)?;
        let data = EventData::new_u64(number as u64);
        let source = system::descriptor(number);
        let answer = source.and_then(|source| match (before, after) {
            (0, _) => epoll::add(&*epoll, source, data, flags_of(after)),
            (_, 0) => epoll::delete(&*epoll, source),
            _ => epoll::modify(&*epoll, source, data, flags_of(after)),
        });
        match answer {
            Ok(()) => Ok(()),
            // It was closed meanwhile.
            Err(_) if after == 0 => Ok(()),
            Err(errno) => Err(error(thread, errno)),
        }
    }

    /// How many descriptors are waited for.
    pub(super) fn count(&self) -> usize {
        self.table.lock().count
    }

    /// Waits for an event of a descriptor with a handle; the handle that did so before, or the unbound marker.
    ///
    /// # Errors
    /// OSError, MemoryError
    pub(super) fn watch(
        &self,
        thread: &Thread,
        (object, number): (&Value, i32),
        event: u8,
        handle: Value,
    ) -> Res {
        let before = match self.table.lock().place(thread, number) {
            Some(row) => row.events,
            None => return Err(thread.memory_error()),
        };
        let set = self.control(thread, number, before, before | event);
        if let Err(raised) = set {
            let row = self.table.lock().take(number);
            drop(row);
            return Err(raised);
        }
        let mut table = self.table.lock();
        let Some(row) = table.place(thread, number) else {
            return Err(thread.memory_error());
        };
        // Another thread may have been here meanwhile.
        let is_new = row.events == 0;
        if is_new && object.as_small_int().is_none() {
            row.object = object.clone();
        }
        row.events |= event;
        let data = row.adopt();
        let handle = std::mem::replace(row.handle(event), handle);
        table.count += usize::from(is_new);
        drop(table);
        drop(data);
        Ok(handle)
    }

    /// Waits for an event of a descriptor no longer: the handle that did, or the unbound marker; None if the descriptor is not waited for.
    ///
    /// # Errors
    /// OSError
    pub(super) fn unwatch(&self, thread: &Thread, number: i32, event: u8) -> Res<Option<Value>> {
        let Some(before) = self.table.lock().row(number).map(|row| row.events) else {
            return Ok(None);
        };
        let left = before & !event;
        self.control(thread, number, before, left)?;
        let mut table = self.table.lock();
        let Some(row) = table.place(thread, number) else {
            return Ok(None);
        };
        let data = row.adopt();
        let was_watched = row.events != 0;
        row.events &= !event;
        let handle = std::mem::replace(row.handle(event), Value::UNBOUND);
        let rest = (row.events == 0).then(|| std::mem::replace(row, NO_ROW));
        table.count -= usize::from(was_watched && rest.is_some());
        drop(table);
        drop((data, rest));
        Ok(Some(handle))
    }

    /// Waits until a descriptor is ready, or the deadline of the monotonic clock; shows those that are.
    ///
    /// # Errors
    /// OSError, and what signal handlers raise.
    pub(super) fn wait(
        &self,
        thread: &Thread,
        deadline: Option<u64>,
        mut show: impl FnMut(ReadyRow),
    ) -> Res<()> {
        let epoll = self.open(thread)?;
        let most = self.count().clamp(1, MOST_EVENTS);
        let mut events = EVENTS.take();
        let is_ready = |count: &usize| *count > 0;
        let waited = await_with(thread, deadline, is_ready, |nap| {
            events.clear();
            events.try_reserve_exact(most).map_err(|_| Errno::NOMEM)?;
            let timeout =
                nap.map(|nap| timespec(nap.div_ceil(MILLISECOND).saturating_mul(MILLISECOND)));
            epoll::wait(&*epoll, spare_capacity(&mut events), timeout.as_ref())
        });
        let table = self.table.lock();
        for event in &events {
            // The fields lie unaligned.
            let (data, flags) = (event.data, event.flags);
            let number = data.u64() as i32;
            let Some(row) = table.row(number) else {
                continue;
            };
            let events = events_of(flags) & row.events;
            if events == 0 {
                continue;
            }
            let handle = |of: u8, handle: &Value| match events & of {
                0 => Value::UNBOUND,
                _ => handle.clone(),
            };
            let handles = row
                .data
                .is_unbound()
                .then(|| [handle(READ, &row.reader), handle(WRITE, &row.writer)]);
            show(ReadyRow {
                number,
                events,
                handles,
            });
        }
        drop(table);
        EVENTS.set(events);
        waited.map(drop)
    }

    /// The key of a descriptor, as selectors of the library have it; None if it is not waited for.
    fn key(&self, thread: &Thread, number: i32) -> Res<Option<Value>> {
        let (object, data, events, handles) = {
            let table = self.table.lock();
            let Some(row) = table.row(number) else {
                return Ok(None);
            };
            let handles = [row.reader.clone(), row.writer.clone()];
            (row.object.clone(), row.data.clone(), row.events, handles)
        };
        let or_none = |value: Value| {
            if value.is_unbound() {
                Value::NONE
            } else {
                value
            }
        };
        let data = match data.is_unbound() {
            true => Tuple::from_slice(thread, &handles.map(or_none))?,
            false => data,
        };
        let descriptor = thread.int(number.into())?;
        let object = match object.is_unbound() {
            true => descriptor.clone(),
            false => object,
        };
        let class = library_attribute(thread, "selectors", "SelectorKey")?;
        let parts = [object, descriptor, thread.int(events.into())?, data];
        protocol::call_positional(thread, &class, &parts).map(Some)
    }
}

const MILLISECOND: u64 = 1_000_000;

/// A selector whose methods are those of this file.
pub(super) fn own_selector<'v>(thread: &Thread, value: &'v Value) -> Option<&'v Selector> {
    let this = value.payload::<Selector>()?;
    has_own(thread, value, &METHODS, &OWN_WAYS, &this.own_way).then_some(this)
}

/// The methods that the loop does without calling them, as long as nobody has put others in their place.
const OWN_WAYS: [&str; 4] = ["register", "unregister", "modify", "select"];

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Selector> {
    value
        .payload::<Selector>()
        .ok_or_else(|| thread.type_error("a selector was expected"))
}

/// The number of the descriptor of an object, which may have been closed since it was registered.
///
/// # Errors
/// ValueError if it has none.
pub(super) fn number_of(thread: &Thread, selector: &Selector, object: &Value) -> Res<i32> {
    if let Some(number) = object.as_small_int()
        && let Ok(number @ 0..) = i32::try_from(number)
    {
        return Ok(number);
    }
    let number = library_attribute(thread, "selectors", "_number")?;
    match protocol::call_positional(thread, &number, std::slice::from_ref(object)) {
        Ok(number) => crate::types::text::args::c_int(thread, &number),
        Err(raised) => {
            let table = selector.table.lock();
            let known = table
                .rows
                .iter()
                .position(|row| row.events != 0 && row.object.is(object));
            drop(table);
            match known {
                Some(known) => {
                    drop(thread.take_raised(raised));
                    Ok(known as i32)
                }
                None => Err(raised),
            }
        }
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let epoll = epoll::create(CreateFlags::CLOEXEC).map_err(|errno| error(thread, errno))?;
    let selector = Selector {
        epoll: Mutex::new(Some(Arc::new(epoll))),
        table: Mutex::new(Table::default()),
        own_way: AtomicU64::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, selector)
}

fn not_registered(thread: &Thread, object: &Value) -> Raised {
    key_error(thread, object, "is not registered")
}

fn key_error(thread: &Thread, object: &Value, why: &str) -> Raised {
    let text = match repr_text(thread, object) {
        Ok(shown) => crate::object::Str::new_value(thread, &format!("{shown} {why}")),
        Err(raised) => Err(raised),
    };
    match text {
        Ok(text) => raise::key_error(thread, &text),
        Err(raised) => raised,
    }
}

/// The events that a program wants.
fn events_argument(thread: &Thread, value: &Value) -> Res<u8> {
    match value.as_small_int() {
        Some(events @ 1..=3) => Ok(events as u8),
        _ => {
            let shown = repr_text(thread, value)?;
            Err(thread.value_error(format!("Invalid events: {shown}")))
        }
    }
}

/// What a program registers a descriptor with.
fn data_argument(value: &Value) -> Value {
    value.bound().cloned().unwrap_or(Value::NONE)
}

/// `selector.register(fileobj, events, data=None)`
fn register(thread: &Thread, args: &[Value]) -> Res {
    let [value, object, events, data] = args else {
        return Err(thread.type_error("register() takes a file object and events"));
    };
    let this = payload(thread, value)?;
    let events = events_argument(thread, events)?;
    let number = number_of(thread, this, object)?;
    if this.table.lock().row(number).is_some() {
        let why = format!("(FD {number}) is already registered");
        return Err(key_error(thread, object, &why));
    }
    this.control(thread, number, 0, events)?;
    set_row(thread, this, (object, number), events, data_argument(data))
}

/// Has a program's data stand beside a descriptor; the key.
fn set_row(
    thread: &Thread,
    this: &Selector,
    (object, number): (&Value, i32),
    events: u8,
    data: Value,
) -> Res {
    let mut table = this.table.lock();
    let Some(row) = table.place(thread, number) else {
        return Err(thread.memory_error());
    };
    let is_new = row.events == 0;
    let row_after = Row {
        object: match (is_new, object.as_small_int()) {
            (true, Some(_)) => Value::UNBOUND,
            (true, None) => object.clone(),
            (false, _) => row.object.clone(),
        },
        data,
        events,
        ..NO_ROW
    };
    let row_before = std::mem::replace(row, row_after);
    table.count += usize::from(is_new);
    drop(table);
    drop(row_before);
    Ok(this.key(thread, number)?.unwrap_or(Value::NONE))
}

/// `selector.unregister(fileobj)`
fn unregister(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    let number = number_of(thread, this, &args[1])?;
    let Some(key) = this.key(thread, number)? else {
        return Err(not_registered(thread, &args[1]));
    };
    let row = this.table.lock().take(number);
    if let Some(row) = &row {
        this.control(thread, number, row.events, 0)?;
    }
    drop(row);
    Ok(key)
}

/// `selector.modify(fileobj, events, data=None)`
fn modify(thread: &Thread, args: &[Value]) -> Res {
    let [value, object, events, data] = args else {
        return Err(thread.type_error("modify() takes a file object and events"));
    };
    let this = payload(thread, value)?;
    let number = number_of(thread, this, object)?;
    let Some(before) = this.table.lock().row(number).map(|row| row.events) else {
        return Err(not_registered(thread, object));
    };
    let events = events_argument(thread, events)?;
    let set = this.control(thread, number, before, events);
    if let Err(raised) = set {
        let row = this.table.lock().take(number);
        drop(row);
        return Err(raised);
    }
    set_row(thread, this, (object, number), events, data_argument(data))
}

/// `selector.select(timeout=None)`
fn select(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    let deadline = match args[1].bound().filter(|value| !value.is_none()) {
        None => None,
        Some(seconds) => Some(deadline_in(real_argument(thread, seconds)?)),
    };
    let mut ready = Vec::new();
    this.wait(thread, deadline, |row| ready.push(row))?;
    let mut pairs = Vec::with_capacity(ready.len());
    for row in ready {
        pairs.extend(pair_of(thread, this, &row)?);
    }
    List::new_value(thread, pairs)
}

/// When so many seconds have passed, by the monotonic clock; 0: now.
pub(super) fn deadline_in(seconds: f64) -> u64 {
    match seconds > 0.0 {
        true => clock::monotonic().saturating_add((seconds * 1e9).ceil() as u64),
        false => 0,
    }
}

/// The key of a ready descriptor and what is ready, as `select` gives them; None if it is not waited for any longer.
///
/// # Errors
/// MemoryError
pub(super) fn pair_of(thread: &Thread, this: &Selector, row: &ReadyRow) -> Res<Option<Value>> {
    match this.key(thread, row.number)? {
        Some(key) => Tuple::pair(thread, key, thread.int(row.events.into())?).map(Some),
        None => Ok(None),
    }
}

/// `selector.get_key(fileobj)`
fn get_key(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    if this.epoll.lock().is_none() {
        return Err(thread.error(Builtin::RuntimeError, "Selector is closed"));
    }
    let number = number_of(thread, this, &args[1])?;
    match this.key(thread, number)? {
        Some(key) => Ok(key),
        None => Err(not_registered(thread, &args[1])),
    }
}

/// `selector._keys`: all keys by descriptor, for those who look.
fn keys(thread: &Thread, value: &Value) -> Res {
    let this = payload(thread, value)?;
    let rows = this.table.lock().rows.len();
    let keys = Dict::new_value(thread)?;
    for number in 0..rows as i32 {
        if let Some(key) = this.key(thread, number)?
            && let Some(dict) = keys.as_dict()
        {
            dict.set(thread, thread.int(number.into())?, key)?;
        }
    }
    Ok(keys)
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    let number = payload(thread, &args[0])?.open(thread)?.as_raw_fd();
    thread.int(number.into())
}

/// `selector._close()`
fn close(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    let table = std::mem::take(&mut *this.table.lock());
    drop(this.epoll.lock().take());
    drop(table);
    Ok(Value::NONE)
}

static METHODS: [NativeDef; 7] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("register", "(self, fileobj, events, data=None)", register)
            .doc("Adds a file object. Returns its key."),
        NativeDef::method("unregister", "(self, fileobj)", unregister)
            .doc("Takes a file object out. Returns its key."),
        NativeDef::method("modify", "(self, fileobj, events, data=None)", modify)
            .doc("Changes what is waited for, and the data."),
        NativeDef::method("select", "(self, timeout=None)", select).doc(
            "Waits until some are ready, or so many seconds have passed: a list of (key, what\n\
            is ready).",
        ),
        NativeDef::method("get_key", "(self, fileobj)", get_key)
            .doc("The key of a registered file object."),
        NativeDef::method("fileno", "(self)", fileno).doc("The descriptor of the selector itself."),
        NativeDef::method("_close", "(self)", close),
    ],
);

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.Selector",
    doc: "What the selectors of loops derive from: epoll, and handles beside descriptors.",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Selector>),
    has_dict: true,
    methods: &METHODS,
    slots: &[SlotDef::New(construct)],
    getset: &[GetSetDef::new("_keys", keys)],
    ..ClassDef::DEFAULT
};
