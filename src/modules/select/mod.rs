//! `select`: waiting until one of several descriptors is ready.
#![forbid(unsafe_code)]

mod epoll;

use crate::base::sync::Mutex;
use crate::modules::posix::call::{await_any, error};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, List, NativeDef, Payload, Res, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, native_class, once};
use crate::runtime::module::ModuleDef;
use crate::runtime::{clock, protocol};
use crate::types::float::convert::real;
use crate::types::text::args::c_int;
use rustix::event::PollFlags;
use rustix::io::Errno;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "select",
    doc: "Waiting until one of several descriptors is ready.",
    functions: &[
        NativeDef::function("select", "(rlist, wlist, xlist, timeout=None, /)", select).doc(
            "Waits until one of the objects is ready to be read, written, or has an\n\
            exceptional condition, or so many seconds have passed. Returns three lists of\n\
            those that are.",
        ),
        NativeDef::function("poll", "()", new_poll).doc("An object that waits for descriptors."),
    ],
    init: Some(init),
};

const NUMBERS: &[(&str, PollFlags)] = &[
    ("POLLIN", PollFlags::IN),
    ("POLLPRI", PollFlags::PRI),
    ("POLLOUT", PollFlags::OUT),
    ("POLLERR", PollFlags::ERR),
    ("POLLHUP", PollFlags::HUP),
    ("POLLNVAL", PollFlags::NVAL),
    ("POLLRDNORM", PollFlags::RDNORM),
    ("POLLRDBAND", PollFlags::RDBAND),
    ("POLLWRNORM", PollFlags::WRNORM),
    ("POLLWRBAND", PollFlags::WRBAND),
    ("POLLRDHUP", PollFlags::RDHUP),
];

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    for (name, flags) in NUMBERS {
        let number = thread.int(i64::from(flags.bits()))?;
        dict.set(thread, thread.intern(name.as_bytes())?, number)?;
    }
    dict.set(thread, thread.intern(b"PIPE_BUF")?, thread.int(4096)?)?;
    dict.set(
        thread,
        thread.intern(b"error")?,
        Builtin::OSError.class().clone(),
    )?;
    epoll::init(thread, dict)
}

/// The number of a descriptor: an int, or what `fileno()` of an object answers.
///
/// # Errors
/// TypeError, ValueError, and what `fileno` raises.
pub fn number(thread: &Thread, value: &Value) -> Res<i32> {
    let number = if value.as_int().is_some() {
        c_int(thread, value)?
    } else {
        let Some(method) =
            protocol::attribute::get_attr_opt(thread, value, &thread.intern(b"fileno")?)?
        else {
            return Err(thread.type_error("argument must be an int, or have a fileno() method."));
        };
        let answer = protocol::call_positional(thread, &method, &[])?;
        if answer.as_int().is_none() {
            return Err(thread.type_error("fileno() returned a non-integer"));
        }
        c_int(thread, &answer)?
    };
    if number < 0 {
        return Err(thread.value_error(format!(
            "file descriptor cannot be a negative integer ({number})"
        )));
    }
    Ok(number)
}

/// When a timeout is over; None for None. `unit`: nanoseconds of the unit that it is given in.
fn deadline(thread: &Thread, value: &Value, unit: f64) -> Res<Option<u64>> {
    if value.is_none() {
        return Ok(None);
    }
    let Some(span) = real(thread, value)? else {
        return Err(thread.type_error("timeout must be a float or None"));
    };
    if span.is_nan() {
        return Err(thread.value_error("Invalid value NaN (not a number)"));
    }
    let nanoseconds = (span.max(0.0) * unit).ceil() as u64;
    Ok(clock::monotonic().checked_add(nanoseconds))
}

fn select(thread: &Thread, args: &[Value]) -> Res {
    let until = match args[3].bound().filter(|value| !value.is_none()) {
        None => None,
        Some(value) => {
            if real(thread, value)?.is_some_and(|seconds| seconds < 0.0) {
                return Err(thread.value_error("timeout must be non-negative"));
            }
            deadline(thread, value, 1e9)?
        }
    };
    let wanted = [
        (
            PollFlags::IN,
            PollFlags::IN | PollFlags::HUP | PollFlags::ERR,
        ),
        (PollFlags::OUT, PollFlags::OUT | PollFlags::ERR),
        (PollFlags::PRI, PollFlags::PRI),
    ];
    let mut objects = Vec::new();
    let mut watched = Vec::new();
    for (list, (flags, _)) in args.iter().zip(wanted) {
        if !protocol::iterate::is_iterable(thread, list) {
            return Err(thread.type_error("arguments 1-3 must be sequences"));
        }
        protocol::for_each(thread, list, &mut |object| {
            watched.push((number(thread, &object)?, flags));
            objects.push(object);
            Ok(true)
        })?;
    }
    let ready = await_any(thread, &watched, until)?;
    if ready.iter().any(|flags| flags.contains(PollFlags::NVAL)) {
        return Err(error(thread, Errno::BADF));
    }
    let lists = wanted.map(|(flags, shown)| {
        let all = watched.iter().zip(&ready).zip(&objects);
        let chosen =
            all.filter(|((watched, ready), _)| watched.1 == flags && ready.intersects(shown));
        chosen.map(|(_, object)| object.clone()).collect::<Vec<_>>()
    });
    let [readable, writable, exceptional] = lists;
    Tuple::from_vec(
        thread,
        vec![
            List::new_value(thread, readable)?,
            List::new_value(thread, writable)?,
            List::new_value(thread, exceptional)?,
        ],
    )
}

/// What `poll()` gives.
#[derive(Default)]
struct Poll(Mutex<Vec<(i32, PollFlags)>>);

impl Payload for Poll {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

static POLL: ClassDef = ClassDef {
    name: "select.poll",
    doc: "Waits for descriptors that have been registered.",
    flags: crate::object::class::class_flag::NO_NEW,
    layout: Some(id_of::<Poll>),
    methods: &[
        NativeDef::method("register", "(self, fd, eventmask=7, /)", register)
            .doc("Adds a descriptor, or changes what is waited for."),
        NativeDef::method("modify", "(self, fd, eventmask, /)", modify)
            .doc("Changes what is waited for with a registered descriptor."),
        NativeDef::method("unregister", "(self, fd, /)", unregister).doc("Takes a descriptor out."),
        NativeDef::method("poll", "(self, timeout=None, /)", poll_object).doc(
            "Waits until a descriptor is ready, or so many milliseconds have passed. Returns\n\
            a list of pairs: a descriptor and what is ready.",
        ),
    ],
    ..ClassDef::DEFAULT
};

fn new_poll(thread: &Thread, _: &[Value]) -> Res {
    let class = once(thread, &POLL, native_class)?;
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, Poll::default()),
        None => Ok(Value::NONE),
    }
}

fn polled<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Poll> {
    value
        .payload::<Poll>()
        .ok_or_else(|| thread.type_error("a poll object was expected"))
}

fn flags(thread: &Thread, value: &Value) -> Res<PollFlags> {
    let bits = c_int(thread, value)?;
    u16::try_from(bits)
        .map(PollFlags::from_bits_retain)
        .map_err(|_| thread.overflow_error("Python int too large for C unsigned short"))
}

fn register(thread: &Thread, args: &[Value]) -> Res {
    let number = number(thread, &args[1])?;
    let flags = match args[2].bound() {
        Some(mask) => flags(thread, mask)?,
        None => PollFlags::IN | PollFlags::PRI | PollFlags::OUT,
    };
    let mut watched = polled(thread, &args[0])?.0.lock();
    match watched.iter_mut().find(|(known, _)| *known == number) {
        Some(entry) => entry.1 = flags,
        None => watched.push((number, flags)),
    }
    Ok(Value::NONE)
}

fn modify(thread: &Thread, args: &[Value]) -> Res {
    let (number, flags) = (number(thread, &args[1])?, flags(thread, &args[2])?);
    let known = polled(thread, &args[0])?
        .0
        .lock()
        .iter_mut()
        .find(|(known, _)| *known == number)
        .map(|entry| entry.1 = flags);
    known.map_or_else(|| Err(error(thread, Errno::NOENT)), |()| Ok(Value::NONE))
}

fn unregister(thread: &Thread, args: &[Value]) -> Res {
    let number = number(thread, &args[1])?;
    let mut watched = polled(thread, &args[0])?.0.lock();
    let before = watched.len();
    watched.retain(|(known, _)| *known != number);
    if watched.len() == before {
        drop(watched);
        return Err(crate::runtime::raise::key_error(
            thread,
            &thread.int(i64::from(number))?,
        ));
    }
    Ok(Value::NONE)
}

fn poll_object(thread: &Thread, args: &[Value]) -> Res {
    let until = match args[1].bound().filter(|value| !value.is_none()) {
        Some(value) if real(thread, value)?.is_some_and(|span| span < 0.0) => None,
        Some(value) => deadline(thread, value, 1e6)?,
        None => None,
    };
    let watched = polled(thread, &args[0])?.0.lock().clone();
    let ready = await_any(thread, &watched, until)?;
    let mut pairs = Vec::new();
    for ((number, _), flags) in watched.iter().zip(ready) {
        if !flags.is_empty() {
            let number = thread.int(i64::from(*number))?;
            let flags = thread.int(i64::from(flags.bits()))?;
            pairs.push(Tuple::pair(thread, number, flags)?);
        }
    }
    List::new_value(thread, pairs)
}
