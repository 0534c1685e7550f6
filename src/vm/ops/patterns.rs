//! Structural pattern matching (PEP 634).

use crate::bytecode::instr::Instr;
use crate::object::class::class_flag;
use crate::object::{Builtin, Res, Tuple, Value, names};
use crate::runtime::frame::Frame;
use crate::runtime::protocol;
use crate::runtime::state::ThreadState;
use crate::vm::registers::Registers;
use std::sync::atomic::Ordering::*;

/// `GET_LEN`
pub fn get_len(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let len = protocol::length(&ts.core, registers.get(instr.b()))?;
    registers.put(instr.a(), ts.core.int_from_usize(len)?);
    Ok(())
}

fn match_flag(ts: &ThreadState, frame: *mut Frame, w: u64, flag: u32) {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let answer = ts.core.class_of(registers.get(instr.b())).has(flag);
    registers.put(instr.a(), Value::from_bool(answer));
}

/// `MATCH_SEQUENCE`
pub fn match_sequence(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    match_flag(ts, frame, w, class_flag::SEQUENCE);
    Ok(())
}

/// `MATCH_MAPPING`
pub fn match_mapping(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    match_flag(ts, frame, w, class_flag::MAPPING);
    Ok(())
}

/// `MATCH_KEYS`
pub fn match_keys(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let subject = registers.get(instr.b());
    let keys = registers.get(instr.c()).as_tuple().unwrap_or(&[]);
    let seen = crate::object::Set::new_value(thread, Builtin::Set)?;
    let mut values = Vec::with_capacity(keys.len());
    let get = protocol::get_attr(thread, subject, names::GET_METHOD.value())?;
    for key in keys {
        if let Some(set) = seen.as_set()
            && !set.add(thread, key.clone())?
        {
            let text = protocol::repr(thread, key)?;
            return Err(thread.value_error(format!(
                "mapping pattern checks duplicate key ({})",
                text.as_str().unwrap_or("")
            )));
        }
        // A mapping may hold any value, so the default has to be an object of our own.
        let value = protocol::call_positional(thread, &get, &[key.clone(), seen.clone()])?;
        if value.is(&seen) {
            registers.put(instr.a(), Value::NONE);
            return Ok(());
        }
        values.push(value);
    }
    registers.put(instr.a(), Tuple::from_vec(thread, values)?);
    Ok(())
}

/// `MATCH_CLASS`
pub fn match_class(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    // SAFETY: the instruction has an operand word.
    let positional = unsafe { (*(*frame).pc.add(1)).load(Relaxed) } as usize;
    let window = registers.window(instr.c(), 2);
    let result = class_attributes(
        ts,
        registers.get(instr.b()),
        &window[0],
        positional,
        &window[1],
    )?;
    registers.drop_window(instr.c(), 2);
    registers.put(instr.a(), result);
    Ok(())
}

fn class_attributes(
    ts: &ThreadState,
    subject: &Value,
    class: &Value,
    positional: usize,
    keywords: &Value,
) -> Res {
    let thread = &ts.core;
    let Some(payload) = class.as_class() else {
        return Err(thread.type_error("called match pattern must be a class"));
    };
    if !protocol::is_instance(thread, subject, class)? {
        return Ok(Value::NONE);
    }
    let class_name = payload.name_text();
    let mut seen: Vec<Value> = Vec::new();
    let mut values = Vec::new();
    let attribute = |seen: &mut Vec<Value>, name: &Value| -> Res<Option<Value>> {
        if seen.iter().any(|known| known.as_str() == name.as_str()) {
            let text = name.as_str().unwrap_or("");
            return Err(thread.type_error(format!(
                "{class_name}() got multiple sub-patterns for attribute '{text}'"
            )));
        }
        seen.push(name.clone());
        protocol::get_attr_opt(thread, subject, name)
    };
    if positional > 0 {
        let match_args = protocol::get_attr_opt(thread, class, names::MATCH_ARGS.value())?;
        let match_self = match_args.is_none() && payload.has(class_flag::MATCH_SELF);
        let args = match &match_args {
            None => &[][..],
            Some(args) => match args.as_tuple() {
                Some(args) => args,
                None => {
                    let kind = thread.class_of(args).name_text();
                    return Err(thread.type_error(format!(
                        "{class_name}.__match_args__ must be a tuple (got {kind})"
                    )));
                }
            },
        };
        let allowed = if match_self { 1 } else { args.len() };
        if allowed < positional {
            let plural = if allowed == 1 { "" } else { "s" };
            return Err(thread.type_error(format!(
                "{class_name}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )));
        }
        if match_self {
            values.push(subject.clone());
        } else {
            for name in &args[..positional] {
                if name.as_str_object().is_none() {
                    let kind = thread.class_of(name).name_text();
                    return Err(thread.type_error(format!(
                        "__match_args__ elements must be strings (got {kind})"
                    )));
                }
                match attribute(&mut seen, name)? {
                    Some(value) => values.push(value),
                    None => return Ok(Value::NONE),
                }
            }
        }
    }
    for name in keywords.as_tuple().unwrap_or(&[]) {
        match attribute(&mut seen, name)? {
            Some(value) => values.push(value),
            None => return Ok(Value::NONE),
        }
    }
    Tuple::from_vec(thread, values)
}
