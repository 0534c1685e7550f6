//! Attributes and methods: the slow paths, which fill the inline caches.
//!
//! A cache word is `{shape u32, place u32}` (shape in the low half). For `LOAD_ATTR` and `STORE_ATTR` a place below [`MAX_INLINE`] is a byte offset into
//! the instance; above it [`CLASS_CELL`], [`PROPERTY_CELL`] or [`DESCRIPTOR_CELL`] with the cell of the attribute as resolved along the MRO; for a store the shape after
//! a store that adds the attribute. `LOAD_METHOD` has the cell. Shape ids are never reused, so a cache never matches by mistake. Attributes of class
//! objects have instructions of their own, whose cache is `{identity of the class, cell}`.

use super::{Step, special};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::attribute_cache::Use;
use crate::object::class::SlotId;
use crate::object::header::Header;
use crate::object::ordered::StoreOrdered;
use crate::object::shape::Place;
use crate::object::{Builtin, Class, Res, Thread, Value, names};
use crate::runtime::classes;
use crate::runtime::descriptor::{ClassMethod, Member, Property, StaticMethod};
use crate::runtime::frame::Frame;
use crate::runtime::function::{Function, Module};
use crate::runtime::protocol::{self, attribute};
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
use crate::vm::registers::{Registers, registers_and_code};
use std::sync::atomic::Ordering::*;

/// Cache places below this are byte offsets into the instance.
pub const MAX_INLINE: u64 = 1 << 24;
const CLASS_CELL: u64 = 1 << 31;
const PROPERTY_CELL: u64 = 1 << 30;
const DESCRIPTOR_CELL: u64 = 1 << 29;
const KINDS: u64 = CLASS_CELL | PROPERTY_CELL | DESCRIPTOR_CELL;

const FUNCTION_SHAPE: u32 = Builtin::Function.shape();
const METHOD_SHAPE: u32 = Builtin::MethodDescriptor.shape();

/// Whether attributes with this shape become methods by having the instance passed as first argument.
#[inline(always)]
pub fn binds_as_method(shape: u32) -> bool {
    shape == FUNCTION_SHAPE || shape == METHOD_SHAPE
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

/// Fills the cache of the instruction and the table behind it.
fn remember(
    ts: &ThreadState,
    frame: *mut Frame,
    wanted: Use,
    shape: u32,
    name: &Value,
    place: u64,
) {
    ts.core.go_alone();
    fill(ts, frame, shape, place);
    let attributes = &ts.core.interp.attributes;
    attributes.put(shape, wanted, name, place as u32);
}

/// The cached place for an object with this shape; what only the table knows is copied to the instruction.
#[inline(always)]
fn cached_place(
    ts: &ThreadState,
    frame: *mut Frame,
    wanted: Use,
    shape: u32,
    name: &Value,
) -> Option<u64> {
    let cached = cache(frame);
    if cached as u32 == shape {
        return Some(cached >> 32);
    }
    if !ts.interpreter.specialise.load(Relaxed) {
        return None;
    }
    let place = ts.core.interp.attributes.get(shape, wanted, name)? as u64;
    // Threads whose objects have different shapes would take the instruction from one another each time.
    if !ts.core.runs_together() || Thread::is_one_of_many() {
        fill(ts, frame, shape, place);
    }
    Some(place)
}

/// Rewrites the opcode of the instruction at the saved pc.
fn rewrite(ts: &ThreadState, frame: *mut Frame, op: Op) {
    if ts.interpreter.specialise.load(Relaxed) {
        ts.core.go_alone();
        // SAFETY: `op` is a form of the instruction that stands there, with the same operands and extra words.
        unsafe {
            let word = &*(*frame).pc;
            word.store_ordered(Instr(word.load(Relaxed)).with_op(op).0, Relaxed);
        }
    }
}

/// `a := b.name`
#[inline(never)]
pub fn load(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let object = registers.get(instr.b());
    let name = &code.names[instr.name24().0 as usize];
    if instr.op() != Some(Op::LoadAttrClass)
        && let Some(header) = object.header()
        && let Some(place) = cached_place(ts, frame, Use::Load, header.shape(), name)
        && let Some(step) = load_from(ts, registers, instr, object, header, place)?
    {
        return Ok(step);
    }
    let value = match object.payload::<Module>() {
        Some(module) if object.is_exact(Builtin::Module) => module_attribute(thread, module, name),
        _ => None,
    };
    let value = match value {
        Some(value) => value,
        None => {
            if let Some(getter) = property_getter(thread, object, name) {
                cache_load(ts, frame, object, name);
                special::enter_getter(ts, &getter, object, instr)?;
                return Ok(Step::Enter);
            }
            if let Some(hook) = attribute::getattr_hook(thread, object) {
                match attribute::find(thread, object, name)? {
                    Some(value) => {
                        cache_load(ts, frame, object, name);
                        value
                    }
                    None => {
                        let arguments = [object.clone(), name.clone()];
                        let ret = Return::operator(2, instr.a());
                        special::enter(ts, &hook, &arguments, ret)?;
                        return Ok(Step::Enter);
                    }
                }
            } else {
                let value = protocol::get_attr(thread, object, name)?;
                cache_load(ts, frame, object, name);
                value
            }
        }
    };
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(Step::Next)
}

/// An attribute of a module itself.
#[inline(always)]
fn module_attribute(thread: &Thread, module: &Module, name: &Value) -> Option<Value> {
    thread.before_read(&module.dict);
    module.dict.as_dict()?.get_str(thread, name)
}

/// The script function that reads attribute `name` if that is a property.
fn property_getter(thread: &Thread, object: &Value, name: &Value) -> Option<Value> {
    let class = thread.class_of(object);
    if class.is_static() || !attribute::finds_generically(thread, class) {
        return None;
    }
    let found = protocol::lookup_class(thread, class, name)?;
    if !found.is_exact(Builtin::Property) {
        return None;
    }
    let getter = found.payload::<Property>()?.getter.load()?;
    getter.is_exact(Builtin::Function).then_some(getter)
}

/// Reads the attribute from where the cache says; None if there is nothing (any more) that can be read so.
#[inline(always)]
fn load_from(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    object: &Value,
    header: &Header,
    place: u64,
) -> Res<Option<Step>> {
    let thread = &ts.core;
    let value = match place & KINDS {
        0 if place != 0 => thread.inline_attribute(header, place as u32),
        CLASS_CELL => {
            let value = thread.interp.cells.slot((place & !KINDS) as u32).get();
            if value.is_unbound() || !stays_as_it_is(ts, &value) {
                return Ok(None);
            }
            value
        }
        PROPERTY_CELL => {
            let value = thread.interp.cells.slot((place & !KINDS) as u32).get();
            let Some(property) = value.payload::<Property>() else {
                return Ok(None);
            };
            let getter = property.getter.get();
            if !getter.is_exact(Builtin::Function) {
                return Ok(None);
            }
            special::enter_getter(ts, &getter, object, instr)?;
            return Ok(Some(Step::Enter));
        }
        DESCRIPTOR_CELL => {
            let found = thread.interp.cells.slot((place & !KINDS) as u32).get();
            match thread.class_of(&found).descr_get() {
                Some(_) if attribute::before_binding(thread, &found) => return Ok(None),
                Some(get) => get(thread, &found, Some(object), &thread.class_object(object))?,
                None => return Ok(None),
            }
        }
        _ => return Ok(None),
    };
    if value.is_unbound() {
        return Ok(None);
    }
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(Some(Step::Next))
}

/// Whether a class attribute read through an instance is the attribute itself.
#[inline(always)]
fn stays_as_it_is(ts: &ThreadState, value: &Value) -> bool {
    value.header().is_none() || ts.core.class_of(value).descr_get().is_none()
}

/// Whether a class attribute read through the class is the attribute itself.
#[inline(always)]
pub fn stays_in_class(ts: &ThreadState, value: &Value) -> bool {
    match value.header() {
        Some(header) => {
            binds_as_method(header.shape()) || ts.core.class_of(value).descr_get().is_none()
        }
        None => true,
    }
}

/// Caches the load of an attribute of a class object.
fn cache_class_attribute(
    ts: &ThreadState,
    frame: *mut Frame,
    class: &Class,
    name: &Value,
    op: Op,
) -> bool {
    let thread = &ts.core;
    let object = class.object();
    let metaclass = thread.class_of(&object);
    let hidden = |found: Value| thread.class_of(&found).descr_set().is_some();
    if !metaclass.same_slot(SlotId::GetAttr, Builtin::Type.get())
        || class.identity() == 0
        || protocol::lookup_class(thread, metaclass, name).is_some_and(hidden)
    {
        return false;
    }
    let Some(cell) = classes::resolved_cell(thread, &object, name) else {
        return false;
    };
    fill(ts, frame, class.identity(), cell as u64);
    rewrite(ts, frame, op);
    true
}

/// Fills the cache of a load that succeeded the general way.
fn cache_load(ts: &ThreadState, frame: *mut Frame, object: &Value, name: &Value) {
    let thread = &ts.core;
    let Some(header) = object.header() else {
        return;
    };
    // SAFETY: the newest frame stands at the instruction.
    let op = Instr(unsafe { (*(*frame).pc).load(Relaxed) }).op();
    if let Some(class) = object.as_class()
        && matches!(op, Some(Op::LoadAttr | Op::LoadAttrClass))
        && cache_class_attribute(ts, frame, class, name, Op::LoadAttrClass)
    {
        return;
    }
    if op == Some(Op::LoadAttrClass) {
        // Another kind of object: the cache word means something else from here on.
        fill(ts, frame, 0, 0);
        rewrite(ts, frame, Op::LoadAttr);
    }
    let class = thread.class_of(object);
    // What the type of a class or of a bound method has goes before anything else as well.
    let is_known = class.is_exact(Builtin::Type) || class.is_exact(Builtin::BoundMethod);
    if !is_known && !attribute::finds_generically(thread, class) {
        return;
    }
    let shape_word = header.shape();
    let shape = thread.shape_of(header);
    let note = |place: u64| remember(ts, frame, Use::Load, shape_word, name, place);
    let own = || {
        if let Some(slot) = shape.find(name)
            && let Place::Inline(offset) = shape.place(slot)
        {
            note(offset as u64);
        }
    };
    let Some(found) = protocol::lookup_class(thread, class, name) else {
        return own();
    };
    if let Some(member) = found.payload::<Member>() {
        if member.offset != 0 && thread.field(object, member.offset).is_some() {
            note(member.offset as u64);
        }
        return;
    }
    let kind = thread.class_of(&found);
    let (binds, is_data) = (kind.descr_get().is_some(), kind.descr_set().is_some());
    let cell = |kind: u64| {
        if let Some(cell) = classes::resolved_cell(thread, &class.object(), name)
            && (cell as u64) < MAX_INLINE
        {
            note(kind | cell as u64);
        }
    };
    if found.is_exact(Builtin::Property) {
        cell(PROPERTY_CELL);
    } else if is_data && class.is_static() {
        // Nothing can take its place, and it hides what the instance has.
        if binds {
            cell(DESCRIPTOR_CELL);
        }
    } else if shape.find(name).is_some() {
        if !is_data {
            own();
        }
    } else if !shape.dict_mode && !keeps_own_dict(object) {
        cell(if binds { DESCRIPTOR_CELL } else { CLASS_CELL });
    }
}

/// Whether the payload itself holds the object's attributes, of which its shape says nothing.
fn keeps_own_dict(object: &Value) -> bool {
    object.as_class().is_some()
        || object.payload::<Module>().is_some()
        || object.payload::<Function>().is_some()
}

fn stores_generically(class: &Class) -> bool {
    class.same_slot(SlotId::SetAttr, Builtin::Object.get())
}

/// `a.name := b`
#[inline(never)]
pub fn store(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let object = registers.get(instr.a());
    let name = &code.names[instr.name24().0 as usize];
    if let Some(header) = object.header()
        && let Some(place) = cached_place(ts, frame, Use::Store, header.shape(), name)
        && place != 0
    {
        let value = registers.get(instr.b()).clone();
        if place < MAX_INLINE {
            drop(thread.replace_inline_attribute(header, place as u32, value));
        } else {
            // Adding an attribute: the place is the next shape.
            thread.add_slot(header, place as u32, value)?;
        }
        registers.consume(instr.a());
        registers.consume(instr.b());
        return Ok(Step::Next);
    }
    if let Some(method) = setter(thread, object, name) {
        let (method, named) = method;
        let value = registers.get(instr.b()).clone();
        if named {
            let arguments = [object.clone(), name.clone(), value];
            special::enter(ts, &method, &arguments, special::discard(2))?;
        } else {
            let arguments = [object.clone(), value];
            special::enter(ts, &method, &arguments, special::discard(2))?;
        }
        return Ok(Step::Enter);
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

/// The script function that sets attribute `name`: `__setattr__`, which gets the name too (the flag), or the setter of a property.
fn setter(thread: &Thread, object: &Value, name: &Value) -> Option<(Value, bool)> {
    let class = thread.class_of(object);
    if class.is_static() {
        return None;
    }
    if !stores_generically(class) {
        return special::method(thread, object, names::SETATTR).map(|method| (method, true));
    }
    let found = protocol::lookup_class(thread, class, name)?;
    if !found.is_exact(Builtin::Property) {
        return None;
    }
    let setter = found.payload::<Property>()?.setter.load()?;
    setter
        .is_exact(Builtin::Function)
        .then_some((setter, false))
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
    let note = |shape: u32, place: u64| remember(ts, frame, Use::Store, shape, name, place);
    if let Some(found) = protocol::lookup_class(thread, class, name) {
        if let Some(member) = found.payload::<Member>() {
            if member.offset != 0 && thread.field(object, member.offset).is_some() {
                note(header.shape(), member.offset as u64);
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
            note(before, offset as u64);
        }
    } else if shape.parent == before && shape.names.last().is_some_and(|last| last.is(name)) {
        note(before, header.shape() as u64);
    }
}

/// `del a.name`
pub fn delete(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let object = registers.get(instr.a());
    let name = &code.names[instr.name24().0 as usize];
    if let Some(method) = special::method(&ts.core, object, names::DELATTR) {
        let arguments = [object.clone(), name.clone()];
        special::enter(ts, &method, &arguments, special::discard(1))?;
        return Ok(Step::Enter);
    }
    protocol::set_attr(&ts.core, object, name, None)?;
    registers.consume(instr.a());
    Ok(Step::Next)
}

/// `a, a+1 := method and receiver, or attribute and UNBOUND`
#[inline(never)]
pub fn load_method(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let object = registers.get(instr.b());
    let name = &code.names[instr.name24().0 as usize];
    if instr.op() != Some(Op::LoadMethodClass)
        && let Some(header) = object.header()
        && let Some(place) = cached_place(ts, frame, Use::Method, header.shape(), name)
        && place != 0
    {
        let found = thread.interp.cells.slot(place as u32).get();
        let class = thread.class_of(object);
        if let Some((function, receiver)) = resolve(ts, &found, Some(object), class) {
            finish_method(registers, instr, function, receiver);
            return Ok(());
        }
    }
    let (function, needs_self) = match object.payload::<Module>() {
        Some(module) if object.is_exact(Builtin::Module) => {
            match module_attribute(thread, module, name) {
                Some(value) => {
                    finish_method(registers, instr, value, None);
                    return Ok(());
                }
                None => (protocol::get_attr(thread, object, name)?, false),
            }
        }
        _ => match attribute::get_method(thread, object, name)? {
            Some(found) => found,
            None => (protocol::get_attr(thread, object, name)?, false),
        },
    };
    cache_method(ts, frame, object, name);
    let receiver = if needs_self {
        Some(object.clone())
    } else {
        None
    };
    finish_method(registers, instr, function, receiver);
    Ok(())
}

fn finish_method(registers: Registers, instr: Instr, function: Value, receiver: Option<Value>) {
    registers.consume(instr.b());
    registers.put(instr.a(), function);
    registers.put(instr.a() + 1, receiver.unwrap_or(Value::UNBOUND));
}

/// What calling a raw class attribute means: the callable, and its first argument if it has one that the look-up gives. `object`: the instance it
/// was looked up through. None: the attribute is gone or its `__get__` has to be asked.
#[inline(always)]
fn resolve(
    ts: &ThreadState,
    found: &Value,
    object: Option<&Value>,
    class: &Class,
) -> Option<(Value, Option<Value>)> {
    let Some(header) = found.header() else {
        return (!found.is_unbound()).then(|| (found.clone(), None));
    };
    if binds_as_method(header.shape()) {
        return Some((found.clone(), object.cloned()));
    }
    // By the class: these have attributes of their own, and so shapes.
    let kind = ts.core.class_of(found);
    if kind.is_exact(Builtin::StaticMethod) {
        let callable = found.payload::<StaticMethod>()?.callable.load()?;
        return Some((callable, None));
    }
    if kind.is_exact(Builtin::ClassMethod) {
        let callable = found.payload::<ClassMethod>()?.callable.load()?;
        return callable
            .is_exact(Builtin::Function)
            .then(|| (callable, Some(class.object())));
    }
    stays_as_it_is(ts, found).then(|| (found.clone(), None))
}

/// `LOAD_METHOD` of a class, with the cache filled for it; false if the cache does not fit.
#[inline(never)]
pub fn load_method_class(ts: &ThreadState, frame: *mut Frame, w: u64) -> bool {
    let instr = Instr(w);
    let (registers, _) = registers_and_code(frame);
    let Some(class) = registers.get(instr.b()).as_class() else {
        return false;
    };
    let cached = cache(frame);
    if class.identity() != cached as u32 {
        return false;
    }
    let found = ts.core.interp.cells.slot((cached >> 32) as u32).get();
    match resolve(ts, &found, None, class) {
        Some((function, receiver)) => {
            finish_method(registers, instr, function, receiver);
            true
        }
        None => false,
    }
}

/// Fills the cache of a method look-up that succeeded the general way.
fn cache_method(ts: &ThreadState, frame: *mut Frame, object: &Value, name: &Value) {
    let thread = &ts.core;
    let Some(header) = object.header() else {
        return;
    };
    // SAFETY: the newest frame stands at the instruction.
    let op = Instr(unsafe { (*(*frame).pc).load(Relaxed) }).op();
    if let Some(class) = object.as_class() {
        cache_class_attribute(ts, frame, class, name, Op::LoadMethodClass);
        return;
    }
    if op == Some(Op::LoadMethodClass) {
        // Another kind of object: the cache word means something else from here on.
        fill(ts, frame, 0, 0);
        rewrite(ts, frame, Op::LoadMethod);
    }
    let class = thread.class_of(object);
    let shape = thread.shape_of(header);
    if shape.dict_mode
        || keeps_own_dict(object)
        || !attribute::finds_generically(thread, class)
        || shape.find(name).is_some()
    {
        return;
    }
    let hides = |found: Value| thread.class_of(&found).descr_set().is_some();
    if protocol::lookup_class(thread, class, name).is_none_or(hides) {
        return;
    }
    if let Some(cell) = classes::resolved_cell(thread, &class.object(), name) {
        remember(ts, frame, Use::Method, header.shape(), name, cell as u64);
    }
}
