//! Why a thread wants to be alone (`off`).
//!
//! Names cost time, so what is known is passed as it is, and put into words only if others had to stop (`runtime/causes.rs`).
#![forbid(unsafe_code)]

use super::header::Header;
use super::thread::Thread;
use super::value::Value;

/// What knows how programs call it.
pub trait Named {
    /// The name, `math.sqrt`.
    fn name(&self, thread: &Thread) -> String;
}

/// See the module.
#[derive(Clone, Copy)]
pub enum Purpose<'a> {
    /// For the instruction that is being executed.
    Instruction,
    /// For that instruction, because of this operand.
    Operand(&'a Value),
    /// To call this.
    Call(&'a Value),
    /// To call this native function.
    Native(&'a dyn Named),
    /// For this.
    Word(&'static str),
    /// To do this with a value.
    With(&'static str, &'a Value),
    /// To do this with an object, of which there may be no reference left.
    Of(&'static str, &'a Header),
}
