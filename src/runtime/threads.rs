//! Native threads that scripts start: their states, how they end, and how others wait for things they do.
#![forbid(unsafe_code)]

use super::clock;
use super::deadlock;
use super::gil::{self, Reason, Target, WaitQueue, Waited};
use super::native_thread;
use super::state::{Interpreter, ThreadState, state};
use crate::base::sync::{Arc, Mutex, Weak, spin_hint};
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::safepoint;
use rustc_hash::FxHashMap;
use std::os::unix::thread::JoinHandleExt;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::*};

/// What threads of an interpreter share beside the lock.
#[derive(Default)]
pub struct Threads {
    /// Threads started by scripts that have not ended.
    running: AtomicUsize,
    /// A deadlock has been found.
    pub deadlocked: AtomicBool,
    /// The stack size that `_thread.stack_size` asked for; 0: the default.
    pub stack_size: AtomicUsize,
    /// Those that the end of the program waits for.
    awaited: Mutex<Vec<Arc<Done>>>,
    /// Those that somebody may ask about.
    dones: Mutex<Vec<Weak<Done>>>,
    /// Tables of thread-local data.
    locals: Mutex<Vec<Weak<LocalTable>>>,
}

/// Data of one object of `_thread._local`, by the number of the thread it belongs to.
pub type LocalTable = Mutex<FxHashMap<u64, Value>>;

/// Whether a thread has ended.
#[derive(Default)]
pub struct Done {
    over: AtomicBool,
    /// The number of the thread.
    number: AtomicU64,
    waiters: WaitQueue,
}

impl Done {
    /// Whether it has.
    pub fn is_over(&self) -> bool {
        self.over.load(SeqCst)
    }

    /// Says that it has.
    pub fn set(&self) {
        self.over.store(true, SeqCst);
        self.waiters.wake_all();
    }

    /// Waits until it has, or the deadline; whether it has.
    ///
    /// # Errors
    /// What a signal handler raises meanwhile, and DeadlockError.
    pub fn wait(&self, thread: &Thread, deadline: Option<u64>) -> Res<bool> {
        let target = Target::End(self.number.load(Relaxed));
        let mut is_over = || self.is_over();
        wait(
            thread,
            Reason::Join,
            &self.waiters,
            target,
            deadline,
            &mut is_over,
        )
    }
}

impl Threads {
    /// In the copy of a process that the thread of this number has forked: the others are not there, and nobody has to wait for them.
    pub fn after_fork(&self, survivor: u64) {
        self.running.store(0, Relaxed);
        self.awaited.lock().clear();
        for done in self.dones.lock().iter().filter_map(Weak::upgrade) {
            if done.number.load(Relaxed) != survivor {
                done.over.store(true, SeqCst);
            }
        }
    }

    /// How many threads that scripts started are running.
    pub fn running(&self) -> usize {
        self.running.load(Relaxed)
    }

    /// A table that forgets what a thread had in it when the thread ends.
    pub fn new_local_table(&self) -> Arc<LocalTable> {
        let table = Arc::new(LocalTable::default());
        let mut all = self.locals.lock();
        all.retain(|table| table.strong_count() > 0);
        all.push(Arc::downgrade(&table));
        table
    }

    fn forget_locals(&self, number: u64) {
        let tables: Vec<_> = self
            .locals
            .lock()
            .iter()
            .filter_map(Weak::upgrade)
            .collect();
        for table in tables {
            let data = table.lock().remove(&number);
            drop(data);
        }
    }
}

/// Waits in a queue, with the lock given up, until `ready` answers true or the deadline has passed; whether it is ready. What is waited for is shown where
/// somebody asks what the threads do.
///
/// # Errors
/// What a signal handler raises meanwhile; DeadlockError when nobody is left who could end the wait.
#[cold]
pub fn wait(
    thread: &Thread,
    reason: Reason,
    queue: &WaitQueue,
    target: Target,
    deadline: Option<u64>,
    ready: &mut dyn FnMut() -> bool,
) -> Res<bool> {
    wait_looking(thread, reason, queue, target, deadline, 0, ready)
        .map(|looked| looked != Looked::TimedOut)
}

/// How [`wait_looking`] ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Looked {
    /// It was ready before the thread slept.
    Seen,
    /// It was ready when the thread was woken.
    Woken,
    /// The deadline has passed.
    TimedOut,
}

/// As [`wait`], but the thread asks `ready` again and again for so many nanoseconds, with the lock given up, before it sleeps; not in a replay.
///
/// # Errors
/// Those of [`wait`].
#[cold]
pub fn wait_looking(
    thread: &Thread,
    reason: Reason,
    queue: &WaitQueue,
    target: Target,
    deadline: Option<u64>,
    look: u64,
    ready: &mut dyn FnMut() -> bool,
) -> Res<Looked> {
    let ts = state(thread);
    let gil = &ts.interpreter.gil;
    let _shown = gil::show(ts, target);
    let mut look = if gil.is_replay() { 0 } else { look };
    loop {
        let mut seen = false;
        let waited = gil::blocking(thread, reason, || {
            if look > 0 {
                seen = look_for(gil, std::mem::take(&mut look), ready);
            }
            match seen {
                true => Waited::Ready,
                false => gil.wait_in(ts, queue, deadline, ready),
            }
        });
        match waited {
            Waited::Ready if seen => return Ok(Looked::Seen),
            Waited::Ready => return Ok(Looked::Woken),
            Waited::TimedOut => {
                safepoint::poll(thread)?;
                return Ok(Looked::TimedOut);
            }
            Waited::Interrupted => safepoint::poll(thread)?,
            Waited::Doomed => return Err(deadlock::error(thread)),
        }
    }
}

/// Looks for so many nanoseconds; whether it was ready. That is of use when the lock is free as well: whoever has made it ready will probably wait soon.
fn look_for(gil: &gil::GlobalLock, time: u64, ready: &mut dyn FnMut() -> bool) -> bool {
    /// Looks between two readings of the clock.
    const LOOKS: u32 = 16;
    let end = clock::monotonic() + time;
    let mut seen = false;
    loop {
        for _ in 0..LOOKS {
            seen = seen || ready();
            if seen && !gil.seems_taken() {
                return true;
            }
            spin_hint();
        }
        if clock::monotonic() >= end {
            return seen;
        }
    }
}

/// Sleeps until the deadline, with the lock given up.
///
/// # Errors
/// What a signal handler raises meanwhile.
pub fn sleep_until(thread: &Thread, deadline: u64) -> Res<()> {
    let ts = state(thread);
    let gil = &ts.interpreter.gil;
    let _shown = gil::show(ts, Target::Time);
    loop {
        let waited = gil::blocking(thread, Reason::Sleep, || gil.sleep_until(ts, deadline));
        safepoint::poll(thread)?;
        if waited == Waited::TimedOut {
            return Ok(());
        }
    }
}

/// The name of the running thread, as `get_ident` gives it: the system's, or in a replay its number, counted from 1.
pub fn ident(thread: &Thread) -> u64 {
    let ts = state(thread);
    if ts.interpreter.gil.is_replay() {
        ts.number + 1
    } else {
        native_thread::ident()
    }
}

/// Ends a thread's life in its interpreter, also when `body` panicked.
struct Ending {
    ts: Box<ThreadState>,
    done: Option<Arc<Done>>,
}

impl Drop for Ending {
    fn drop(&mut self) {
        let interpreter = self.ts.interpreter.clone();
        self.ts.core.enter(|| {
            self.ts.core.go_alone();
            interpreter.threads.forget_locals(self.ts.number);
            drop(self.ts.handled.take());
            self.ts.forget_settings();
            drop(self.ts.context.take());
            drop(self.ts.event_loop.take());
            self.ts.core.drop_kept();
        });
        interpreter.threads.running.fetch_sub(1, Relaxed);
        if let Some(done) = &self.done {
            done.set();
        }
        interpreter.gil.release(&self.ts, Reason::Exit);
        interpreter.gil.depart();
    }
}

/// Starts a native thread that runs `body` attached to the interpreter, and gives its name. `done` is told when it has ended; `awaited`: the end of
/// the program waits for it.
///
/// # Errors
/// RuntimeError when the system cannot start another thread; PythonFinalizationError when nobody would wait for it any more.
pub fn start(
    thread: &Thread,
    done: Option<Arc<Done>>,
    awaited: bool,
    body: impl FnOnce(&Thread) + Send + 'static,
) -> Res<u64> {
    let interpreter: Arc<Interpreter> = state(thread).interpreter.clone();
    if interpreter.finalizing.load(Acquire) {
        let message = "can't create new thread at interpreter shutdown";
        return Err(thread.error(Builtin::PythonFinalizationError, message));
    }
    let refused = || thread.error(Builtin::RuntimeError, "can't start new thread");
    let ts = ThreadState::for_thread(interpreter.clone()).ok_or_else(refused)?;
    for core in [thread, &ts.core] {
        core.set_amid_others(!interpreter.has_lock());
    }
    let size = match interpreter.threads.stack_size.load(Relaxed) {
        0 => DEFAULT_STACK,
        size => size,
    };
    if let (true, Some(done)) = (awaited, &done) {
        let mut all = interpreter.threads.awaited.lock();
        all.retain(|done| !done.is_over());
        all.push(done.clone());
    }
    if let Some(done) = &done {
        done.number.store(ts.number, Relaxed);
        let mut all = interpreter.threads.dones.lock();
        if all.len() == all.capacity() {
            all.retain(|done| done.upgrade().is_some_and(|done| !done.is_over()));
            // The next time is as far away as this was long.
            let room = all.len() + 16;
            all.reserve(room);
        }
        all.push(Arc::downgrade(done));
    }
    interpreter.threads.running.fetch_add(1, Relaxed);
    interpreter.gil.arrive();
    interpreter.gil.schedule_new(&ts);
    let ticket = ts.ticket.clone();
    let told = done.clone();
    let spawned = std::thread::Builder::new().stack_size(size).spawn(move || {
        ts.ticket
            .identify(native_thread::ident(), native_thread::native_id());
        ts.interpreter.gil.begin(&ts);
        ts.core.set_stack_limit(native_thread::stack_limit());
        let ending = Ending { ts, done };
        ending.ts.core.enter(|| body(&ending.ts.core));
    });
    match spawned {
        Ok(_) if interpreter.gil.is_replay() => Ok(ticket.number + 1),
        Ok(handle) => Ok(handle.as_pthread_t()),
        Err(_) => {
            interpreter.threads.running.fetch_sub(1, Relaxed);
            interpreter.gil.unschedule(&ticket);
            interpreter.gil.depart();
            if let Some(done) = told {
                done.set();
            }
            Err(refused())
        }
    }
}

const DEFAULT_STACK: usize = 8 << 20;

/// Waits for all threads that the end of the program has to wait for, also those that are started meanwhile.
///
/// # Errors
/// What a signal handler raises meanwhile.
pub fn join_awaited(thread: &Thread) -> Res<()> {
    let threads = &state(thread).interpreter.threads;
    loop {
        let next = threads.awaited.lock().pop();
        match next {
            Some(done) => drop(done.wait(thread, None)?),
            None => return Ok(()),
        }
    }
}
