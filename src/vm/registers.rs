//! Access to the registers of a frame from op bodies, by the rules of the opcode table.
//!
//! **Invariant**: made only for the frame whose instruction is being executed, whose code passed the verifier: a register that an instruction
//! reads holds a valid owned word, a temporary that it writes is dead, and no register is named that the code does not have.

use crate::object::Value;
use crate::object::value::{Word, word};
use crate::runtime::code::Code;
use crate::runtime::frame::Frame;

/// The registers of one frame.
#[derive(Clone, Copy)]
pub struct Registers {
    base: *mut Word,
    nlocals: u16,
}

impl Registers {
    /// The registers of `frame`.
    ///
    /// # Safety
    /// `frame` is live and its instruction is being executed.
    #[inline(always)]
    pub unsafe fn of(frame: *const Frame) -> Registers {
        // SAFETY: the frame's code is alive while the frame is.
        unsafe {
            Registers {
                base: (*frame).base,
                nlocals: (*(*frame).code).nlocals,
            }
        }
    }

    /// The registers of the frame that the loop passes to an op body.
    #[inline(always)]
    pub(in crate::vm) fn newest(frame: *const Frame) -> Registers {
        // SAFETY: op bodies are called by the loop alone, for the newest frame and its present instruction, and end before the frame does.
        unsafe { Registers::of(frame) }
    }

    /// Whether the register is a temporary.
    #[inline(always)]
    pub fn is_temporary(&self, i: u16) -> bool {
        i >= self.nlocals
    }

    /// Borrows a register's value.
    #[inline(always)]
    pub fn get(&self, i: u16) -> &Value {
        // SAFETY: the module's invariant.
        unsafe { Value::borrow_word(self.base.add(i as usize)) }
    }

    /// Reads a source operand: moves a temporary, copies a local.
    #[inline(always)]
    pub fn read(&self, i: u16) -> Value {
        // SAFETY: the module's invariant; a temporary is consumed by this.
        unsafe {
            let w = *self.base.add(i as usize);
            if self.is_temporary(i) {
                Value::from_word(w)
            } else {
                Value::clone_word(w)
            }
        }
    }

    /// As `read`, for an instruction that may still raise: a temporary is left unbound.
    #[inline(always)]
    pub fn surrender(&self, i: u16) -> Value {
        if self.is_temporary(i) {
            self.replace(i, Value::UNBOUND)
        } else {
            self.get(i).clone()
        }
    }

    /// Moves a temporary out.
    #[inline(always)]
    pub fn take(&self, i: u16) -> Value {
        // SAFETY: the module's invariant; the register is stale afterwards.
        unsafe { Value::from_word(*self.base.add(i as usize)) }
    }

    /// Consumes a source operand that was borrowed.
    #[inline(always)]
    pub fn consume(&self, i: u16) {
        if self.is_temporary(i) {
            drop(self.take(i));
        }
    }

    /// Writes a destination: drops the old value of a local.
    #[inline(always)]
    pub fn put(&self, i: u16, value: Value) {
        // SAFETY: the module's invariant.
        unsafe {
            let place = self.base.add(i as usize);
            let old = std::ptr::replace(place, value.into_word());
            if !self.is_temporary(i) {
                drop(Value::from_word(old));
            }
        }
    }

    /// Replaces the value of a register that holds one.
    #[inline(always)]
    pub fn replace(&self, i: u16, value: Value) -> Value {
        // SAFETY: the module's invariant.
        unsafe {
            Value::from_word(std::ptr::replace(
                self.base.add(i as usize),
                value.into_word(),
            ))
        }
    }

    /// Leaves a register unbound and gives what it held.
    pub fn clear(&self, i: u16) -> Value {
        self.replace(i, Value::UNBOUND)
    }

    /// Borrows `n` registers from `i` on.
    #[inline(always)]
    pub fn window(&self, i: u16, n: usize) -> &[Value] {
        // SAFETY: the module's invariant; `Value` is a transparent word.
        unsafe { std::slice::from_raw_parts(self.base.add(i as usize) as *const Value, n) }
    }

    /// Drops `n` temporaries from `i` on, last first.
    #[inline]
    pub fn drop_window(&self, i: u16, n: usize) {
        for k in (0..n).rev() {
            drop(self.take(i + k as u16));
        }
    }

    /// Moves `n` temporaries from `i` on out.
    pub fn take_window(&self, i: u16, n: usize) -> Vec<Value> {
        (0..n).map(|k| self.take(i + k as u16)).collect()
    }

    /// The place of a register.
    #[inline(always)]
    pub fn place(&self, i: u16) -> *mut Word {
        // SAFETY: the module's invariant.
        unsafe { self.base.add(i as usize) }
    }

    /// Marks `n` registers from `i` on as unbound without looking at what they held.
    ///
    /// # Safety
    /// They hold nothing that is owned.
    pub unsafe fn mark_unbound(&self, i: u16, n: usize) {
        for k in 0..n {
            // SAFETY: the caller's promise.
            unsafe { *self.base.add(i as usize + k) = word::UNBOUND };
        }
    }
}

/// The registers and the code of the frame that the loop passes to an op body.
pub(in crate::vm) fn registers_and_code<'a>(frame: *const Frame) -> (Registers, &'a Code) {
    // SAFETY: as in `Registers::newest`.
    unsafe { (Registers::of(frame), code_of(frame)) }
}

/// The code of a frame.
///
/// # Safety
/// The frame is live, and the borrow ends before it does.
#[inline(always)]
pub unsafe fn code_of<'a>(frame: *const Frame) -> &'a Code {
    // SAFETY: the callee that the frame owns keeps the code alive.
    unsafe { &*(*frame).code }
}
