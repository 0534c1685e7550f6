//! OSError: the class by error number (PEP 3151), and its fields.

use super::base::{no_keywords, payload, reduced};
use super::fields::{fill, get, set};
use crate::base::error::system_message;
use crate::object::class::{CallArgs, Class, SlotDef, SlotId, class_flag};
use crate::object::{Builtin, Exception, NativeDef, Raised, Res, Slot, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;
use crate::runtime::raise::raise_made;

/// The subclass for an error number.
fn class_for(errno: i64) -> Option<Builtin> {
    let n = i32::try_from(errno).ok()?;
    Some(match n {
        libc::EAGAIN | libc::EALREADY | libc::EINPROGRESS => Builtin::BlockingIOError,
        libc::ECHILD => Builtin::ChildProcessError,
        libc::EPIPE | libc::ESHUTDOWN => Builtin::BrokenPipeError,
        libc::ECONNABORTED => Builtin::ConnectionAbortedError,
        libc::ECONNREFUSED => Builtin::ConnectionRefusedError,
        libc::ECONNRESET => Builtin::ConnectionResetError,
        libc::EEXIST => Builtin::FileExistsError,
        libc::ENOENT => Builtin::FileNotFoundError,
        libc::EINTR => Builtin::InterruptedError,
        libc::EISDIR => Builtin::IsADirectoryError,
        libc::ENOTDIR => Builtin::NotADirectoryError,
        libc::EACCES | libc::EPERM => Builtin::PermissionError,
        libc::ESRCH => Builtin::ProcessLookupError,
        libc::ETIMEDOUT => Builtin::TimeoutError,
        _ => return None,
    })
}

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let mut class = class.clone();
    let positional = args.positional();
    if class.is(Builtin::OSError.class())
        && (2..=5).contains(&positional.len())
        && let Some(errno) = positional[0]
            .as_int()
            .and_then(crate::object::int::IntRef::to_i64)
        && let Some(narrow) = class_for(errno)
    {
        class = narrow.class().clone();
    }
    let Some(payload) = class.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    let value = Exception::new_value(thread, payload, Tuple::from_slice(thread, positional)?)?;
    if initialises_later(payload) {
        if let Some(exception) = value.as_exception() {
            exception.args.set(Tuple::empty());
        }
        return Ok(value);
    }
    no_keywords(thread, &value, args)?;
    parse(thread, &value, positional)?;
    Ok(value)
}

/// Whether the fields are set by `__init__`: in subclasses with an `__init__`, but no `__new__` of their own.
fn initialises_later(class: &Class) -> bool {
    let own = Builtin::OSError.get();
    !class.same_slot(SlotId::Init, own) && class.same_slot(SlotId::New, own)
}

fn parse(thread: &Thread, value: &Value, positional: &[Value]) -> Res<()> {
    if !(2..=5).contains(&positional.len()) {
        return Ok(());
    }
    let filename = positional.get(2).filter(|name| !name.is_none()).cloned();
    if let Some(count) = &filename
        && value.is_exact(Builtin::BlockingIOError)
        && is_number(thread, count)
    {
        // The third argument of this class may say how much was written before it blocked.
        let count = protocol::index_i64(thread, count)?;
        let count = thread.int(count)?;
        return fill(
            thread,
            value,
            &[
                positional[0].clone(),
                positional[1].clone(),
                Value::UNBOUND,
                Value::UNBOUND,
                count,
            ],
        );
    }
    let filename2 = positional.get(4).filter(|name| !name.is_none()).cloned();
    fill(
        thread,
        value,
        &[
            positional[0].clone(),
            positional[1].clone(),
            filename.clone().unwrap_or(Value::UNBOUND),
            filename2.unwrap_or(Value::UNBOUND),
        ],
    )?;
    if filename.is_some() {
        payload(thread, value)?
            .args
            .set(Tuple::from_slice(thread, &positional[..2])?);
    }
    Ok(())
}

fn is_number(thread: &Thread, value: &Value) -> bool {
    let class = thread.class_of(value);
    [Builtin::Int, Builtin::Float, Builtin::Complex]
        .iter()
        .any(|number| class.is_subclass_of(number.class()))
}

fn written(thread: &Thread, value: &Value) -> Res {
    match payload(thread, value)?.fields.get(4).and_then(Slot::load) {
        Some(count) => Ok(count),
        None => Err(thread.error(Builtin::AttributeError, "characters_written")),
    }
}

fn set_written(thread: &Thread, value: &Value, count: Option<&Value>) -> Res<()> {
    let Some(count) = count else {
        written(thread, value)?;
        return set::<4>(thread, value, None);
    };
    let count = protocol::index_i64(thread, count)?;
    set::<4>(thread, value, Some(&thread.int(count)?))
}

/// `__init__` of OSError and its subclasses.
pub fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    if !initialises_later(thread.class_of(value)) {
        return Ok(());
    }
    no_keywords(thread, value, args)?;
    payload(thread, value)?
        .args
        .set(Tuple::from_slice(thread, args.positional())?);
    parse(thread, value, args.positional())
}

fn str_of(thread: &Thread, value: &Value) -> Res {
    let fields = &payload(thread, value)?.fields;
    let field = |i: usize| fields.get(i).and_then(|slot| slot.load());
    let (errno, strerror) = match (field(0), field(1)) {
        (Some(errno), Some(strerror)) => (errno, strerror),
        (errno, strerror) if field(2).is_some() => (
            errno.unwrap_or(Value::NONE),
            strerror.unwrap_or(Value::NONE),
        ),
        _ => return super::base::str_of(thread, value),
    };
    let mut out = b"[Errno ".to_vec();
    let push = |out: &mut Vec<u8>, value: &Value, quoted: bool| -> Res<()> {
        let text = if quoted {
            protocol::repr(thread, value)?
        } else {
            protocol::str_of(thread, value)?
        };
        out.extend_from_slice(text.as_str_object().map_or(&[][..], Str::as_bytes));
        Ok(())
    };
    push(&mut out, &errno, false)?;
    out.extend_from_slice(b"] ");
    push(&mut out, &strerror, false)?;
    if let Some(name) = field(2) {
        out.extend_from_slice(b": ");
        push(&mut out, &name, true)?;
        if let Some(second) = field(3) {
            out.extend_from_slice(b" -> ");
            push(&mut out, &second, true)?;
        }
    }
    Str::from_bytes(thread, &out)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let payload = payload(thread, &args[0])?;
    let field = |i: usize| payload.fields.get(i).and_then(Slot::load);
    let mut arguments = payload.args.get();
    if let (Some([errno, strerror]), Some(filename)) = (arguments.as_tuple(), field(2)) {
        let mut all = vec![errno.clone(), strerror.clone(), filename];
        if let Some(second) = field(3) {
            all.extend([Value::NONE, second]);
        }
        arguments = Tuple::from_vec(thread, all)?;
    }
    reduced(thread, &args[0], arguments)
}

/// OSError
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::OSError,
    doc: "A call of the operating system failed. The subclasses stand for the common\n\
        reasons.",
    flags: class_flag::BASE,
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Str(str_of),
    ],
    members: &["errno", "filename", "filename2", "strerror"],
    getset: &[
        GetSetDef::new("errno", get::<0>)
            .writable(set::<0>)
            .doc("The system's number for the error."),
        GetSetDef::new("strerror", get::<1>)
            .writable(set::<1>)
            .doc("What the system says of it."),
        GetSetDef::new("filename", get::<2>)
            .writable(set::<2>)
            .doc("The file concerned."),
        GetSetDef::new("filename2", get::<3>)
            .writable(set::<3>)
            .doc("The second file concerned."),
        GetSetDef::new("characters_written", written).writable(set_written),
    ],
    ..ClassDef::DEFAULT
};

/// An OSError (or its subclass for the number) with the system's message, and up to two files that it is about.
#[cold]
pub fn from_errno(thread: &Thread, errno: i32, files: &[&Value]) -> Raised {
    let make = || -> Res {
        let text = system_message(errno);
        let mut args = vec![thread.int(errno as i64)?, Str::new_value(thread, &text)?];
        match files {
            [] => {}
            [file] => args.push((*file).clone()),
            [first, second, ..] => args.extend([(*first).clone(), Value::NONE, (*second).clone()]),
        }
        construct(
            thread,
            Builtin::OSError.class(),
            CallArgs::positional_only(&args),
        )
    };
    raise_made(thread, make())
}
