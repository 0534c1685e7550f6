//! Unwinding: from a raised exception to its handler, through as many frames as it takes.

use super::enter::Return;
use super::leave::leave;
use super::ops::special;
use super::registers::{Registers, code_of};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Extent, Op, Raise, Role};
use crate::object::thread::Raised;
use crate::object::value::{Word, word};
use crate::object::{Builtin, Value};
use crate::runtime::frame::{Continuation, Frame};
use crate::runtime::protocol::attribute;
use crate::runtime::state::ThreadState;
use crate::runtime::{frame_object, traceback};
use std::sync::atomic::Ordering::*;

/// Where execution goes on after an exception.
pub enum Outcome {
    /// In the newest frame, at its saved `pc`.
    Handler,
    /// Out of the loop: the exception leaves the frame that native code entered.
    Leave(Raised),
}

/// The number of registers in a window.
fn window_len(extent: Extent, instr: Instr, words: &[u64]) -> usize {
    match extent {
        Extent::Fixed(n) => n as usize,
        Extent::C => instr.c() as usize,
        Extent::TwiceC => 2 * instr.c() as usize,
        Extent::Callee => 2 + instr.c() as usize,
        Extent::CalleeEx => 3 + (instr.x() & 1) as usize,
        Extent::X => instr.x() as usize,
        Extent::PartsOfX => instr.x().count_ones() as usize,
        Extent::Star => instr.c() as usize + 1 + words.get(1).map_or(0, |w| *w as usize),
    }
}

/// Whether temporary register `r` was consumed by an instruction that raised after consuming its operands.
fn was_consumed(instr: Instr, words: &[u64], r: u16) -> bool {
    let Some(op) = instr.op() else { return false };
    let info = op.info();
    if info.raises != Raise::Consumed {
        return false;
    }
    let within = |role: Role, field: u16| match role {
        Role::Src => field == r,
        Role::Take(extent) => {
            r >= field && ((r - field) as usize) < window_len(extent, instr, words)
        }
        _ => false,
    };
    within(info.a, instr.a()) || within(info.b, instr.b()) || within(info.c, instr.c())
}

/// Drops the live temporaries of the newest frame at its saved `pc`, from number `depth` up.
///
/// # Safety
/// `frame` is the newest frame and its instruction has raised.
unsafe fn drop_temporaries(frame: *mut Frame, depth: u16) {
    // SAFETY: the liveness table names exactly the temporaries that hold owned words; those the instruction consumed are passed over.
    unsafe {
        let code = code_of(frame);
        let registers = Registers::of(frame);
        let at = (*frame).word_index();
        let Some(live) = code.plain.live_before(at) else {
            return;
        };
        let words = &code.plain.words[at..];
        let instr = Instr(words[0]);
        for i in live.iter().rev() {
            let register = code.nlocals + i;
            if i >= depth && !was_consumed(instr, words, register) {
                drop(registers.take(register));
            }
        }
    }
}

/// Drops all locals of a frame; they are left unbound.
///
/// # Safety
/// `frame` is the newest frame.
pub unsafe fn drop_locals(frame: *mut Frame) {
    // SAFETY: locals always hold owned words.
    unsafe {
        let base = (*frame).base;
        for i in 0..(*(*frame).code).nlocals as usize {
            let w = std::ptr::replace(base.add(i), word::UNBOUND);
            if word::is_pointer(w) {
                drop(Value::from_word(w));
            }
        }
    }
}

/// Removes the newest frame's record and drops what the record owns.
///
/// # Safety
/// `frame` is the newest frame; its registers are stale.
pub unsafe fn pop_record(ts: &ThreadState, frame: *mut Frame) {
    // SAFETY: the record owns callee and extra parts.
    unsafe {
        let callee = (*frame).callee;
        let extra = (*frame).extra;
        ts.frame.set(frame.sub(1));
        if !extra.is_null() {
            drop(Box::from_raw(extra));
        }
        drop(Value::from_word(callee));
    }
}

/// Serves the exception in flight, which the instruction at the newest frame's saved `pc` has raised.
///
/// # Safety
/// Called by the dispatch loop, with `pc` saved.
#[cold]
#[inline(never)]
pub unsafe fn unwind(ts: &ThreadState, raised: Raised) -> Outcome {
    let thread = &ts.core;
    let mut exception = thread.take_raised(raised);
    thread.before_write(&exception);
    // SAFETY: frames between here and the entry frame are live; each is left in order.
    unsafe {
        loop {
            let frame = ts.frame.get();
            let code = code_of(frame);
            let at = (*frame).word_index();
            let op = Instr(code.plain.words[at]).op();
            let has_passed = match op {
                Some(Op::Reraise | Op::UnwindExc | Op::CleanupThrow | Op::EndAsyncFor) => true,
                // Unless there was none to raise again.
                Some(Op::RaiseAgain) => ts
                    .handled_exception()
                    .is_some_and(|handled| handled.is(&exception)),
                _ => false,
            };
            if !has_passed {
                match frame_object::of_record(thread, frame) {
                    Ok(object) => traceback::add_entry(thread, &exception, object, at),
                    // Without memory the place is left out of the report.
                    Err(raised) => drop(thread.take_raised(raised)),
                }
            }
            if let Some(handler) = code.plain.handler(at).copied() {
                drop_temporaries(frame, handler.depth);
                (*frame).pc = code.words.as_ptr().add(handler.target as usize);
                let _ = thread.raise(exception);
                return Outcome::Handler;
            }
            drop_temporaries(frame, 0);
            leave(ts, frame);
            drop_locals(frame);
            if (*frame).generator().is_some() && op != Some(Op::ReturnGenerator) {
                exception = generator_failed(ts, exception, code.plain.flags);
            }
            let continuation = (*frame).continuation;
            let window = (*frame).window;
            pop_record(ts, frame);
            match continuation {
                Continuation::Native => return Outcome::Leave(thread.raise(exception)),
                Continuation::Construct => {
                    let registers = Registers::of(ts.frame.get());
                    drop(registers.take(window));
                }
                Continuation::Operator => match attribute_failed(ts, exception, window) {
                    Some(same) => exception = same,
                    None => return Outcome::Handler,
                },
                Continuation::Next
                    if thread
                        .class_of(&exception)
                        .is_subclass_of(Builtin::StopIteration.class()) =>
                {
                    let frame = ts.frame.get();
                    let registers = Registers::of(frame);
                    let instr = Instr(code_of(frame).plain.words[(*frame).word_index()]);
                    drop(exception);
                    drop(registers.clear(instr.b()));
                    (*frame).pc = (*frame).pc.add(1);
                    return Outcome::Handler;
                }
                _ => {}
            }
        }
    }
}

/// An exception has left a property or `__getattr__` that the newest frame's instruction entered. An AttributeError learns what was looked up; if
/// it came from a property (`window` says so), `__getattr__` is entered where there is one. The exception, unless that has happened.
///
/// # Safety
/// The newest frame stands at the instruction, whose operands have not been consumed.
unsafe fn attribute_failed(ts: &ThreadState, exception: Value, window: u16) -> Option<Value> {
    let thread = &ts.core;
    // SAFETY: the caller's promise.
    let (instr, name, object) = unsafe {
        let frame = ts.frame.get();
        let code = code_of(frame);
        let instr = Instr(code.plain.words[(*frame).word_index()]);
        if !matches!(instr.op(), Some(Op::LoadAttr | Op::LoadAttrL)) {
            return Some(exception);
        }
        let name = &code.names[instr.name24().0 as usize];
        (instr, name, Registers::of(frame).get(instr.b()).clone())
    };
    let class = thread.class_of(&exception);
    if !class.is_subclass_of(Builtin::AttributeError.class()) {
        return Some(exception);
    }
    if window == special::GETTER
        && let Some(hook) = attribute::getattr_hook(thread, &object)
    {
        drop(exception);
        let ret = Return::operator(2, instr.a());
        let entered = special::enter(ts, &hook, &[object, name.clone()], ret);
        return entered.err().map(|raised| thread.take_raised(raised));
    }
    attribute::note_object(thread, &exception, &object, name);
    Some(exception)
}

/// The code object of a frame.
///
/// # Safety
/// The frame is live.
pub unsafe fn code_value(frame: *const Frame) -> Value {
    // SAFETY: the frame's callee keeps the code alive.
    unsafe { Value::of_payload((*frame).code) }
}

/// An exception leaves a generator: StopIteration (and StopAsyncIteration) become RuntimeError (PEP 479).
fn generator_failed(ts: &ThreadState, exception: Value, flags: u32) -> Value {
    use crate::bytecode::code::flags as f;
    let thread = &ts.core;
    let is = |class: Builtin| thread.class_of(&exception).is_subclass_of(class.class());
    let what = if flags & f::ASYNC_GENERATOR != 0 {
        "async generator"
    } else if flags & f::COROUTINE != 0 {
        "coroutine"
    } else {
        "generator"
    };
    let which = if is(Builtin::StopIteration) {
        "StopIteration"
    } else if flags & f::ASYNC_GENERATOR != 0 && is(Builtin::StopAsyncIteration) {
        "StopAsyncIteration"
    } else {
        return exception;
    };
    let error = thread.new_exception(Builtin::RuntimeError, &format!("{what} raised {which}"));
    if let Some(payload) = error.as_exception() {
        payload.cause.set(exception.clone());
        payload.context.set(exception);
        payload.suppress_context.store(true, Relaxed);
    }
    error
}

/// Counts as a word of the register file in size assertions.
const _: () = assert!(size_of::<Word>() == 8);
