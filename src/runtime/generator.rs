//! Generators, coroutines and asynchronous generators: a frame that is kept, with its registers, between resumptions.

use super::code::Code;
pub use crate::object::class::Resumed;
use crate::object::layout::core;
use crate::object::purpose::Purpose;
use crate::object::value::{Word, word};
use crate::object::{Payload, Res, Slot, Thread, Tuple, Value};
use std::cell::UnsafeCell;
use std::mem::offset_of;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering::*};

/// Where a generator stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Status {
    /// Made, not started.
    Created,
    /// At a `yield`.
    Suspended,
    /// Being run; a second resumer is refused.
    Running,
    /// Returned, raised or closed.
    Finished,
}

/// What few generators have, by its place in the tuple of such parts.
#[derive(Clone, Copy)]
pub enum Part {
    /// `__name__`, if it is not the code's.
    Name,
    /// `__qualname__`, if it is not the code's.
    Qualname,
    /// Where a coroutine was made, if that is noted.
    Origin,
    /// What is called instead of closing an asynchronous generator when nobody refers to it any more.
    Finalizer,
}

const PARTS: usize = 4;

/// The payload of generators, coroutines and asynchronous generators.
#[repr(C)]
pub struct Generator {
    /// The function that made it (or the code object of a generator expression's owner).
    pub function: Slot,
    /// The code object.
    pub code: Value,
    /// The frame object, or unbound if nobody has asked for it or the activation has ended.
    pub frame: Slot,
    /// While suspended: the exception that its own handlers are handling. While running: that of its resumer.
    pub handled: Slot,
    /// A tuple by [`Part`], with None for what is not there; unbound if there is nothing.
    parts: Slot,
    /// The word index of the instruction at which it is suspended.
    pub pc: AtomicU32,
    status: AtomicU8,
    /// Asynchronous generators: closing has begun.
    pub closed: AtomicBool,
    /// Asynchronous generators: the hooks of the thread that iterates have been asked for.
    pub is_hooked: AtomicBool,
    /// Asynchronous generators: `__anext__` or `asend` is running.
    pub running_async: AtomicBool,
    /// Register 0: the registers lie behind the payload.
    registers: [UnsafeCell<Word>; 0],
}

const _: () = assert!(offset_of!(Generator, registers) == size_of::<Generator>());

// SAFETY: the registers are touched only by the thread that moved the status to Running with a compare-and-swap, or
// while the object is being dropped or traced with the world stopped.
unsafe impl Send for Generator {}
// SAFETY: as above.
unsafe impl Sync for Generator {}

impl Generator {
    /// A generator that has not started.
    ///
    /// # Safety
    /// The registers of the code lie behind the payload ([`Thread::alloc_with_words`]), and their locals hold owned words.
    pub unsafe fn new(function: Value, code: Value, pc: u32) -> Generator {
        Generator {
            function: Slot::new(function),
            code,
            frame: Slot::empty(),
            handled: Slot::empty(),
            parts: Slot::empty(),
            pc: AtomicU32::new(pc),
            status: AtomicU8::new(Status::Created as u8),
            closed: AtomicBool::new(false),
            is_hooked: AtomicBool::new(false),
            running_async: AtomicBool::new(false),
            registers: [],
        }
    }

    /// What few generators have.
    pub fn part(&self, part: Part) -> Option<Value> {
        let parts = self.parts.load()?;
        let found = parts.as_tuple()?.get(part as usize)?;
        (!found.is_none()).then(|| found.clone())
    }

    /// Gives the generator such a part.
    ///
    /// # Errors
    /// MemoryError
    pub fn set_part(&self, thread: &Thread, part: Part, value: Value) -> Res<()> {
        let mut parts = match self.parts.load() {
            Some(known) => known.as_tuple().unwrap_or_default().to_vec(),
            None => vec![Value::NONE; PARTS],
        };
        parts[part as usize] = value;
        self.parts.set(Tuple::from_vec(thread, parts)?);
        Ok(())
    }

    /// `__name__`
    pub fn name(&self) -> Value {
        let name = self.part(Part::Name);
        name.unwrap_or_else(|| self.of_code(|code| &code.name))
    }

    /// `__qualname__`
    pub fn qualname(&self) -> Value {
        let qualname = self.part(Part::Qualname);
        qualname.unwrap_or_else(|| self.of_code(|code| &code.qualname))
    }

    fn of_code(&self, name: impl Fn(&Code) -> &Slot) -> Value {
        let code = self.code.payload::<Code>();
        code.map_or(Value::NONE, |code| name(code).get())
    }

    /// Where it stands.
    #[inline(always)]
    pub fn status(&self) -> Status {
        match self.status.load(Acquire) {
            0 => Status::Created,
            1 => Status::Suspended,
            2 => Status::Running,
            _ => Status::Finished,
        }
    }

    /// Moves on to another status.
    pub fn set_status(&self, status: Status) {
        self.status.store(status as u8, Release);
    }

    /// Claims the right to run; the status before, or None if it runs already or is finished. With others beside the thread, one of two wins.
    #[inline(always)]
    pub fn claim(&self, thread: &Thread) -> Option<Status> {
        let status = self.status();
        if matches!(status, Status::Running | Status::Finished) {
            return None;
        }
        if !thread.runs_together() {
            self.set_status(Status::Running);
            return Some(status);
        }
        self.status
            .compare_exchange(status as u8, Status::Running as u8, AcqRel, Acquire)
            .is_ok()
            .then_some(status)
    }

    /// Register 0.
    #[inline(always)]
    pub fn base(&self) -> *mut Word {
        (&raw const self.registers) as *mut Word
    }

    /// Drops the temporaries of a suspended generator, which are named by the liveness table, and leaves them unbound.
    pub fn drop_temporaries(&self) {
        let Some(code) = self.code.payload::<Code>() else {
            return;
        };
        let at = self.pc.load(Relaxed) as usize;
        let Some(set) = code.plain.live_before(at) else {
            return;
        };
        for i in set.iter().rev() {
            self.drop_register(code.nlocals as usize + i as usize);
        }
    }

    /// Drops the locals and leaves them unbound, as they are from then on.
    pub fn drop_locals(&self) {
        let nlocals = self.code.payload::<Code>();
        for i in 0..nlocals.map_or(0, |code| code.nlocals as usize) {
            self.drop_register(i);
        }
    }

    fn drop_register(&self, i: usize) {
        // SAFETY: the register exists and holds an owned word: a local always does, a temporary where the liveness table says so.
        drop(unsafe { Value::from_word(std::ptr::replace(self.base().add(i), word::UNBOUND)) });
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        // One that is suspended is closed by its death, which leaves no variables.
        let suspended = self.status() == Status::Suspended;
        if self.frame.word() != word::UNBOUND {
            let purpose = Purpose::Word("destruction of generator");
            Thread::with_current(|thread| thread.map(|thread| thread.go_alone_to_destroy(purpose)));
        }
        super::frame_object::end_generator(self, !suspended);
        if suspended {
            self.drop_temporaries();
        }
        self.drop_locals();
    }
}

impl Payload for Generator {
    const LAYOUT: u8 = core::GENERATOR;
    const SEVERS: bool = true;
    const HAS_HEIR: bool = true;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.function.trace(visit);
        visit(&self.code);
        self.frame.trace(visit);
        self.handled.trace(visit);
        self.parts.trace(visit);
        let Some(code) = self.code.payload::<Code>() else {
            return;
        };
        if self.status() == Status::Running {
            // Its frame refers to it, so nothing is lost by leaving the registers out, which an instruction may be about to change.
            return;
        }
        for i in 0..code.nlocals as usize {
            // SAFETY: locals hold valid words, unbound ones once it is finished; the world is stopped.
            visit(unsafe { Value::borrow_word(self.base().add(i)) });
        }
        if self.status() == Status::Suspended
            && let Some(set) = code.plain.live_before(self.pc.load(Relaxed) as usize)
        {
            for i in set.iter() {
                // SAFETY: live temporaries hold valid words.
                visit(unsafe {
                    Value::borrow_word(self.base().add(code.nlocals as usize + i as usize))
                });
            }
        }
    }
    /// The frame object is garbage too, or nobody else has it: nothing is handed over.
    fn sever(&self) {
        super::frame_object::abandon(self);
    }
    /// The frame object, which takes the variables over.
    fn heir(&self) -> Word {
        self.frame.word()
    }
}
