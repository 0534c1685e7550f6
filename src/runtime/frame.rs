//! Frames and the register stack of a thread.
//!
//! Registers of all frames lie in one reserved region that never moves; memory is committed when it is touched. A callee's window begins inside
//! its caller's, at the arguments of the call, so that passing them costs nothing. Generators keep their registers in their own heap window
//! and run there. Frame records lie in a second region, contiguous, newest last.
//!
//! **Invariant**: in a frame that is not running, registers below `nlocals` hold valid words, and those temporaries that the code's liveness table
//! names for the saved `pc`; everything else is stale.

use super::code::Code;
use super::function::Function;
use super::state::ThreadState;
use crate::bytecode::code::LocalKind;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::value::Word;
use crate::object::{Builtin, Res, Thread, Value};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// What happens with the value that a frame returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Continuation {
    /// Written to temporary `dst` of the caller.
    Store,
    /// Written to local `dst` of the caller, whose old value is dropped.
    StoreLocal,
    /// The frame was entered from native code, which gets the value.
    Native,
    /// `__init__` of a new instance: the value must be None, `dst` gets the instance, which is in the call's first register.
    Construct,
    /// A special method that computes the result of the caller's instruction: its operands are consumed, then the result is written.
    Operator,
    /// As `Operator`, for instructions that branch on the truth of the result.
    Branch,
    /// A generator that a `FOR_ITER` drives.
    ForIter,
    /// `__next__` of a script's class that a `FOR_ITER` drives: StopIteration ends the loop.
    Next,
    /// A generator that a `SEND` drives.
    Send,
    /// The value is dropped (`__setitem__`, `__setattr__`, …); the operands of the instruction are consumed.
    Discard,
}

/// One frame record.
#[repr(C)]
pub struct Frame {
    /// The instruction that is being executed, saved before anything that can raise, call or look at frames.
    pub pc: *const AtomicU64,
    /// Register 0.
    pub base: *mut Word,
    /// First word of the register stack above this frame (of the frame that resumed it, for generators).
    pub top: *mut Word,
    /// The code being executed; kept alive by `callee` or the generator.
    pub code: *const Code,
    /// Owned word: the function, the generator, or (for module and executed code) the code object.
    pub callee: Word,
    /// Namespaces of class bodies and of executed code, owned; null for plain calls and generators.
    pub extra: *mut FrameExtra,
    /// What to do with the result.
    pub continuation: Continuation,
    /// Words of the caller's instruction, itself included.
    pub skip: u8,
    /// Register of the caller.
    pub dst: u16,
    /// Register of the caller where the call's window begins.
    pub window: u16,
    /// See [`flag`].
    pub flags: u16,
    /// Owned word: the frame object, if `flags` has `HAS_OBJECT` and not `ON_HEAP`; stale otherwise, so that pushing a frame does not write it.
    pub object: Word,
}

/// Bits of [`Frame::flags`]. A plain call has none of them, so that one test at a return finds everything out of the ordinary.
///
/// Measured with callgrind in November 2026, against computing from `base` and `top` at each return whether a frame is a generator's, and without
/// frame objects: `fib` -3.9 %, method calls -1.4 %, calls that drop four locals -0.3 %, a mix of generators +2.6 % (some +0.5 % after what concerns
/// frame objects was moved out of line), `tests/bench/exceptions.py`, a hundredth of it, -2.1 %, since a traceback's entry holds the frame object
/// alone and its line is computed when somebody asks.
pub mod flag {
    /// The registers lie in a generator's heap window.
    pub const ON_HEAP: u16 = 1;
    /// The activation has a frame object: the record owns it, or the generator.
    pub const HAS_OBJECT: u16 = 2;
    /// The frame is being left, its locals are being dropped: walks pass it over, so that a finaliser sees the caller below itself.
    pub const LEAVING: u16 = 4;
    /// The record before the first frame of a thread.
    pub const BOTTOM: u16 = 8;
}

/// Namespaces of class bodies and executed code.
pub struct FrameExtra {
    /// The namespace mapping of a class body or executed code; unbound for functions.
    pub namespace: Value,
    /// Globals, where the callee is no function.
    pub globals: Value,
    /// Built-ins that go with these globals.
    pub builtins: Value,
    /// Tuple of cells of executed code with free variables, or unbound.
    pub closure: Value,
}

impl Frame {
    /// The function that runs (that made the generator), if the frame belongs to one.
    ///
    /// # Safety
    /// The frame is live, and the borrow ends before it does.
    pub unsafe fn function<'a>(&self) -> Option<&'a Function> {
        // SAFETY: the frame owns the callee, and a generator its function.
        unsafe {
            let callee: &'a Value = Value::borrow_word(&raw const self.callee);
            match callee.payload::<super::generator::Generator>() {
                Some(generator) => {
                    let function: &'a Value = Value::borrow_word(generator.function.as_word());
                    function.payload::<Function>()
                }
                None => callee.payload::<Function>(),
            }
        }
    }

    /// The generator that runs in this frame.
    ///
    /// # Safety
    /// The frame is live, and the borrow ends before it does.
    pub unsafe fn generator<'a>(&self) -> Option<&'a super::generator::Generator> {
        // SAFETY: the frame owns the callee.
        unsafe { Value::borrow_word::<'a>(&raw const self.callee) }.payload()
    }

    /// The word index of the saved instruction.
    ///
    /// # Safety
    /// The frame is live.
    pub unsafe fn word_index(&self) -> usize {
        // SAFETY: `pc` points into the code's words.
        unsafe { self.pc.offset_from((*self.code).words.as_ptr()) as usize }
    }
}

/// A reserved region of address space.
pub struct Region {
    start: *mut u8,
    bytes: usize,
}

// SAFETY: a region is plain memory that its thread state owns.
unsafe impl Send for Region {}

impl Region {
    /// Reserves `bytes` of address space; None when the system refuses.
    pub fn reserve(bytes: usize) -> Option<Region> {
        // SAFETY: an anonymous private mapping at an address that the system chooses.
        let start = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                bytes,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        (start != libc::MAP_FAILED).then(|| Region {
            start: start as *mut u8,
            bytes,
        })
    }

    /// The first byte.
    pub fn start(&self) -> *mut u8 {
        self.start
    }

    /// The size in bytes.
    pub fn len(&self) -> usize {
        self.bytes
    }

    /// Whether the region has no bytes.
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: mapped by `reserve` with this size; its thread state is gone.
        unsafe { libc::munmap(self.start as *mut libc::c_void, self.bytes) };
    }
}

/// The newest frame that is not being left, unless there is none.
#[inline]
pub fn newest(state: &ThreadState) -> Option<*mut Frame> {
    let frame = state.frame.get();
    // SAFETY: the newest record, or the one at the bottom.
    match unsafe { (*frame).flags } & (flag::BOTTOM | flag::LEAVING) {
        0 => Some(frame),
        flag::BOTTOM => None,
        // SAFETY: as above.
        _ => unsafe { below(frame) },
    }
}

/// The opcode of the instruction that the thread is executing, as far as the newest frame knows it.
pub fn present_op(state: &ThreadState) -> Option<Op> {
    let frame = newest(state)?;
    // SAFETY: a live record, whose code it keeps alive; `pc` points into the code's words. The words are opcodes at the beginning of instructions only,
    // and anything else is no opcode, or a wrong one.
    Instr(unsafe { (*(*frame).pc).load(Relaxed) }).op()
}

/// The frame that called `frame`, or resumed it; frames that are being left are passed over.
///
/// # Safety
/// `frame` is a live record, of any thread that does not run at the same time.
pub unsafe fn below(frame: *mut Frame) -> Option<*mut Frame> {
    let mut frame = frame;
    loop {
        // SAFETY: records are contiguous, and the one at the bottom ends the walk.
        unsafe {
            frame = frame.sub(1);
            match (*frame).flags & (flag::BOTTOM | flag::LEAVING) {
                0 => return Some(frame),
                flag::LEAVING => {}
                _ => return None,
            }
        }
    }
}

/// The global namespace of the newest frame, None outside of script code.
pub fn current_globals(thread: &Thread) -> Option<Value> {
    let frame = newest(super::state::state(thread))?;
    // SAFETY: the newest record is live, and so is what its callee word refers to.
    let (extra, callee) = unsafe {
        let frame = &*frame;
        let extra = frame.extra.as_ref().map(|extra| extra.globals.clone());
        (extra, Value::clone_word(frame.callee))
    };
    if let Some(globals) = extra
        && globals.as_dict().is_some()
    {
        return Some(globals);
    }
    if let Some(function) = callee.payload::<Function>() {
        return Some(function.globals.clone());
    }
    let generator = callee.payload::<super::generator::Generator>()?;
    let function = generator.function.load()?;
    Some(function.payload::<Function>()?.globals.clone())
}

/// What `super()` without arguments means in the newest frame: the class whose body the function stands in, and the first argument.
///
/// # Errors
/// RuntimeError outside of a method.
pub fn zero_argument_super(thread: &Thread) -> Res<(Value, Value)> {
    let error = |message: &str| thread.error(Builtin::RuntimeError, message);
    let Some(frame) = newest(super::state::state(thread)) else {
        return Err(error("super(): no current frame"));
    };
    // SAFETY: the newest record is live; registers below `nlocals` hold valid words.
    let (code, local) = unsafe {
        let frame = &*frame;
        let local = |i: usize| Value::clone_word(*frame.base.add(i));
        (&*frame.code, local)
    };
    if code.plain.arg_count == 0 {
        return Err(error("super(): no arguments"));
    }
    let mut object = local(0);
    if let Some(cell) = object.payload::<super::function::Cell>()
        && matches!(
            code.plain.locals.first().map(|l| l.kind),
            Some(LocalKind::Cell)
        )
    {
        let content = cell.content.get();
        object = content;
    }
    if object.is_unbound() {
        return Err(error("super(): arg[0] deleted"));
    }
    let place = code
        .plain
        .locals
        .iter()
        .position(|local| &*local.name == "__class__" && local.kind == LocalKind::Free);
    let Some(place) = place else {
        return Err(error("super(): __class__ cell not found"));
    };
    let cell = local(place);
    let Some(content) = cell
        .payload::<super::function::Cell>()
        .map(|cell| cell.content.get())
    else {
        return Err(error("super(): bad __class__ cell"));
    };
    if content.is_unbound() {
        return Err(error("super(): empty __class__ cell"));
    }
    if content.as_class().is_none() {
        return Err(error(&format!(
            "super(): __class__ is not a type ({})",
            thread.class_of(&content).name_text()
        )));
    }
    Ok((content, object))
}
