//! What a thread and an interpreter consist of above the object core.

use super::frame::{Frame, Region, flag};
use super::gil::{DeadlockDetection, GilMode, GilSpec, GlobalLock, Owed, Ticket};
use super::threads::Threads;
use crate::base::hash::Key;
use crate::object::breaker;
use crate::object::header::owner;
use crate::object::value::Word;
use crate::object::{Interp, Res, Slot, Thread, Value};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::*};

/// Address space for the registers of a thread that a host brings.
const REGISTER_BYTES: usize = 512 << 20;
/// Address space for the frame records of such a thread.
const FRAME_BYTES: usize = 256 << 20;
/// What threads have that scripts start: thousands of them must fit.
const STARTED_REGISTER_BYTES: usize = 16 << 20;
const STARTED_FRAME_BYTES: usize = 8 << 20;
/// Registers of the largest frame, which must fit behind the limit.
const LARGEST_FRAME: usize = 1 << 17;

/// Everything that belongs to one thread. The core comes first, so that a `&Thread` can be turned back into its state.
#[repr(C)]
pub struct ThreadState {
    /// Identity, eval breaker, exception in flight.
    pub core: Thread,
    /// The newest frame.
    pub frame: Cell<*mut Frame>,
    /// One past the last frame record that the recursion limit allows.
    pub frame_limit: Cell<*mut Frame>,
    /// End of the register stack.
    pub top_limit: *mut Word,
    /// The exception being handled at this level (generator or thread); unbound if none.
    pub handled: Slot,
    /// The current context (`types/context`); unbound before there is one.
    pub context: Slot,
    /// What asynchronous generators that begin call, and what they call when nobody refers to them any more; unbound: nothing.
    pub generator_hooks: [Slot; 2],
    /// A generator has yielded, and whoever has resumed it has not been told yet. Its status may tell of another thread's resumption by then.
    pub yielded: Cell<bool>,
    /// How many frames coroutines note when they are made.
    pub origin_depth: Cell<u32>,
    /// See [`Steps`](super::safepoint::Steps): how many operations are going on, and their steps since the last safepoint.
    pub steps: Cell<(u32, u32)>,
    /// The event loop that runs (`_asyncio`); unbound: none.
    pub event_loop: Slot,
    /// Containers that `repr` is inside of.
    pub printing: Cell<Vec<u64>>,
    /// Instructions left until the lock is handed over, in `ticks` mode.
    pub ticks: Cell<u64>,
    /// The loop that runs, the innermost one on the native stack; None outside of all.
    pub running: Cell<Option<LoopKind>>,
    /// Counts the threads of the interpreter.
    pub number: u64,
    /// The first thread of the interpreter, which serves signals.
    pub is_main: Cell<bool>,
    /// The thread's place in the queue for the lock.
    pub ticket: Arc<Ticket>,
    /// Whom the thread is to wake.
    pub owed: Owed,
    /// The interpreter.
    pub interpreter: Arc<Interpreter>,
    registers: Region,
    frames: Region,
}

// SAFETY: a thread state is used by one native thread at a time, which holds the interpreter's lock; its pointers lead into its own regions.
unsafe impl Send for ThreadState {}

/// Which copy of the dispatch loop runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoopKind {
    /// A lock that is handed over on request.
    Lock,
    /// A lock that is handed over after an exact number of instructions.
    Ticks,
    /// No lock.
    Free,
}

/// Debug switches.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Debug {
    /// Never specialise instructions.
    pub no_specialise: bool,
    /// Every safepoint takes its slow path.
    pub breaker_always: bool,
    /// A young collection at every safepoint after an allocation, a full one at every thousandth.
    pub gc_stress: bool,
    /// The heap is checked after full collections and at exit.
    pub check_heap: bool,
}

/// How an interpreter is set up.
#[derive(Clone, Debug)]
pub struct Config {
    /// How threads share the interpreter, at the start.
    pub gil: GilSpec,
    /// When a deadlock may be concluded.
    pub deadlocks: DeadlockDetection,
    /// Bytes that the interpreter may allocate.
    pub memory_limit: usize,
    /// Key of the hashes of str and bytes; None: random.
    pub hash_seed: Option<u64>,
    /// Debug switches.
    pub debug: Debug,
    /// `sys.argv`
    pub argv: Vec<String>,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            gil: GilSpec::default(),
            deadlocks: DeadlockDetection::default(),
            memory_limit: default_memory_limit(),
            hash_seed: None,
            debug: Debug::default(),
            argv: vec![String::new()],
        }
    }
}

/// Most of what the control group, or else the machine, has.
fn default_memory_limit() -> usize {
    if cfg!(any(taipan_asan, taipan_tsan)) {
        // The sanitiser cannot work in a limited address space, and its own needs come on top.
        return 2 << 30;
    }
    let read = |path: &str| std::fs::read_to_string(path).ok();
    let group =
        read("/sys/fs/cgroup/memory.max").and_then(|text| text.trim().parse::<usize>().ok());
    let machine = read("/proc/meminfo").and_then(|text| {
        let line = text
            .lines()
            .find(|line| line.starts_with("MemAvailable:"))?;
        line.split_whitespace()
            .nth(1)?
            .parse::<usize>()
            .ok()
            .map(|kib| kib << 10)
    });
    let total = group.into_iter().chain(machine).min().unwrap_or(4 << 30);
    total / 8 * 7
}

/// Everything that belongs to one interpreter.
pub struct Interpreter {
    /// Heap, shapes, names, cells.
    pub core: Arc<Interp>,
    /// Who may run.
    pub gil: Arc<GlobalLock>,
    /// What threads share.
    pub threads: Threads,
    next_number: AtomicU64,
    /// The system's name of the main thread.
    pub main_ident: AtomicU64,
    /// `sys.modules`, a dict.
    pub modules: Slot,
    /// The namespace of the `builtins` module, a dict.
    pub builtins: Slot,
    /// The version of that dict with nothing but the built-in names in it.
    pub builtins_version: AtomicU64,
    /// The namespace of the `sys` module, a dict.
    pub sys: Slot,
    /// `sys.getrecursionlimit()`
    pub recursion_limit: AtomicU32,
    /// `sys.get_int_max_str_digits()`
    pub int_max_str_digits: AtomicU32,
    /// How it was set up.
    pub config: Config,
    /// Source texts, for tracebacks.
    pub sources: super::sources::Sources,
    /// Inline caches may be filled and opcodes rewritten.
    pub specialise: AtomicBool,
    /// What `atexit` runs, a list; unbound if nothing was registered.
    pub exit_functions: Slot,
    /// What `os.register_at_fork` was given, a list; unbound if it never was.
    pub fork_functions: Slot,
    /// What is being imported.
    pub import_locks: super::import_locks::ImportLocks,
    /// Classes that native code finds by their names, a dict (`classes::once`); unbound until one is made.
    pub native_classes: Slot,
    /// How many context variables have been made.
    pub context_variables: AtomicU64,
    /// What the script has handle its signals: a dict from numbers to handlers; unbound before it asks.
    pub signal_handlers: Slot,
    /// Shutting down has begun: `sys.is_finalizing()`.
    pub finalizing: AtomicBool,
}

impl Interpreter {
    /// An interpreter without modules.
    pub fn new(config: Config) -> Arc<Interpreter> {
        let is_replay = config.gil.modifiers.seed.is_some();
        let wanted = config.hash_seed.or(is_replay.then_some(0));
        let seed = process_seed(wanted);
        let key = Key::new(seed, seed.rotate_left(32) ^ 0x5bd1_e995_9e37_79b9);
        let gil = Arc::new(GlobalLock::new(config.gil));
        let core = Interp::new(config.memory_limit, key);
        if is_replay {
            core.identities.enable();
        }
        gil.detect_deadlocks(config.deadlocks == DeadlockDetection::Always);
        Arc::new(Interpreter {
            core,
            gil,
            threads: Threads::default(),
            next_number: AtomicU64::new(0),
            main_ident: AtomicU64::new(match config.gil.modifiers.seed {
                Some(_) => 1,
                None => super::native_thread::ident(),
            }),
            modules: Slot::empty(),
            builtins: Slot::empty(),
            builtins_version: AtomicU64::new(0),
            sys: Slot::empty(),
            recursion_limit: AtomicU32::new(1000),
            int_max_str_digits: AtomicU32::new(4300),
            sources: super::sources::Sources::default(),
            specialise: AtomicBool::new(!config.debug.no_specialise),
            exit_functions: Slot::empty(),
            fork_functions: Slot::empty(),
            import_locks: Default::default(),
            native_classes: Slot::empty(),
            context_variables: AtomicU64::new(0),
            signal_handlers: Slot::empty(),
            finalizing: AtomicBool::new(false),
            config,
        })
    }

    /// Whether threads take turns by a lock.
    pub fn has_lock(&self) -> bool {
        self.config.gil.mode != GilMode::Off
    }

    /// Which copy of the dispatch loop is to run.
    #[inline]
    pub fn loop_kind(&self) -> LoopKind {
        if !self.has_lock() {
            LoopKind::Free
        } else if self.gil.ticks().is_some() {
            LoopKind::Ticks
        } else {
            LoopKind::Lock
        }
    }
}

/// The seed of string hashes, one for the process, since immortal strings keep their hash: what the first interpreter asks for, or random.
fn process_seed(wanted: Option<u64>) -> u64 {
    static SEED: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    *SEED.get_or_init(|| wanted.unwrap_or_else(random_seed))
}

fn random_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new()
        .build_hasher()
        .finish()
}

impl ThreadState {
    /// The state of a thread of the host; None when the system has no address space for its stacks.
    pub fn new(interpreter: Arc<Interpreter>) -> Option<Box<ThreadState>> {
        ThreadState::with_stacks(interpreter, REGISTER_BYTES, FRAME_BYTES)
    }

    /// The state of a thread that a script starts; None when the system has no address space for its stacks.
    pub fn for_thread(interpreter: Arc<Interpreter>) -> Option<Box<ThreadState>> {
        ThreadState::with_stacks(interpreter, STARTED_REGISTER_BYTES, STARTED_FRAME_BYTES)
    }

    fn with_stacks(
        interpreter: Arc<Interpreter>,
        register_bytes: usize,
        frame_bytes: usize,
    ) -> Option<Box<ThreadState>> {
        let registers = Region::reserve(register_bytes)?;
        let frames = Region::reserve(frame_bytes)?;
        let number = interpreter.next_number.fetch_add(1, Relaxed);
        let id = if interpreter.has_lock() {
            owner::FIRST
        } else {
            interpreter.core.owners.take_id()?
        };
        let core = Thread::new(interpreter.core.clone(), id);
        if interpreter.config.debug.breaker_always {
            core.breaker.store(breaker::ALWAYS, Relaxed);
        }
        let ticket = interpreter.gil.ticket(number, core.traffic.clone());
        let top = registers.start() as *mut Word;
        // Nothing counts them down yet in the other modes; when something does, a turn begins.
        let ticks = interpreter.gil.ticks().unwrap_or(0);
        let state = Box::new(ThreadState {
            core,
            frame: Cell::new(std::ptr::null_mut()),
            frame_limit: Cell::new(std::ptr::null_mut()),
            // SAFETY: within the region; a frame of the largest size still fits behind the limit.
            top_limit: unsafe { top.add(register_bytes / 8 - LARGEST_FRAME) },
            number,
            is_main: Cell::new(number == 0),
            handled: Slot::empty(),
            context: Slot::empty(),
            generator_hooks: [Slot::empty(), Slot::empty()],
            yielded: Cell::new(false),
            origin_depth: Cell::new(0),
            steps: Cell::new((0, 0)),
            event_loop: Slot::empty(),
            printing: Cell::new(Vec::new()),
            ticks: Cell::new(ticks),
            running: Cell::new(None),
            ticket,
            owed: Owed::default(),
            interpreter,
            registers,
            frames,
        });
        state.frame.set(state.bottom());
        // SAFETY: the region is zeroed memory of sufficient size; zero bits are a valid record (null pointers, first continuation).
        unsafe {
            (*state.bottom()).top = top;
            (*state.bottom()).flags = flag::BOTTOM;
        }
        state.apply_recursion_limit();
        state.interpreter.gil.census.enrol(&state);
        Some(state)
    }

    /// Whether the loop that runs, which counts instructions or does not, is to be left for another one. This, and no safepoint of native code, serves the
    /// request to do so.
    #[cold]
    pub fn is_in_wrong_loop(&self, counts: bool) -> bool {
        // Whoever changes the mode asks afterwards.
        self.core.breaker.fetch_and(!breaker::CHANGE_LOOP, AcqRel);
        counts != (self.interpreter.loop_kind() == LoopKind::Ticks)
    }

    /// Lets go of what scripts have set for this thread, before it ends or serves other scripts.
    pub fn forget_settings(&self) {
        drop(self.context.take());
        self.generator_hooks
            .iter()
            .for_each(|hook| drop(hook.take()));
        self.origin_depth.set(0);
    }

    /// The record before the first frame.
    pub fn bottom(&self) -> *mut Frame {
        self.frames.start() as *mut Frame
    }

    /// Size of the register stack in bytes.
    pub fn register_bytes(&self) -> usize {
        self.registers.len()
    }

    /// Brings the frame limit up to date with the interpreter's recursion limit.
    pub fn apply_recursion_limit(&self) {
        let most = self.frames.len() / size_of::<Frame>() - 2;
        let limit = (self.interpreter.recursion_limit.load(Relaxed) as usize).min(most);
        // SAFETY: within the region.
        self.frame_limit
            .set(unsafe { self.bottom().add(limit + 1) });
    }

    /// How many frames there are.
    pub fn depth(&self) -> usize {
        // SAFETY: both point into the frame region.
        unsafe { self.frame.get().offset_from(self.bottom()) as usize }
    }

    /// The exception being handled, as `sys.exception()` gives it: the innermost one of this level or of the levels that run it.
    pub fn handled_exception(&self) -> Option<Value> {
        if let Some(exception) = self.handled.load()
            && !exception.is_none()
        {
            return Some(exception);
        }
        let mut frame = self.frame.get();
        while frame > self.bottom() {
            // SAFETY: records between bottom and newest are live.
            unsafe {
                if let Some(generator) = (*frame).generator()
                    && let Some(exception) = generator.handled.load()
                    && !exception.is_none()
                {
                    return Some(exception);
                }
                frame = frame.sub(1);
            }
        }
        None
    }
}

impl Drop for ThreadState {
    fn drop(&mut self) {
        super::signals::forget(self);
        self.interpreter.gil.census.strike(self);
        if !self.interpreter.has_lock() {
            self.interpreter.core.owners.give_back(self.core.id());
        }
    }
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

/// Sets the recursion limit of the interpreter.
///
/// # Errors
/// RecursionError when the thread is already deeper.
pub fn set_recursion_limit(thread: &Thread, limit: u32) -> Res<()> {
    let state = state(thread);
    if state.depth() >= limit as usize {
        let message = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {}: the limit is too low",
            state.depth()
        );
        return Err(thread.error(crate::object::Builtin::RecursionError, message));
    }
    state.interpreter.recursion_limit.store(limit, Relaxed);
    state.apply_recursion_limit();
    Ok(())
}
