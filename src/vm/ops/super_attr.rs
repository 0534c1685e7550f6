//! Attributes by way of `super()`.

use super::beside;
use crate::bytecode::instr::Instr;
use crate::object::{Builtin, Res, Value, names};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::{self, attribute};
use crate::runtime::state::ThreadState;
use crate::vm::ops::attr::binds_as_method;
use crate::vm::registers::registers_and_code;

/// `super(class, object).name`, without making the super object where the global `super` is the built-in one.
fn super_attribute(
    ts: &ThreadState,
    frame: *mut Frame,
    instr: Instr,
) -> Res<(Value, Option<Value>)> {
    let thread = &ts.core;
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[instr.c() as usize];
    let window = registers.window(instr.b(), 3);
    let (callee, class, object) = (&window[0], &window[1], &window[2]);
    if callee.is(Builtin::Super.class()) && class.as_class().is_some() {
        let object_class = thread.class_of(object);
        let (start, is_instance) = if object_class.is_subclass_of(class) {
            (object_class, true)
        } else {
            match object.as_class() {
                Some(own) if own.is_subclass_of(class) => (own, false),
                _ => return general_super(ts, callee, class, object, name, instr.x()),
            }
        };
        if name.is(names::CLASS.value()) {
            return general_super(ts, callee, class, object, name, instr.x());
        }
        let mro = start.mro.word();
        // SAFETY: a class keeps its MRO until somebody who is alone gives it another one, which nobody is before the last use below.
        let mro = unsafe { Value::borrow_word(&raw const mro) };
        let rest = mro.as_tuple().unwrap_or(&[]);
        let at = rest
            .iter()
            .position(|c| c.is(class))
            .map_or(rest.len(), |i| i + 1);
        for ancestor in &rest[at..] {
            let ancestor = ancestor.as_class();
            let Some(found) = ancestor.and_then(|c| c.own_attribute(thread, name)) else {
                continue;
            };
            if is_instance && found.header().is_some_and(|h| binds_as_method(h.shape())) {
                beside::share_function(ts, &found);
                return Ok((found, Some(object.clone())));
            }
            return match thread.class_of(&found).descr_get() {
                Some(get) => {
                    attribute::before_binding(thread, &found);
                    let receiver = is_instance.then_some(object);
                    Ok((get(thread, &found, receiver, &start.object())?, None))
                }
                None => Ok((found, None)),
            };
        }
    }
    general_super(ts, callee, class, object, name, instr.x())
}

fn general_super(
    ts: &ThreadState,
    callee: &Value,
    class: &Value,
    object: &Value,
    name: &Value,
    zero_argument: u8,
) -> Res<(Value, Option<Value>)> {
    let thread = &ts.core;
    let object = if zero_argument != 0 && !callee.is(Builtin::Super.class()) {
        protocol::call_positional(thread, callee, &[])?
    } else {
        protocol::call_positional(thread, callee, &[class.clone(), object.clone()])?
    };
    Ok((protocol::get_attr(thread, &object, name)?, None))
}

/// `LOAD_SUPER_ATTR`
pub fn load_super_attr(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, _) = registers_and_code(frame);
    let (value, receiver) = super_attribute(ts, frame, instr)?;
    let value = match receiver {
        Some(receiver) => match thread.class_of(&value).descr_get() {
            Some(get) => {
                attribute::before_binding(thread, &value);
                let class = thread.class_object(&receiver);
                get(thread, &value, Some(&receiver), &class)?
            }
            None => value,
        },
        None => value,
    };
    registers.drop_window(instr.b(), 3);
    registers.put(instr.a(), value);
    Ok(())
}

/// `LOAD_SUPER_METHOD`
pub fn load_super_method(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let (registers, _) = registers_and_code(frame);
    let (value, receiver) = super_attribute(ts, frame, instr)?;
    registers.drop_window(instr.b(), 3);
    registers.put(instr.a(), value);
    registers.put(instr.a() + 1, receiver.unwrap_or(Value::UNBOUND));
    Ok(())
}
