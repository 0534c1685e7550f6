//! `_thread.lock`.

use super::Patience;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::{Sharing, id_of};
use crate::object::native::Beside;
use crate::object::{Builtin, NativeDef, Payload, Res, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::gate::Gate;
use crate::types::shared::{arguments, class_argument, signature};
use std::slice::from_ref;

/// The payload.
#[derive(Default)]
struct Lock(Gate);

impl Payload for Lock {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_thread.lock",
    doc: "A lock that one thread at a time can have; any thread may release it.",
    signature: "()",
    flags: class_flag::WEAKREF | class_flag::IMMUTABLE,
    layout: Some(id_of::<Lock>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("acquire", "(self, /, blocking=True, timeout=-1)", acquire).doc(
                "acquire(blocking=True, timeout=-1) -> bool\n\n\
            Takes the lock. Waits for it unless blocking is false, with a timeout at\n\
            most so many seconds. Tells whether it was taken.",
            ),
            NativeDef::method(
                "acquire_lock",
                "(self, /, blocking=True, timeout=-1)",
                acquire,
            )
            .doc("The old name of acquire()."),
            NativeDef::method("release", "(self, /)", release).doc(
                "Gives the lock back, for any thread that waits for it. RuntimeError if\n\
            nobody holds it.",
            ),
            NativeDef::method("release_lock", "(self, /)", release)
                .doc("The old name of release()."),
            NativeDef::method("locked", "(self, /)", locked)
                .doc("Whether somebody holds the lock."),
            NativeDef::method("locked_lock", "(self, /)", locked).doc("The old name of locked()."),
            NativeDef::method("_at_fork_reinit", "(self, /)", reset)
                .doc("Makes the lock free, in the child after a fork."),
            NativeDef::method("__enter__", "(self, /)", enter).doc("Takes the lock."),
            NativeDef::method("__exit__", "(self, /, *exc_info)", release)
                .doc("Gives the lock back."),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::EnterContext(enter_context),
        SlotDef::ExitContext(exit_context),
    ],
    ..ClassDef::DEFAULT
};

const NEW: NativeDef = signature("lock", "()");

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    arguments(thread, &NEW, args)?;
    thread.alloc_instance(class_argument(thread, class)?, Lock::default())
}

/// The gate of a lock.
///
/// # Errors
/// TypeError if it is none.
pub(super) fn gate<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Gate> {
    match value.payload::<Lock>() {
        Some(lock) => Ok(&lock.0),
        None => Err(thread.type_error("a lock was expected")),
    }
}

fn acquire(thread: &Thread, args: &[Value]) -> Res {
    let patience = Patience::of_arguments(thread, &args[1], &args[2])?;
    let gate = gate(thread, &args[0])?;
    let taken = match patience {
        Patience::None => gate.try_take(thread),
        Patience::Until(deadline) => {
            thread.coming_back_beside(args, || gate.take(thread, deadline))?
        }
    };
    Ok(Value::from_bool(taken))
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    enter_context(thread, &args[0])
}

fn enter_context(thread: &Thread, lock: &Value) -> Res {
    let gate = gate(thread, lock)?;
    thread.coming_back_beside(from_ref(lock), || gate.take(thread, None))?;
    Ok(Value::from_bool(true))
}

pub(super) fn release(thread: &Thread, args: &[Value]) -> Res {
    exit_context(thread, &args[0])
}

fn exit_context(thread: &Thread, lock: &Value) -> Res {
    if gate(thread, lock)?.release() {
        Ok(Value::NONE)
    } else {
        Err(thread.error(Builtin::RuntimeError, "release unlocked lock"))
    }
}

fn locked(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(gate(thread, &args[0])?.is_taken()))
}

/// After a fork only the forking thread is there.
fn reset(thread: &Thread, args: &[Value]) -> Res {
    gate(thread, &args[0])?.release();
    Ok(Value::NONE)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let state = if gate(thread, value)?.is_taken() {
        "locked"
    } else {
        "unlocked"
    };
    let text = format!(
        "<{state} _thread.lock object at {:#x}>",
        thread.identity(value)
    );
    Str::new_value(thread, &text)
}
