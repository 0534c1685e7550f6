//! `select.epoll`: waiting for many descriptors, of which the system keeps the list (epoll(7)).
//!
//! The descriptor of an object that another thread is waiting with is closed when that has come back.

use super::{deadline, number};
use crate::base::sync::{Arc, Mutex};
use crate::modules::posix::call::{await_with, error, timespec};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, Dict, List, NativeDef, Payload, Res, Sharing, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::protocol::convert::index_i64;
use crate::runtime::system;
use crate::types::float::convert::real;
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::c_int;
use rustix::buffer::spare_capacity;
use rustix::event::epoll::{self, CreateFlags, Event, EventData, EventFlags};
use rustix::fd::{AsRawFd, OwnedFd};
use rustix::io::Errno;

/// The payload; None: closed.
struct Epoll(Mutex<Option<Arc<OwnedFd>>>);

impl Payload for Epoll {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

const NUMBERS: &[(&str, EventFlags)] = &[
    ("EPOLLIN", EventFlags::IN),
    ("EPOLLPRI", EventFlags::PRI),
    ("EPOLLOUT", EventFlags::OUT),
    ("EPOLLERR", EventFlags::ERR),
    ("EPOLLHUP", EventFlags::HUP),
    ("EPOLLRDHUP", EventFlags::RDHUP),
    ("EPOLLRDNORM", EventFlags::RDNORM),
    ("EPOLLRDBAND", EventFlags::RDBAND),
    ("EPOLLWRNORM", EventFlags::WRNORM),
    ("EPOLLWRBAND", EventFlags::WRBAND),
    ("EPOLLMSG", EventFlags::MSG),
    ("EPOLLEXCLUSIVE", EventFlags::EXCLUSIVE),
    ("EPOLLWAKEUP", EventFlags::WAKEUP),
    ("EPOLLONESHOT", EventFlags::ONESHOT),
    ("EPOLLET", EventFlags::ET),
];

/// Adds the class and its numbers to the module.
pub(super) fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    for (name, flags) in NUMBERS {
        let number = thread.int(i64::from(flags.bits()))?;
        dict.set(thread, thread.intern(name.as_bytes())?, number)?;
    }
    let cloexec = thread.int(i64::from(CreateFlags::CLOEXEC.bits()))?;
    dict.set(thread, thread.intern(b"EPOLL_CLOEXEC")?, cloexec)?;
    let class = once(thread, &CLASS, native_class)?;
    dict.set(thread, thread.intern(b"epoll")?, class)
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Epoll> {
    value
        .payload::<Epoll>()
        .ok_or_else(|| thread.type_error("an epoll object was expected"))
}

/// The open descriptor.
fn open(thread: &Thread, value: &Value) -> Res<Arc<OwnedFd>> {
    let descriptor = payload(thread, value)?.0.lock().clone();
    descriptor.ok_or_else(|| thread.value_error("I/O operation on closed epoll object"))
}

const NEW: NativeDef = signature("epoll", "(sizehint=-1, flags=0)");

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &NEW, args)?;
    let size = bound[0]
        .bound()
        .map_or(Ok(-1), |size| c_int(thread, size))?;
    if size < -1 || size == 0 {
        return Err(thread.value_error("negative sizehint"));
    }
    let flags = bound[1]
        .bound()
        .map_or(Ok(0), |flags| c_int(thread, flags))?;
    if flags & !(CreateFlags::CLOEXEC.bits() as i32) != 0 {
        return Err(thread.error(Builtin::OSError, "invalid flags"));
    }
    let descriptor = epoll::create(CreateFlags::CLOEXEC).map_err(|errno| error(thread, errno))?;
    make(thread, class, descriptor)
}

fn make(thread: &Thread, class: &Value, descriptor: OwnedFd) -> Res {
    let payload = Epoll(Mutex::new(Some(Arc::new(descriptor))));
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

fn from_descriptor(thread: &Thread, args: &[Value]) -> Res {
    let Some(descriptor) = system::owned(c_int(thread, &args[1])?) else {
        return Err(error(thread, Errno::BADF));
    };
    make(thread, &args[0], descriptor)
}

/// The lowest bits count, as in CPython.
fn flags(thread: &Thread, value: &Value) -> Res<EventFlags> {
    let bits = index_i64(thread, value)? as u32;
    Ok(EventFlags::from_bits_retain(bits))
}

fn register(thread: &Thread, args: &[Value]) -> Res {
    let mask = match args[2].bound() {
        Some(mask) => flags(thread, mask)?,
        None => EventFlags::IN | EventFlags::PRI | EventFlags::OUT,
    };
    control(thread, args, |epoll, source, data| {
        epoll::add(epoll, source, data, mask)
    })
}

fn modify(thread: &Thread, args: &[Value]) -> Res {
    let mask = flags(thread, &args[2])?;
    control(thread, args, |epoll, source, data| {
        epoll::modify(epoll, source, data, mask)
    })
}

fn unregister(thread: &Thread, args: &[Value]) -> Res {
    control(thread, args, |epoll, source, _| {
        epoll::delete(epoll, source)
    })
}

/// Changes what is waited for with a descriptor.
fn control(
    thread: &Thread,
    args: &[Value],
    change: impl FnOnce(&OwnedFd, rustix::fd::BorrowedFd<'static>, EventData) -> Result<(), Errno>,
) -> Res {
    let epoll = open(thread, &args[0])?;
    let source = number(thread, &args[1])?;
    system::descriptor(source)
        .and_then(|fd| change(&epoll, fd, EventData::new_u64(source as u64)))
        .map_err(|errno| error(thread, errno))?;
    Ok(Value::NONE)
}

/// As many events as are asked for by default: what CPython does.
const MOST_EVENTS: i32 = 1023;

/// `epoll.poll(timeout=None, maxevents=-1)`
fn wait(thread: &Thread, args: &[Value]) -> Res {
    let epoll = open(thread, &args[0])?;
    let until = match args[1].bound().filter(|value| !value.is_none()) {
        Some(value) if real(thread, value)?.is_some_and(|span| span < 0.0) => None,
        Some(value) => deadline(thread, value, 1e9)?,
        None => None,
    };
    let most = match args[2].bound() {
        Some(most) => c_int(thread, most)?,
        None => -1,
    };
    let most = match most {
        -1 => MOST_EVENTS,
        1.. => most,
        _ => {
            let message = format!("maxevents must be greater than 0, got {most}");
            return Err(thread.value_error(message));
        }
    };
    let most = most as usize;
    thread.check_memory(most.saturating_mul(size_of::<Event>()))?;
    let is_ready = |events: &Vec<Event>| !events.is_empty();
    let events = await_with(thread, until, is_ready, |nap| {
        let mut events = Vec::new();
        events.try_reserve_exact(most).map_err(|_| Errno::NOMEM)?;
        let timeout = nap.map(|nap| timespec(nap.div_ceil(1_000_000).saturating_mul(1_000_000)));
        epoll::wait(&*epoll, spare_capacity(&mut events), timeout.as_ref())?;
        Ok(events)
    })?;
    let mut pairs = Vec::with_capacity(events.len());
    for event in events {
        // The fields lie unaligned.
        let (data, flags) = (event.data, event.flags);
        let number = thread.int(data.u64() as i64)?;
        pairs.push(Tuple::pair(
            thread,
            number,
            thread.int(flags.bits().into())?,
        )?);
    }
    List::new_value(thread, pairs)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    drop(payload(thread, &args[0])?.0.lock().take());
    Ok(Value::NONE)
}

fn is_closed(thread: &Thread, value: &Value) -> Res {
    let closed = payload(thread, value)?.0.lock().is_none();
    Ok(Value::from_bool(closed))
}

fn file_number(thread: &Thread, args: &[Value]) -> Res {
    let number = open(thread, &args[0])?.as_raw_fd();
    thread.int(number.into())
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0])?;
    Ok(args[0].clone())
}

/// The table of the class.
static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "select.epoll",
    doc: "Waits for descriptors that have been registered.",
    signature: "(sizehint=-1, flags=0)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Epoll>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::class_method("fromfd", "(type, fd, /)", from_descriptor)
                .doc("An object with a descriptor that is open already."),
            NativeDef::method("register", "(self, /, fd, eventmask=7)", register)
                .doc("Adds a descriptor."),
            NativeDef::method("modify", "(self, /, fd, eventmask)", modify)
                .doc("Changes what is waited for with a registered descriptor."),
            NativeDef::method("unregister", "(self, /, fd)", unregister)
                .doc("Takes a descriptor out."),
            NativeDef::method("poll", "(self, /, timeout=None, maxevents=-1)", wait).doc(
                "Waits until a descriptor is ready, or so many seconds have passed. Returns a\n\
                list of pairs: a descriptor and what is ready.",
            ),
            NativeDef::method("close", "(self, /)", close).doc("Closes the descriptor."),
            NativeDef::method("fileno", "(self, /)", file_number).doc("The descriptor's number."),
            NativeDef::method("__enter__", "(self, /)", enter),
            NativeDef::method("__exit__", "(self, /, *exc_info)", close),
        ],
    ),
    slots: &[SlotDef::New(construct)],
    getset: &[GetSetDef::new("closed", is_closed).doc("Whether it has been closed.")],
    ..ClassDef::DEFAULT
};
