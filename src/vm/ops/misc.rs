//! Odds and ends of the loop.

use crate::bytecode::instr::Instr;
use crate::object::Res;
use crate::runtime::frame::Frame;
use crate::runtime::state::ThreadState;
use crate::vm::registers::Registers;

/// The turn of `ticks` instructions is over.
#[cold]
pub fn turn_over(ts: &ThreadState) {
    ts.interpreter.gil.turn_over(ts);
}

/// `DROP_N`
pub fn drop_n(_: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    Registers::newest(frame).drop_window(instr.a(), instr.c() as usize);
    Ok(())
}
