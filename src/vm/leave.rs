//! Leaving a frame for good: what a return or an exception does before the frame's locals are dropped and its record is popped.

use crate::object::Value;
use crate::object::header::{Header, flag as header};
use crate::object::value::word;
use crate::runtime::frame::{Frame, flag};
use crate::runtime::frame_object;
use crate::runtime::generator::{Generator, Status};
use crate::runtime::state::ThreadState;

/// The newest frame is being left. From now on walks of the frames pass it over; if it is a generator's, that is finished, and the exception state is its
/// resumer's again; if it has a frame object, that gets what must live on.
///
/// # Safety
/// `frame` is the newest frame, its `pc` is saved and its temporaries are dead; the caller drops the locals and pops the record.
#[cold]
#[inline(never)]
pub unsafe fn leave(ts: &ThreadState, frame: *mut Frame) {
    // SAFETY: the record stays in place until the caller pops it.
    unsafe {
        let flags = (*frame).flags;
        let mut has_object = flags & flag::HAS_OBJECT != 0;
        (*frame).flags = flags | flag::LEAVING;
        if flags & flag::ON_HEAP != 0
            && let Some(generator) = (*frame).generator()
        {
            generator.set_status(Status::Finished);
            // There is nothing left that would have to run when it dies.
            (*((*frame).callee as *const Header)).clear(header::HAS_FINALIZER);
            exchange_handled(ts, generator);
            drop(generator.handled.take());
            // Another thread may have asked while the generator ran.
            has_object |= generator.frame.word() != word::UNBOUND;
        }
        if has_object {
            frame_object::detach(&ts.core, frame);
        }
    }
}

/// As [`leave`] with a value that was taken from a register: a local variable keeps it for who holds the frame object.
///
/// # Safety
/// As [`leave`]; the register is one of the frame's.
#[cold]
#[inline(never)]
pub unsafe fn leave_with(ts: &ThreadState, frame: *mut Frame, register: usize, value: u64) {
    // SAFETY: the register lies in the frame and is unbound, since its value has been taken; locals are dropped by the caller.
    unsafe {
        let is_local = register < (*(*frame).code).nlocals as usize;
        if is_local && (*frame).flags & flag::HAS_OBJECT != 0 {
            *(*frame).base.add(register) = Value::clone_word(value).into_word();
        }
        leave(ts, frame);
    }
}

/// Exchanges the handled exception of the thread with the one that the generator keeps.
#[inline(always)]
pub fn exchange_handled(ts: &ThreadState, generator: &Generator) {
    if ts.handled.word() == generator.handled.word() {
        // Mostly there is none on either side.
        return;
    }
    let own = ts.handled.replace(generator.handled.take());
    generator.handled.set(own);
}
