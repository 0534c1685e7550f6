//! `_thread.RLock`: a lock that its owner may take again.

use super::Patience;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::{Sharing, id_of};
use crate::object::native::Beside;
use crate::object::{Builtin, NativeDef, Payload, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::gate::Gate;
use crate::runtime::native_call::class_text;
use crate::runtime::threads;
use crate::types::shared::class_argument;
use std::slice::from_ref;
use std::sync::atomic::{AtomicU64, Ordering::*};

/// The payload. Owner and count are written by the thread that has the gate.
#[derive(Default)]
pub(super) struct RLock {
    pub(super) gate: Gate,
    /// The owner's name, 0: nobody.
    owner: AtomicU64,
    count: AtomicU64,
}

impl Payload for RLock {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_thread.RLock",
    doc: "A lock that its owner may take again, and has to release as often.",
    flags: class_flag::BASE | class_flag::WEAKREF | class_flag::IMMUTABLE,
    layout: Some(id_of::<RLock>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("acquire", "(self, /, blocking=True, timeout=-1)", acquire).doc(
                "Takes the lock. The thread that holds it may take it again, and has to\n\
            release it as often.\n\n\
            Waits for it unless blocking is false, with a timeout at most so many\n\
            seconds. Tells whether it was taken.",
            ),
            NativeDef::method("release", "(self, /)", release).doc(
                "Gives the lock back, when it was taken as often. RuntimeError if this thread\n\
            does not hold it.",
            ),
            NativeDef::method("_is_owned", "(self, /)", is_owned)
                .doc("Whether this thread holds the lock."),
            NativeDef::method("_recursion_count", "(self, /)", recursion_count)
                .doc("How often this thread holds the lock."),
            NativeDef::method("_release_save", "(self, /)", release_save).doc(
                "Gives the lock back entirely, and a state for _acquire_restore(); for\n\
            conditions.",
            ),
            NativeDef::method("_acquire_restore", "(self, state, /)", acquire_restore)
                .doc("Takes the lock as often as it was held; for conditions."),
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

/// A subclass may take arguments in its `__init__`.
fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, RLock::default())
}

fn rlock<'v>(thread: &Thread, value: &'v Value) -> Res<&'v RLock> {
    value
        .payload::<RLock>()
        .ok_or_else(|| thread.type_error("an RLock was expected"))
}

impl RLock {
    fn is_owned(&self, thread: &Thread) -> bool {
        self.owner.load(Relaxed) == threads::ident(thread)
    }

    fn take(&self, thread: &Thread, patience: &Patience) -> Res<bool> {
        if self.is_owned(thread) {
            self.count.fetch_add(1, Relaxed);
            return Ok(true);
        }
        let taken = match patience {
            Patience::None => self.gate.try_take(thread),
            Patience::Until(deadline) => self.gate.take(thread, *deadline)?,
        };
        if taken {
            self.own(thread, 1);
        }
        Ok(taken)
    }

    /// Makes the thread the owner, which has just taken the gate.
    pub(super) fn own(&self, thread: &Thread, count: u64) {
        self.owner.store(threads::ident(thread), Relaxed);
        self.count.store(count, Relaxed);
    }

    fn check_owned(&self, thread: &Thread) -> Res<()> {
        if self.is_owned(thread) {
            return Ok(());
        }
        Err(thread.error(Builtin::RuntimeError, "cannot release un-acquired lock"))
    }

    /// Gives the lock up, however often it was taken; how often that was.
    ///
    /// # Errors
    /// RuntimeError if another thread holds it, or none.
    pub(super) fn release_all(&self, thread: &Thread) -> Res<u64> {
        self.check_owned(thread)?;
        let count = self.count.load(Relaxed);
        self.let_go();
        Ok(count)
    }

    fn let_go(&self) {
        self.owner.store(0, Relaxed);
        self.count.store(0, Relaxed);
        self.gate.release();
    }
}

fn acquire(thread: &Thread, args: &[Value]) -> Res {
    let patience = Patience::of_arguments(thread, &args[1], &args[2])?;
    let lock = rlock(thread, &args[0])?;
    let taken = thread.coming_back_beside(args, || lock.take(thread, &patience))?;
    Ok(Value::from_bool(taken))
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    enter_context(thread, &args[0])
}

fn enter_context(thread: &Thread, lock: &Value) -> Res {
    let patience = Patience::Until(None);
    let rlock = rlock(thread, lock)?;
    thread.coming_back_beside(from_ref(lock), || rlock.take(thread, &patience))?;
    Ok(Value::from_bool(true))
}

fn release(thread: &Thread, args: &[Value]) -> Res {
    exit_context(thread, &args[0])
}

fn exit_context(thread: &Thread, lock: &Value) -> Res {
    let lock = rlock(thread, lock)?;
    lock.check_owned(thread)?;
    if lock.count.fetch_sub(1, Relaxed) == 1 {
        lock.let_go();
    }
    Ok(Value::NONE)
}

fn is_owned(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(rlock(thread, &args[0])?.is_owned(thread)))
}

fn recursion_count(thread: &Thread, args: &[Value]) -> Res {
    let lock = rlock(thread, &args[0])?;
    let count = if lock.is_owned(thread) {
        lock.count.load(Relaxed)
    } else {
        0
    };
    thread.int_from_usize(count as usize)
}

/// Gives the lock up, however often it was taken; the state is for `_acquire_restore`.
fn release_save(thread: &Thread, args: &[Value]) -> Res {
    let lock = rlock(thread, &args[0])?;
    lock.check_owned(thread)?;
    let state = vec![
        thread.int_from_usize(lock.count.load(Relaxed) as usize)?,
        thread.int_from_usize(lock.owner.load(Relaxed) as usize)?,
    ];
    let state = Tuple::from_vec(thread, state)?;
    lock.let_go();
    Ok(state)
}

fn acquire_restore(thread: &Thread, args: &[Value]) -> Res {
    let lock = rlock(thread, &args[0])?;
    let count = match args[1].as_tuple() {
        Some([count, _]) => count.as_small_int(),
        _ => None,
    };
    let Some(count) = count.and_then(|count| u64::try_from(count).ok()) else {
        return Err(thread.type_error("a state of _release_save() was expected"));
    };
    thread.coming_back_beside(args, || lock.gate.take(thread, None))?;
    lock.own(thread, count.max(1));
    Ok(Value::NONE)
}

fn reset(thread: &Thread, args: &[Value]) -> Res {
    rlock(thread, &args[0])?.let_go();
    Ok(Value::NONE)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let lock = rlock(thread, value)?;
    let state = if lock.gate.is_taken() {
        "locked"
    } else {
        "unlocked"
    };
    let class = class_text(thread.class_of(value));
    let text = format!(
        "<{state} _thread.{class} object owner={} count={} at {:#x}>",
        lock.owner.load(Relaxed),
        lock.count.load(Relaxed),
        thread.identity(value)
    );
    Str::new_value(thread, &text)
}
