//! Frame objects: what scripts see of an activation, and what is left of it when it has ended.
//!
//! An activation has at most one frame object, which is made when somebody asks: `sys._getframe`, a traceback's entry, a generator's `gi_frame`. While the
//! activation runs or is suspended the object refers to its record or generator, which own the registers and one reference to the object. When the
//! activation ends, its locals are moved into the object if anybody else holds that, and are dropped otherwise.
//!
//! **Invariant**: `record` is set exactly while that record belongs to the object's activation, and `generator` exactly until the generator's
//! activation has ended: who pops a record that has `HAS_OBJECT`, suspends a generator, ends or drops one, tells the object first ([`detach`], [`suspended`],
//! [`end_generator`]). So neither pointer dangles, and a value has one owner at any time: record, generator or object.

use super::code::Code;
use super::frame::{self, Frame, FrameExtra, flag};
use super::function::Function;
use super::generator::{Generator, Status};
use super::state::state;
use super::variables::Variables;
use crate::bytecode::effects::Effects;
use crate::bytecode::instr::Instr;
use crate::object::layout::core;
use crate::object::value::{Word, word};
use crate::object::{Builtin, Dict, List, Payload, Res, Slot, Thread, Value};
use std::cell::{Cell, UnsafeCell};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering::*};

/// Locals that are kept without an allocation of their own.
const INLINE: usize = 6;

/// The payload of frame objects.
pub struct FrameObject {
    record: Cell<*mut Frame>,
    generator: Cell<*const Generator>,
    // What follows is filled when the activation ends.
    /// The function, or the code object of executed code.
    callee: Slot,
    extra: UnsafeCell<Option<Box<FrameExtra>>>,
    few: UnsafeCell<[Value; INLINE]>,
    many: UnsafeCell<Vec<Value>>,
    count: Cell<usize>,
    word: Cell<u32>,
    code: Slot,
    back: Slot,
    // What scripts set.
    /// `f_trace`
    pub trace: Slot,
    /// Variables that were added through `f_locals`, a dictionary or unbound.
    pub extra_locals: Slot,
    /// A list of values that were replaced through `f_locals` while the running instruction borrowed them; dropped with the activation.
    overwritten: Slot,
    /// `f_trace_lines`
    pub trace_lines: AtomicBool,
    /// `f_trace_opcodes`
    pub trace_opcodes: AtomicBool,
    /// `f_lineno` as a trace function has set it; 0: where the frame stands.
    pub line: AtomicI32,
}

// SAFETY: the cells are touched under the interpreter's lock, or with the world stopped; each access ends before anything else runs.
unsafe impl Send for FrameObject {}
// SAFETY: as above.
unsafe impl Sync for FrameObject {}

/// Who owns the registers.
#[derive(Clone, Copy)]
enum Owner<'a> {
    /// A record on the stack; its registers may be a generator's.
    Record(*mut Frame),
    /// A generator that is not running.
    Generator(&'a Generator),
    /// The object.
    Object,
}

/// Where an activation stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It is being executed, or waits for what it has called.
    Running,
    /// A generator's, between resumptions.
    Suspended,
    /// A generator's that has not begun, or was closed before it began.
    Created,
    /// It has returned or raised.
    Ended,
}

impl FrameObject {
    fn new() -> FrameObject {
        FrameObject {
            record: Cell::new(null_mut()),
            generator: Cell::new(null()),
            callee: Slot::empty(),
            extra: UnsafeCell::new(None),
            few: UnsafeCell::new([const { Value::UNBOUND }; INLINE]),
            many: UnsafeCell::new(Vec::new()),
            count: Cell::new(0),
            word: Cell::new(0),
            code: Slot::empty(),
            back: Slot::empty(),
            trace: Slot::empty(),
            extra_locals: Slot::empty(),
            overwritten: Slot::empty(),
            trace_lines: AtomicBool::new(true),
            trace_opcodes: AtomicBool::new(false),
            line: AtomicI32::new(0),
        }
    }

    fn owner(&self) -> Owner<'_> {
        if !self.record.get().is_null() {
            return Owner::Record(self.record.get());
        }
        // SAFETY: the module's invariant: the generator has not been dropped.
        match unsafe { self.generator.get().as_ref() } {
            Some(generator) => Owner::Generator(generator),
            None => Owner::Object,
        }
    }

    /// Where the activation stands.
    pub fn state(&self) -> State {
        match self.owner() {
            Owner::Record(_) => State::Running,
            Owner::Generator(generator) => match generator.status() {
                Status::Running => State::Running,
                Status::Suspended => State::Suspended,
                Status::Created | Status::Finished => State::Created,
            },
            Owner::Object => State::Ended,
        }
    }

    /// The generator whose activation this is, until that has ended.
    pub fn generator(&self) -> Option<Value> {
        let generator = self.generator.get();
        // SAFETY: the module's invariant: the generator has not been dropped.
        (!generator.is_null()).then(|| unsafe { Value::of_payload(generator) })
    }

    /// The code object.
    pub fn code(&self) -> Value {
        match self.owner() {
            // SAFETY: the record is live, and keeps its code alive.
            Owner::Record(record) => unsafe { Value::of_payload::<Code>((*record).code) },
            Owner::Generator(generator) => generator.code.clone(),
            Owner::Object => self.code.get(),
        }
    }

    /// The word index of the instruction at which the activation stands.
    pub fn word_index(&self) -> usize {
        match self.owner() {
            // SAFETY: the record is live.
            Owner::Record(record) => unsafe { (*record).word_index() },
            Owner::Generator(generator) => generator.pc.load(Relaxed) as usize,
            Owner::Object => self.word.get() as usize,
        }
    }

    /// The line at which the activation stands; 0 if that belongs to none.
    pub fn line(&self) -> u32 {
        let set = self.line.load(Relaxed);
        if set > 0 {
            return set as u32;
        }
        self.code()
            .payload::<Code>()
            .map_or(0, |code| line_of(code, self.word_index()))
    }

    /// Gives the function and the further namespaces to `f`.
    fn with_namespaces<R>(&self, f: impl FnOnce(Option<&Function>, Option<&FrameExtra>) -> R) -> R {
        match self.owner() {
            // SAFETY: the record is live, and owns what it refers to.
            Owner::Record(record) => unsafe { f((*record).function(), (*record).extra.as_ref()) },
            Owner::Generator(generator) => {
                let function = generator.function.get();
                f(function.payload(), None)
            }
            Owner::Object => {
                let callee = self.callee.get();
                // SAFETY: written once, when the activation ends.
                f(callee.payload(), unsafe { (*self.extra.get()).as_deref() })
            }
        }
    }

    /// The global namespace.
    pub fn globals(&self) -> Value {
        self.with_namespaces(|function, extra| match (function, extra) {
            (Some(function), _) => function.globals.clone(),
            (None, Some(extra)) => extra.globals.clone(),
            (None, None) => Value::UNBOUND,
        })
    }

    /// The namespace of built-in names.
    pub fn builtins(&self) -> Value {
        self.with_namespaces(|function, extra| match (function, extra) {
            (Some(function), _) => function.builtins.clone(),
            (None, Some(extra)) => extra.builtins.clone(),
            (None, None) => Value::UNBOUND,
        })
    }

    /// The namespace of a class body, a module or executed code.
    pub fn namespace(&self) -> Option<Value> {
        self.with_namespaces(|_, extra| {
            let namespace = extra.map(|extra| extra.namespace.clone());
            namespace.filter(|namespace| !namespace.is_unbound())
        })
    }

    /// What `f_locals` of code without variables in registers is: its namespace, or a new dictionary once that was cleared.
    ///
    /// # Errors
    /// MemoryError
    pub fn namespace_or_new(&self, thread: &Thread) -> Res {
        if let Some(namespace) = self.namespace() {
            return Ok(namespace);
        }
        let new = Dict::new_value(thread)?;
        if matches!(self.owner(), Owner::Object) {
            // SAFETY: no borrow of the namespaces outlasts an access.
            if let Some(extra) = unsafe { (*self.extra.get()).as_mut() } {
                extra.namespace = new.clone();
            }
        }
        Ok(new)
    }

    /// The frame that called this one or resumed it; none for a suspended generator, and below the outermost.
    ///
    /// # Errors
    /// MemoryError
    pub fn back(&self, thread: &Thread) -> Res<Option<Value>> {
        match self.owner() {
            // SAFETY: the record is live, and so are those below it.
            Owner::Record(record) => unsafe {
                match frame::below(record) {
                    Some(below) => of_record(thread, below).map(Some),
                    None => Ok(None),
                }
            },
            Owner::Generator(_) => Ok(None),
            Owner::Object => Ok(self.back.load()),
        }
    }

    /// Gives the variables to `f`, which must not run script code.
    pub fn with_variables<R>(&self, f: impl FnOnce(Variables<'_>) -> R) -> Option<R> {
        let value = self.code();
        let code = value.payload::<Code>()?;
        let n = code.nlocals as usize;
        let (base, count) = match self.owner() {
            // SAFETY: the record is live.
            Owner::Record(record) => unsafe { ((*record).base, n) },
            Owner::Generator(generator) => (generator.base(), n),
            Owner::Object => (self.kept(), self.count.get()),
        };
        // SAFETY: locals hold valid words as long as their owner has them, which cannot change during `f`.
        Some(f(unsafe { Variables::new(code, base, count) }))
    }

    /// The first word that the object keeps.
    fn kept(&self) -> *mut Word {
        if self.count.get() <= INLINE {
            self.few.get() as *mut Word
        } else {
            // SAFETY: the vector is not resized after the activation has ended.
            unsafe { (*self.many.get()).as_mut_ptr() as *mut Word }
        }
    }

    /// Gives the variable in register `i` another value.
    ///
    /// # Errors
    /// MemoryError
    pub fn set_variable(&self, thread: &Thread, i: usize, value: Value) -> Res<()> {
        let cell = self.with_variables(|variables| variables.cell(i)).flatten();
        if let Some(cell) = cell {
            if let Some(cell) = cell.payload::<super::function::Cell>() {
                cell.content.set(value);
            }
            return Ok(());
        }
        let list = if self.borrowed(i) {
            let list = match self.overwritten.load() {
                Some(list) => list,
                None => List::new_value(thread, Vec::new())?,
            };
            self.overwritten.set(list.clone());
            // The list has room for the old value before that is replaced.
            match list.as_list() {
                Some(items) => items.push(thread, Value::NONE)?,
                None => return Ok(()),
            }
            Some(list)
        } else {
            None
        };
        let old = self.with_variables(|variables| variables.exchange(i, value));
        if let (Some(old), Some(items)) = (old, list.as_ref().and_then(Value::as_list)) {
            let last = items.len().wrapping_sub(1);
            drop(items.set(last, old));
        }
        Ok(())
    }

    /// Whether the instruction that the activation executes has borrowed local register `i`: then the old value must outlive the instruction.
    fn borrowed(&self, i: usize) -> bool {
        let Owner::Record(record) = self.owner() else {
            return false;
        };
        // SAFETY: the record is live.
        let (code, at) = unsafe { (&*(*record).code, (*record).word_index()) };
        let Some(instr) = code.plain.words.get(at).map(|word| Instr(*word)) else {
            return true;
        };
        let Some(op) = instr.op() else { return true };
        let data = code.plain.words.get(at + 1).map_or(0, |data| *data as u32);
        let effects = Effects::of(op, instr, data, code.nlocals);
        let i = i as u32;
        effects.reads.registers().any(|register| register == i)
            || effects.locals.registers().any(|register| register == i)
    }

    /// Drops what an ended activation has left: its variables, what was added to them, and the trace function.
    pub fn clear(&self) {
        if self.state() != State::Ended {
            return;
        }
        self.trace.set(Value::UNBOUND);
        self.extra_locals.set(Value::UNBOUND);
        for i in 0..self.count.get() {
            // SAFETY: the object owns `count` words; each is left unbound before its value is dropped.
            drop(unsafe { Value::from_word(std::ptr::replace(self.kept().add(i), word::UNBOUND)) });
        }
        // SAFETY: no borrow of the namespaces outlasts an access.
        let extra = unsafe { (*self.extra.get()).as_mut() };
        let namespace = extra.map(|extra| std::mem::replace(&mut extra.namespace, Value::UNBOUND));
        drop(namespace);
    }

    /// Moves `n` locals from `base` into the object and leaves them unbound there; none of them if there is no memory for them.
    ///
    /// # Safety
    /// `base` leads to `n` owned words, and the object has kept nothing yet.
    unsafe fn keep(&self, base: *mut Word, n: usize) {
        // SAFETY: the caller's promise; each word changes its owner once.
        unsafe {
            let take = |i: usize| Value::from_word(std::ptr::replace(base.add(i), word::UNBOUND));
            if n <= INLINE {
                for (i, place) in (*self.few.get()).iter_mut().enumerate().take(n) {
                    *place = take(i);
                }
            } else {
                let many = &mut *self.many.get();
                let reserved = Thread::with_current(|thread| {
                    thread.is_none_or(|thread| thread.interp.heap.reserve(n * 8))
                });
                if !reserved || many.try_reserve_exact(n).is_err() {
                    return;
                }
                many.extend((0..n).map(take));
            }
        }
        self.count.set(n);
    }
}

impl Drop for FrameObject {
    fn drop(&mut self) {
        let bytes = self.many.get_mut().len() * 8;
        if bytes > 0 {
            Thread::with_current(|thread| {
                if let Some(thread) = thread {
                    thread.interp.heap.release(bytes);
                }
            });
        }
    }
}

impl Payload for FrameObject {
    const LAYOUT: u8 = core::FRAME;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.callee,
            &self.code,
            &self.back,
            &self.trace,
            &self.extra_locals,
            &self.overwritten,
        ] {
            slot.trace(visit);
        }
        // SAFETY: tracing runs while nobody writes.
        unsafe {
            if let Some(extra) = &*self.extra.get() {
                for value in [
                    &extra.namespace,
                    &extra.globals,
                    &extra.builtins,
                    &extra.closure,
                ] {
                    visit(value);
                }
            }
            for i in 0..self.count.get() {
                visit(Value::borrow_word(self.kept().add(i)));
            }
        }
    }
}

/// The line of an instruction. One that belongs to none, as an implicit return, counts as part of what stands before it; what comes before the first line
/// belongs to the definition.
pub fn line_of(code: &Code, word: usize) -> u32 {
    let lines = &code.plain.lines;
    let after = lines.partition_point(|entry| entry.start as usize <= word);
    let mut known = lines[..after].iter().rev().map(|entry| entry.position.line);
    known
        .find(|line| *line > 0)
        .unwrap_or(code.plain.first_line)
}

/// The frame object of a live record, made at the first request.
///
/// # Errors
/// MemoryError
///
/// # Safety
/// `record` is live and is not being left.
pub unsafe fn of_record(thread: &Thread, record: *mut Frame) -> Res {
    // SAFETY: the record stays live: whatever runs here returns to it.
    unsafe {
        if (*record).flags & flag::ON_HEAP != 0
            && let Some(generator) = (*record).generator()
        {
            let object = of_generator_payload(thread, generator)?;
            if let Some(payload) = object.payload::<FrameObject>() {
                payload.record.set(record);
                (*record).flags |= flag::HAS_OBJECT;
            }
            return Ok(object);
        }
        if (*record).flags & flag::HAS_OBJECT != 0 {
            return Ok(Value::clone_word((*record).object));
        }
        let object = thread.alloc(Builtin::Frame, FrameObject::new())?;
        if (*record).flags & flag::HAS_OBJECT != 0 {
            // A finaliser that ran meanwhile has asked for it.
            return Ok(Value::clone_word((*record).object));
        }
        if let Some(payload) = object.payload::<FrameObject>() {
            payload.record.set(record);
            (*record).object = object.clone().into_word();
            (*record).flags |= flag::HAS_OBJECT;
        }
        Ok(object)
    }
}

/// The generator's frame object, without a record if it is new.
fn of_generator_payload(thread: &Thread, generator: &Generator) -> Res {
    if let Some(object) = generator.frame.load() {
        return Ok(object);
    }
    let object = thread.alloc(Builtin::Frame, FrameObject::new())?;
    if let Some(first) = generator.frame.load() {
        return Ok(first);
    }
    if let Some(payload) = object.payload::<FrameObject>() {
        payload.generator.set(generator);
        generator.frame.set(object.clone());
    }
    Ok(object)
}

/// The frame object of a generator, none if it is finished.
///
/// # Errors
/// MemoryError
pub fn of_generator(thread: &Thread, generator: &Generator) -> Res<Option<Value>> {
    match generator.status() {
        Status::Finished => return Ok(None),
        Status::Running => {
            let ts = state(thread);
            let mut record = frame::newest(ts);
            while let Some(found) = record {
                // SAFETY: records between bottom and newest are live.
                unsafe {
                    if (*found)
                        .generator()
                        .is_some_and(|running| std::ptr::eq(running, generator))
                    {
                        return of_record(thread, found).map(Some);
                    }
                    record = frame::below(found);
                }
            }
        }
        Status::Created | Status::Suspended => {}
    }
    of_generator_payload(thread, generator).map(Some)
}

/// The frame object `depth` levels below the newest frame, none if there are not so many.
///
/// # Errors
/// MemoryError
pub fn at_depth(thread: &Thread, depth: usize) -> Res<Option<Value>> {
    match super::frames::at_depth(thread, depth) {
        // SAFETY: the record is live, and is not being left.
        Some(record) => unsafe { of_record(thread, record).map(Some) },
        None => Ok(None),
    }
}

/// A generator whose record has the flag `HAS_OBJECT` is suspended, its record is about to be popped.
#[cold]
#[inline(never)]
pub fn suspended(generator: &Generator) {
    let object = generator.frame.get();
    if let Some(payload) = object.payload::<FrameObject>() {
        payload.record.set(null_mut());
    }
}

/// A generator is resumed in `record`; true if it has a frame object, which knows the record from now on.
#[inline(always)]
pub fn resumed(generator: &Generator, record: *mut Frame) -> bool {
    generator.frame.word() != word::UNBOUND && resumed_with_object(generator, record)
}

#[cold]
#[inline(never)]
fn resumed_with_object(generator: &Generator, record: *mut Frame) -> bool {
    let object = generator.frame.get();
    match object.payload::<FrameObject>() {
        Some(payload) => {
            payload.record.set(record);
            true
        }
        None => false,
    }
}

/// The activation of `record`, which has a frame object, goes on as that of a new generator.
///
/// # Safety
/// `record` is the newest record, has `HAS_OBJECT`, and is about to be popped; its registers are the generator's now.
pub unsafe fn pass_to_generator(record: *mut Frame, generator: &Generator) {
    // SAFETY: the record owns the object.
    unsafe {
        (*record).flags &= !flag::HAS_OBJECT;
        let object = Value::from_word((*record).object);
        if let Some(payload) = object.payload::<FrameObject>() {
            payload.record.set(null_mut());
            payload.generator.set(generator);
            generator.frame.set(object);
        }
    }
}

/// The variables that were added through the `f_locals` of a live record's frame object, a dictionary.
///
/// # Safety
/// `record` is live.
pub unsafe fn extra_locals(record: *mut Frame) -> Option<Value> {
    // SAFETY: the caller's promise; the object belongs to the record or its generator.
    unsafe {
        if (*record).flags & flag::HAS_OBJECT == 0 {
            return None;
        }
        let object = match (*record).generator() {
            Some(generator) if (*record).flags & flag::ON_HEAP != 0 => generator.frame.get(),
            _ => Value::clone_word((*record).object),
        };
        object.payload::<FrameObject>()?.extra_locals.load()
    }
}

/// Whether the object has another reference than the caller's.
fn held_elsewhere(object: &Value) -> bool {
    object
        .header()
        .is_some_and(|header| header.reference_count() > 1)
}

/// The activation of `record`, which has a frame object, ends: the locals and namespaces go to the object if anybody else holds it. What is not
/// moved stays for the caller to drop.
///
/// # Safety
/// `record` is the newest record, has `HAS_OBJECT` and `LEAVING`; its temporaries are dead.
pub unsafe fn detach(thread: &Thread, record: *mut Frame) {
    // SAFETY: the record is live until the caller pops it.
    unsafe {
        (*record).flags &= !flag::HAS_OBJECT;
        let generator = if (*record).flags & flag::ON_HEAP != 0 {
            (*record).generator()
        } else {
            None
        };
        let object = match generator {
            Some(generator) => generator.frame.take(),
            None => Value::from_word((*record).object),
        };
        let Some(payload) = object.payload::<FrameObject>() else {
            return;
        };
        if held_elsewhere(&object) {
            if let Some(below) = frame::below(record) {
                match of_record(thread, below) {
                    Ok(back) => payload.back.set(back),
                    Err(raised) => drop(thread.take_raised(raised)),
                }
            }
            payload.word.set((*record).word_index() as u32);
            payload.code.set(Value::of_payload::<Code>((*record).code));
            payload.callee.set(match generator {
                Some(generator) => generator.function.get(),
                None => Value::clone_word((*record).callee),
            });
            payload.keep((*record).base, (*(*record).code).nlocals as usize);
            if !(*record).extra.is_null() {
                let extra = std::ptr::replace(&raw mut (*record).extra, null_mut());
                *payload.extra.get() = Some(Box::from_raw(extra));
            }
        }
        payload.record.set(null_mut());
        payload.generator.set(null());
        drop(payload.overwritten.take());
    }
}

/// A generator is about to die together with its frame object, which therefore gets nothing.
pub fn abandon(generator: &Generator) {
    let object = generator.frame.take();
    if let Some(payload) = object.payload::<FrameObject>() {
        payload.record.set(null_mut());
        payload.generator.set(null());
    }
}

/// A generator that does not run ends, or dies. Its locals go to its frame object if anybody else holds that and `keep` says so; what is not moved stays for the
/// caller to drop.
#[inline(always)]
pub fn end_generator(generator: &Generator, keep: bool) {
    if generator.frame.word() != word::UNBOUND {
        end_with_object(generator, keep);
    }
}

#[cold]
#[inline(never)]
fn end_with_object(generator: &Generator, keep: bool) {
    let object = generator.frame.take();
    let Some(payload) = object.payload::<FrameObject>() else {
        return;
    };
    if held_elsewhere(&object) {
        let begun = generator.status() != Status::Created;
        // One that never began counts as standing behind its first instruction.
        payload
            .word
            .set(generator.pc.load(Relaxed) + u32::from(!begun));
        payload.code.set(generator.code.clone());
        payload.callee.set(generator.function.get());
        if keep && let Some(code) = generator.code.payload::<Code>() {
            // SAFETY: the generator's locals are owned words, and nobody runs it.
            unsafe { payload.keep(generator.base(), code.nlocals as usize) };
        }
    }
    payload.record.set(null_mut());
    payload.generator.set(null());
    drop(payload.overwritten.take());
}
