//! `_multiprocessing.SemLock`: a semaphore or a recursive lock in a word of shared memory.
//!
//! The lower half of the word is how many more may take it, the upper half how many sleep until it can be taken. Who is killed while it sleeps is counted
//! there for ever, which costs those who release a call of the system. Who was woken and is killed before it has taken anything leaves the
//! others asleep: they look again by themselves after a while ([`super::LONGEST_SLEEP`]).
//!
//! Which thread has it, and how often, every process keeps for itself.

use super::block::word;
use super::{asleep_at, deadline, wait_until};
use crate::base::sync::atomic::{AtomicI64, AtomicU64, Ordering::*};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::{Sharing, id_of};
use crate::object::native::Beside;
use crate::object::{Builtin, NativeDef, Payload, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{self, convert::index_ssize};
use crate::runtime::{system, threads};
use crate::types::shared::{arguments, class_argument, signature};
use std::slice::from_ref;

/// One thread that sleeps, in the upper half of the word.
const SLEEPER: u64 = 1 << 32;

/// The payload.
struct SemLock {
    /// The block; immutable.
    block: Value,
    /// The word's number in it.
    index: Value,
    recursive: bool,
    most: u32,
    /// The thread of this process that took it last.
    owner: AtomicU64,
    /// How often this process has taken it and not released it.
    count: AtomicI64,
}

impl Payload for SemLock {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.block);
        visit(&self.index);
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_multiprocessing.SemLock",
    doc: "A semaphore of several processes, in a word of a block whose lower half is its value.",
    signature: "(block, index, recursive, maxvalue)",
    flags: class_flag::BASE | class_flag::WEAKREF | class_flag::IMMUTABLE,
    layout: Some(id_of::<SemLock>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("acquire", "(self, /, block=True, timeout=None)", acquire).doc(
                "Takes it. Waits for it unless block is false, at most so many seconds. Tells\n\
                whether it was taken.",
            ),
            NativeDef::method("release", "(self, /)", release).doc("Gives it back."),
            NativeDef::method("_count", "(self, /)", count)
                .doc("How often this process has taken it and not released it."),
            NativeDef::method("_is_mine", "(self, /)", is_mine).doc("Whether this thread has it."),
            NativeDef::method("_get_value", "(self, /)", get_value)
                .doc("How many more may take it."),
            NativeDef::method("_is_zero", "(self, /)", is_zero)
                .doc("Whether nobody may take it now."),
            NativeDef::method("__enter__", "(self, /)", enter).doc("Takes it."),
            NativeDef::method("__exit__", "(self, /, *exc_info)", release).doc("Gives it back."),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::EnterContext(enter_context),
        SlotDef::ExitContext(exit_context),
    ],
    ..ClassDef::DEFAULT
};

const NEW: NativeDef = signature("SemLock", "(block, index, recursive, maxvalue)");

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &NEW, args)?;
    word(thread, &bound[0], &bound[1])?;
    let most = index_ssize(thread, &bound[3])?;
    let Ok(most @ 0..=0x7fff_ffff) = u32::try_from(most) else {
        return Err(thread.value_error("invalid maximum"));
    };
    let lock = SemLock {
        block: bound[0].clone(),
        index: bound[1].clone(),
        recursive: protocol::truth(thread, &bound[2])?,
        most,
        owner: AtomicU64::new(0),
        count: AtomicI64::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, lock)
}

fn semlock<'v>(thread: &Thread, value: &'v Value) -> Res<&'v SemLock> {
    value
        .payload::<SemLock>()
        .ok_or_else(|| thread.type_error("a SemLock was expected"))
}

/// Takes a permit if there is one.
fn try_take(word: &AtomicU64) -> bool {
    let taken = word.fetch_update(SeqCst, SeqCst, |now| {
        (now as u32 != 0).then(|| now.wrapping_sub(1))
    });
    taken.is_ok()
}

impl SemLock {
    fn word(&self, thread: &Thread) -> Res<&AtomicU64> {
        word(thread, &self.block, &self.index)
    }

    fn is_mine(&self, thread: &Thread) -> bool {
        self.count.load(Relaxed) > 0 && self.owner.load(Relaxed) == threads::ident(thread)
    }

    /// Takes it, until the deadline if there is one.
    fn take(&self, thread: &Thread, blocks: bool, deadline: Option<u64>) -> Res<bool> {
        if self.recursive && self.is_mine(thread) {
            self.count.fetch_add(1, Relaxed);
            return Ok(true);
        }
        let word = self.word(thread)?;
        let mut taken = try_take(word);
        if !taken && blocks {
            let mut sleep = asleep_at(word, 0);
            taken = wait_until(
                thread,
                deadline,
                || try_take(word),
                |longest| {
                    word.fetch_add(SLEEPER, SeqCst);
                    let answer = sleep(longest);
                    word.fetch_sub(SLEEPER, SeqCst);
                    answer
                },
            )?;
        }
        if taken {
            self.owner.store(threads::ident(thread), Relaxed);
            self.count.fetch_add(1, Relaxed);
        }
        Ok(taken)
    }
}

fn acquire(thread: &Thread, args: &[Value]) -> Res {
    let blocks = match args[1].bound() {
        Some(value) => protocol::truth(thread, value)?,
        None => true,
    };
    let deadline = deadline(thread, &args[2])?;
    let lock = semlock(thread, &args[0])?;
    let taken = thread.coming_back_beside(args, || lock.take(thread, blocks, deadline))?;
    Ok(Value::from_bool(taken))
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    enter_context(thread, &args[0])
}

fn enter_context(thread: &Thread, value: &Value) -> Res {
    let lock = semlock(thread, value)?;
    let taken = thread.coming_back_beside(from_ref(value), || lock.take(thread, true, None))?;
    Ok(Value::from_bool(taken))
}

fn release(thread: &Thread, args: &[Value]) -> Res {
    exit_context(thread, &args[0])
}

fn exit_context(thread: &Thread, value: &Value) -> Res {
    let lock = semlock(thread, value)?;
    if lock.recursive {
        if !lock.is_mine(thread) {
            return Err(thread.error(
                Builtin::AssertionError,
                "attempt to release recursive lock not owned by thread",
            ));
        }
        if lock.count.load(Relaxed) > 1 {
            lock.count.fetch_sub(1, Relaxed);
            return Ok(Value::NONE);
        }
    }
    let word = lock.word(thread)?;
    // Before anybody else can have it: else this would take away what another thread of this process counts.
    lock.count.fetch_sub(1, Relaxed);
    let given = word.fetch_update(SeqCst, SeqCst, |now| {
        ((now as u32) < lock.most).then(|| now.wrapping_add(1))
    });
    match given {
        Ok(old) => {
            if old >= SLEEPER {
                system::wake(word, 1);
            }
            Ok(Value::NONE)
        }
        Err(_) => {
            lock.count.fetch_add(1, Relaxed);
            Err(thread.value_error("semaphore or lock released too many times"))
        }
    }
}

fn count(thread: &Thread, args: &[Value]) -> Res {
    thread.int(semlock(thread, &args[0])?.count.load(Relaxed))
}

fn is_mine(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(semlock(thread, &args[0])?.is_mine(thread)))
}

fn value(thread: &Thread, args: &[Value]) -> Res<u32> {
    Ok(semlock(thread, &args[0])?.word(thread)?.load(SeqCst) as u32)
}

fn get_value(thread: &Thread, args: &[Value]) -> Res {
    thread.int(value(thread, args)?.into())
}

fn is_zero(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(value(thread, args)? == 0))
}
