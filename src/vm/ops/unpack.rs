//! Unpacking into targets.

use crate::bytecode::instr::Instr;
use crate::object::{Res, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::iterate;
use crate::runtime::state::ThreadState;
use crate::vm::registers::Registers;
use std::sync::atomic::Ordering::*;

/// `UNPACK_SEQUENCE`
pub fn sequence(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let n = instr.c() as usize;
    let mut items = vec![Value::UNBOUND; n];
    iterate::unpack_sequence(&ts.core, registers.get(instr.b()), &mut items)?;
    registers.consume(instr.b());
    for (i, item) in items.into_iter().rev().enumerate() {
        registers.put(instr.a() + i as u16, item);
    }
    Ok(())
}

/// `UNPACK2_L`
pub fn two_locals(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let mut items = [Value::UNBOUND, Value::UNBOUND];
    iterate::unpack_sequence(&ts.core, registers.get(instr.b()), &mut items)?;
    registers.consume(instr.b());
    let [first, second] = items;
    registers.put(instr.a(), first);
    registers.put(instr.c(), second);
    Ok(())
}

/// `UNPACK_EX`
pub fn ex(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let before = instr.c() as usize;
    // SAFETY: the instruction has an operand word.
    let after = unsafe { (*(*frame).pc.add(1)).load(Relaxed) } as usize;
    let mut items = vec![Value::UNBOUND; before + 1 + after];
    iterate::unpack_ex(
        &ts.core,
        registers.get(instr.b()),
        before,
        after,
        &mut items,
    )?;
    registers.consume(instr.b());
    for (i, item) in items.into_iter().rev().enumerate() {
        registers.put(instr.a() + i as u16, item);
    }
    Ok(())
}
