//! Subscription and slices.

use super::{Step, special};
use crate::bytecode::instr::Instr;
use crate::object::{Builtin, Res, Value, names};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::{self, sequence};
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
use crate::vm::registers::Registers;

/// Enters a script's `__getitem__`.
fn try_enter(ts: &ThreadState, object: &Value, key: &Value, dst: u16) -> Res<bool> {
    match special::method(&ts.core, object, names::GETITEM) {
        Some(method) => {
            let arguments = [object.clone(), key.clone()];
            special::enter(ts, &method, &arguments, Return::operator(1, dst))?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// Enters a script's `__setitem__`.
fn try_enter_store(ts: &ThreadState, object: &Value, key: &Value, value: &Value) -> Res<bool> {
    match special::method(&ts.core, object, names::SETITEM) {
        Some(method) => {
            let arguments = [object.clone(), key.clone(), value.clone()];
            special::enter(ts, &method, &arguments, special::discard(1))?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `a := b[c]`
#[inline(never)]
pub fn load(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (object, key) = (registers.get(instr.b()), registers.get(instr.c()));
    let value = match object.as_dict() {
        Some(dict) if object.is_exact(Builtin::Dict) => {
            ts.core.before_read(object);
            sequence::dict_get(&ts.core, dict, key)?
        }
        _ => {
            if try_enter(ts, object, key, instr.a())? {
                return Ok(Step::Enter);
            }
            protocol::get_item(&ts.core, object, key)?
        }
    };
    registers.consume(instr.b());
    registers.consume(instr.c());
    registers.put(instr.a(), value);
    Ok(Step::Next)
}

/// `a := b[c]` of a dictionary, subclasses aside.
#[inline(never)]
pub fn load_dict(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (object, key) = (registers.get(instr.b()), registers.get(instr.c()));
    let Some(dict) = object.as_dict() else {
        return Ok(());
    };
    ts.core.before_read(object);
    let value = sequence::dict_get(&ts.core, dict, key)?;
    registers.consume(instr.b());
    registers.consume(instr.c());
    registers.put(instr.a(), value);
    Ok(())
}

/// `a := b[imm]`
#[inline(never)]
pub fn load_imm(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let key = Value::from_i32(instr.c_signed() as i32);
    let object = registers.get(instr.b());
    if try_enter(ts, object, &key, instr.a())? {
        return Ok(Step::Enter);
    }
    let value = protocol::get_item(&ts.core, object, &key)?;
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(Step::Next)
}

/// `a[b] := c`
#[inline(never)]
pub fn store(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (object, key) = (registers.get(instr.a()), registers.get(instr.b()));
    match object.as_dict() {
        Some(dict) if object.is_exact(Builtin::Dict) => {
            ts.core.before_write(object);
            let (key, value) = (
                registers.surrender(instr.b()),
                registers.surrender(instr.c()),
            );
            dict.set(&ts.core, key, value)?;
            registers.consume(instr.a());
            return Ok(Step::Next);
        }
        _ => {
            let value = registers.get(instr.c());
            if try_enter_store(ts, object, key, value)? {
                return Ok(Step::Enter);
            }
            protocol::set_item(&ts.core, object, key, value)?;
        }
    }
    registers.consume(instr.a());
    registers.consume(instr.b());
    registers.consume(instr.c());
    Ok(Step::Next)
}

/// `a[imm] := c`
pub fn store_imm(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let key = Value::from_i32(instr.b_signed() as i32);
    let (object, value) = (registers.get(instr.a()), registers.get(instr.c()));
    if try_enter_store(ts, object, &key, value)? {
        return Ok(Step::Enter);
    }
    protocol::set_item(&ts.core, object, &key, value)?;
    registers.consume(instr.a());
    registers.consume(instr.c());
    Ok(Step::Next)
}

/// `del a[b]`
pub fn delete(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (object, key) = (registers.get(instr.a()), registers.get(instr.b()));
    if let Some(method) = special::method(&ts.core, object, names::DELITEM) {
        let arguments = [object.clone(), key.clone()];
        special::enter(ts, &method, &arguments, special::discard(1))?;
        return Ok(Step::Enter);
    }
    protocol::delete_item(&ts.core, object, key)?;
    registers.consume(instr.a());
    registers.consume(instr.b());
    Ok(Step::Next)
}

/// `a := b[c : c+1]`
pub fn load_slice(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let bounds = registers.window(instr.c(), 2);
    let value = sequence::slice_get(&ts.core, registers.get(instr.b()), &bounds[0], &bounds[1])?;
    registers.consume(instr.b());
    registers.drop_window(instr.c(), 2);
    registers.put(instr.a(), value);
    Ok(())
}

/// `a[b : b+1] := c`
pub fn store_slice(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let bounds = registers.window(instr.b(), 2);
    let value = registers.get(instr.c());
    sequence::slice_set(
        &ts.core,
        registers.get(instr.a()),
        &bounds[0],
        &bounds[1],
        Some(value),
    )?;
    registers.consume(instr.a());
    registers.drop_window(instr.b(), 2);
    registers.consume(instr.c());
    Ok(())
}
