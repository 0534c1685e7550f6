//! Frame objects: what scripts see of an activation, and what is left of it when it has ended.
//!
//! An activation has at most one frame object, which is made when somebody asks: `sys._getframe`, a traceback's entry, a generator's `gi_frame`. While the
//! activation runs or is suspended the object refers to its record or generator, which own the registers and one reference to the object. When the
//! activation ends, its locals are moved into the object if anybody else holds that, and are dropped otherwise.
//!
//! **Invariant**: `record` is set exactly while that record belongs to the object's activation, and `generator` exactly until the generator's
//! activation has ended: who pops a record that has `HAS_OBJECT`, suspends a generator, ends or drops one, tells the object first ([`detach`], [`suspended`],
//! [`end_generator`]). So neither pointer dangles, and a value has one owner at any time: record, generator or object.

mod activation;

pub use activation::{
    abandon, at_depth, detach, end_generator, extra_locals, of_generator, of_record,
    pass_to_generator, resumed, suspended,
};

use super::code::Code;
use super::frame::{self, Frame, FrameExtra};
use super::function::Function;
use super::generator::{Generator, Status};
use super::variables::Variables;
use crate::bytecode::effects::Effects;
use crate::bytecode::instr::Instr;
use crate::object::layout::core;
use crate::object::value::{Word, word};
use crate::object::{Dict, List, Payload, Res, Slot, Thread, Value};
use std::cell::{Cell, UnsafeCell};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicBool, Ordering::*};

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
        self.with_namespaces(|function, extra| match extra {
            Some(extra) => Some(extra.namespace.clone()).filter(|own| !own.is_unbound()),
            None => function.and_then(Function::module_namespace),
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
