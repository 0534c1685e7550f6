//! Attributes and methods: the slow paths, which fill the inline caches.
//!
//! A cache word is `{shape u32, place u32}` (shape in the low half). For `LOAD_ATTR` and `STORE_ATTR` a place below [`MAX_INLINE`] is a byte offset into
//! the instance; above it [`CLASS_CELL`] or [`PROPERTY_CELL`] with the cell of the attribute as resolved along the MRO; for a store [`ADDS`] with the
//! shape after the store. Shape ids are never reused, so a cache never matches by mistake.

use super::Step;
use crate::bytecode::instr::Instr;
use crate::object::class::{CallArgs, SlotId};
use crate::object::shape::Place;
use crate::object::{Builtin, Class, Res, Value};
use crate::runtime::classes;
use crate::runtime::code::Code;
use crate::runtime::descriptor::{Member, Property};
use crate::runtime::frame::{Continuation, Frame};
use crate::runtime::function::Module;
use crate::runtime::protocol::{self, attribute};
use crate::runtime::state::ThreadState;
use crate::vm::enter::{self, Return};
use crate::vm::registers::{Registers, code_of};
use std::sync::atomic::Ordering::*;

/// Cache places below this are byte offsets into the instance.
pub const MAX_INLINE: u64 = 1 << 24;
const CLASS_CELL: u64 = 1 << 31;
const PROPERTY_CELL: u64 = 1 << 30;
const KINDS: u64 = CLASS_CELL | PROPERTY_CELL;

const FUNCTION_SHAPE: u32 = Builtin::Function.shape();
const METHOD_SHAPE: u32 = Builtin::MethodDescriptor.shape();

/// Whether attributes with this shape become methods by having the instance passed as first argument.
#[inline(always)]
pub fn binds_as_method(shape: u32) -> bool {
    shape == FUNCTION_SHAPE || shape == METHOD_SHAPE
}

fn parts<'a>(frame: *mut Frame) -> (Registers, &'a Code) {
    // SAFETY: op bodies are called by the loop for the newest frame and end before it does.
    unsafe { (Registers::of(frame), code_of(frame)) }
}

fn cache(frame: *mut Frame) -> u64 {
    // SAFETY: the instruction at the saved pc has a cache word.
    unsafe { (*(*frame).pc.add(1)).load(Relaxed) }
}

fn fill(ts: &ThreadState, frame: *mut Frame, shape: u32, place: u64) {
    if ts.interpreter.specialise.load(Relaxed) {
        // SAFETY: the instruction at the saved pc has a cache word.
        unsafe { (*(*frame).pc.add(1)).store(shape as u64 | place << 32, Relaxed) };
    }
}

/// `a := b.name`
#[inline(never)]
pub fn load(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = parts(frame);
    let object = registers.get(instr.b());
    if let Some(header) = object.header() {
        let cached = cache(frame);
        if cached as u32 == header.shape() && cached != 0 {
            let place = cached >> 32;
            if place & KINDS == CLASS_CELL {
                let value = thread.interp.cells.slot((place & !KINDS) as u32).get();
                if !value.is_unbound()
                    && (value.header().is_none() || thread.class_of(&value).descr_get().is_none())
                {
                    registers.consume(instr.b());
                    registers.put(instr.a(), value);
                    return Ok(Step::Next);
                }
            } else if place & KINDS == PROPERTY_CELL {
                let value = thread.interp.cells.slot((place & !KINDS) as u32).get();
                if let Some(property) = value.payload::<Property>() {
                    let getter = property.getter.get();
                    if getter.is_exact(Builtin::Function) {
                        let ret = Return {
                            continuation: Continuation::Operator,
                            skip: 2,
                            dst: instr.a(),
                            window: 0,
                        };
                        let arguments = CallArgs::positional_only(std::slice::from_ref(object));
                        enter::push_function(ts, &getter, arguments, None, ret)?;
                        return Ok(Step::Enter);
                    }
                }
            }
        }
    }
    let name = &code.names[instr.name24().0 as usize];
    let value = match object.payload::<Module>() {
        Some(module) if object.is_exact(Builtin::Module) => module
            .dict
            .as_dict()
            .and_then(|dict| dict.get_str(thread, name)),
        _ => None,
    };
    let value = match value {
        Some(value) => value,
        None => {
            let value = protocol::get_attr(thread, object, name)?;
            cache_load(ts, frame, object, name);
            value
        }
    };
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(Step::Next)
}

/// Fills the cache of a load that succeeded the general way.
fn cache_load(ts: &ThreadState, frame: *mut Frame, object: &Value, name: &Value) {
    let thread = &ts.core;
    let Some(header) = object.header() else {
        return;
    };
    let class = thread.class_of(object);
    if !attribute::uses_generic(class) {
        return;
    }
    let shape_word = header.shape();
    let shape = thread.shape_of(header);
    let Some(found) = protocol::lookup_class(thread, class, name) else {
        if let Some(slot) = shape.find(name)
            && let Place::Inline(offset) = shape.place(slot)
        {
            fill(ts, frame, shape_word, offset as u64);
        }
        return;
    };
    if let Some(member) = found.payload::<Member>() {
        if member.offset != 0 && thread.field(object, member.offset).is_some() {
            fill(ts, frame, shape_word, member.offset as u64);
        }
        return;
    }
    if class.is_static() {
        return;
    }
    let kind = thread.class_of(&found);
    let cell = |kind: u64| {
        if let Some(cell) = classes::resolved_cell(thread, &class.object(), name)
            && (cell as u64) < MAX_INLINE
        {
            fill(ts, frame, shape_word, kind | cell as u64);
        }
    };
    if found.payload::<Property>().is_some() && found.is_exact(Builtin::Property) {
        cell(PROPERTY_CELL);
    } else if kind.descr_get().is_none() && kind.descr_set().is_none() && !shape.dict_mode {
        match shape.find(name) {
            None => cell(CLASS_CELL),
            Some(slot) => {
                if let Place::Inline(offset) = shape.place(slot) {
                    fill(ts, frame, shape_word, offset as u64);
                }
            }
        }
    } else if kind.descr_set().is_none()
        && let Some(slot) = shape.find(name)
        && let Place::Inline(offset) = shape.place(slot)
    {
        fill(ts, frame, shape_word, offset as u64);
    }
}

fn stores_generically(class: &Class) -> bool {
    class.same_slot(SlotId::SetAttr, Builtin::Object.get())
}

/// `a.name := b`
#[inline(never)]
pub fn store(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = parts(frame);
    let object = registers.get(instr.a());
    let name = &code.names[instr.name24().0 as usize];
    if let Some(header) = object.header() {
        let cached = cache(frame);
        // Adding an attribute: the place is the next shape.
        if cached as u32 == header.shape() && cached >> 32 >= MAX_INLINE {
            let next = (cached >> 32) as u32;
            thread.add_slot(header, next, registers.get(instr.b()).clone())?;
            registers.consume(instr.a());
            registers.consume(instr.b());
            return Ok(Step::Next);
        }
    }
    let before = object.header().map(|header| header.shape());
    protocol::set_attr(thread, object, name, Some(registers.get(instr.b())))?;
    if let Some(before) = before {
        cache_store(ts, frame, object, name, before);
    }
    registers.consume(instr.a());
    registers.consume(instr.b());
    Ok(Step::Next)
}

/// Fills the cache of a store that succeeded the general way; `before` was the object's shape.
fn cache_store(ts: &ThreadState, frame: *mut Frame, object: &Value, name: &Value, before: u32) {
    let thread = &ts.core;
    let Some(header) = object.header() else {
        return;
    };
    let class = thread.class_of(object);
    if !stores_generically(class) || class.is_static() {
        return;
    }
    let shape = thread.shape_of(header);
    if let Some(found) = protocol::lookup_class(thread, class, name) {
        if let Some(member) = found.payload::<Member>() {
            if member.offset != 0 && thread.field(object, member.offset).is_some() {
                fill(ts, frame, header.shape(), member.offset as u64);
            }
            return;
        }
        if thread.class_of(&found).descr_set().is_some() {
            return;
        }
    }
    if shape.dict_mode {
        return;
    }
    if header.shape() == before {
        if let Some(slot) = shape.find(name)
            && let Place::Inline(offset) = shape.place(slot)
        {
            fill(ts, frame, before, offset as u64);
        }
    } else if shape.parent == before && shape.names.last().is_some_and(|last| last.is(name)) {
        fill(ts, frame, before, header.shape() as u64);
    }
}

/// `del a.name`
pub fn delete(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let (registers, code) = parts(frame);
    protocol::set_attr(
        &ts.core,
        registers.get(instr.a()),
        &code.names[instr.name24().0 as usize],
        None,
    )?;
    registers.consume(instr.a());
    Ok(())
}

/// `a, a+1 := method and receiver, or attribute and UNBOUND`
#[inline(never)]
pub fn load_method(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = parts(frame);
    let object = registers.get(instr.b());
    let name = &code.names[instr.name24().0 as usize];
    let (function, needs_self) = match object.payload::<Module>() {
        Some(module) if object.is_exact(Builtin::Module) => {
            match module
                .dict
                .as_dict()
                .and_then(|dict| dict.get_str(thread, name))
            {
                Some(value) => (value, false),
                None => (protocol::get_attr(thread, object, name)?, false),
            }
        }
        _ => match attribute::get_method(thread, object, name)? {
            Some(found) => {
                if found.1 {
                    cache_method(ts, frame, object, name, &found.0);
                }
                found
            }
            None => (protocol::get_attr(thread, object, name)?, false),
        },
    };
    let receiver = if needs_self {
        registers.read(instr.b())
    } else {
        registers.consume(instr.b());
        Value::UNBOUND
    };
    registers.put(instr.a(), function);
    registers.put(instr.a() + 1, receiver);
    Ok(())
}

fn cache_method(ts: &ThreadState, frame: *mut Frame, object: &Value, name: &Value, method: &Value) {
    let thread = &ts.core;
    let (Some(header), Some(method)) = (object.header(), method.header()) else {
        return;
    };
    if !binds_as_method(method.shape())
        || thread.shape_of(header).dict_mode
        || object.as_class().is_some()
    {
        return;
    }
    let class = thread.class_of(object).object();
    if let Some(cell) = classes::resolved_cell(thread, &class, name) {
        fill(ts, frame, header.shape(), cell as u64);
    }
}

/// `super(class, object).name`, without making the super object where the global `super` is the built-in one.
fn super_attribute(
    ts: &ThreadState,
    frame: *mut Frame,
    instr: Instr,
) -> Res<(Value, Option<Value>)> {
    let thread = &ts.core;
    let (registers, code) = parts(frame);
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
        if name.is(crate::object::names::CLASS.value()) {
            return general_super(ts, callee, class, object, name, instr.x());
        }
        let mro = start.mro.get();
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
                return Ok((found, Some(object.clone())));
            }
            return match thread.class_of(&found).descr_get() {
                Some(get) => {
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
    let (registers, _) = parts(frame);
    let (value, receiver) = super_attribute(ts, frame, instr)?;
    let value = match receiver {
        Some(receiver) => match thread.class_of(&value).descr_get() {
            Some(get) => get(
                thread,
                &value,
                Some(&receiver),
                &thread.class_object(&receiver),
            )?,
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
    let (registers, _) = parts(frame);
    let (value, receiver) = super_attribute(ts, frame, instr)?;
    registers.drop_window(instr.b(), 3);
    registers.put(instr.a(), value);
    registers.put(instr.a() + 1, receiver.unwrap_or(Value::UNBOUND));
    Ok(())
}
