//! What a thread and an interpreter consist of above the object core.

use crate::object::{Interp, Slot, Thread};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;

/// Everything that belongs to one thread. The core comes first, so that a `&Thread` can be turned back into its state.
#[repr(C)]
pub struct ThreadState {
    /// Identity, eval breaker, exception in flight.
    pub core: Thread,
    /// Containers that `repr` is inside of.
    pub printing: Cell<Vec<u64>>,
    /// Safepoints that found something pending.
    pub served: Cell<u64>,
    /// The interpreter.
    pub interpreter: Arc<Interpreter>,
}

/// Everything that belongs to one interpreter.
pub struct Interpreter {
    /// Heap, shapes, names, cells.
    pub core: Arc<Interp>,
    /// `sys.modules`, a dict.
    pub modules: Slot,
    /// The namespace of the `builtins` module, a dict.
    pub builtins: Slot,
    /// The namespace of the `sys` module, a dict.
    pub sys: Slot,
    /// `sys.getrecursionlimit()`
    pub recursion_limit: AtomicU32,
    /// `sys.get_int_max_str_digits()`
    pub int_max_str_digits: AtomicU32,
}

/// The state that a core belongs to.
#[inline(always)]
pub fn state(thread: &Thread) -> &ThreadState {
    // SAFETY: cores are made inside of `ThreadState` only, at its start (`repr(C)`).
    unsafe { &*(thread as *const Thread as *const ThreadState) }
}

/// The interpreter of a thread.
pub fn interpreter(thread: &Thread) -> &Interpreter {
    &state(thread).interpreter
}
