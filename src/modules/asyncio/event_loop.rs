//! What event loops derive from: the payload, and what native code asks before it does something in a loop's place. What loops are asked: `requests.rs`; the
//! class: `loop_class.rs`; what a loop calls when: `run.rs`.
//!
//! **Invariants**: no script code runs while the calls are locked, and what leaves them is dropped afterwards. Any thread may add calls; the rest is
//! for the thread that runs the loop.

use super::handle;
use super::own_methods::has_own;
use super::requests::METHODS;
use super::run::Ready;
use crate::base::sync::Mutex;
use crate::object::{Builtin, Payload, Res, Sharing, Slot, Thread, Value};
use crate::runtime::clock;
use crate::runtime::protocol;
use crate::types::float::convert::real_argument;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// The payload of event loops.
pub struct Loop {
    /// The task whose step is being made; unbound: none.
    pub(super) task: Slot,
    /// The tasks that are not over: a set; unbound before the first.
    pub(super) tasks: Slot,
    /// What is to be called.
    pub(super) calls: Mutex<Calls>,
    /// What is called is looked at more closely, and where it was asked for is noted.
    pub(super) debug: AtomicBool,
    /// The run ends after the iteration.
    pub(super) stopping: AtomicBool,
    pub(super) closed: AtomicBool,
    /// The number of the thread that runs the loop; None.
    pub(super) thread_id: Slot,
    /// How many descriptors the loop waits for besides the one that wakes it: with none, it need not ask for what is ready as long as there is
    /// something to call.
    pub(super) watched: AtomicUsize,
    /// What the loop waits with.
    pub(super) selector: Slot,
    /// What makes tasks; None: native code does.
    pub(super) task_factory: Slot,
    /// The version of the class and the shape for which [`is_own_way`] has last answered yes.
    pub(super) own_way: AtomicU64,
    /// The same for [`direct_tasks`].
    pub(super) own_tasks: AtomicU64,
    /// The same for how futures are made.
    pub(super) own_futures: AtomicU64,
    /// The same for how one sleeps.
    pub(super) own_sleeps: AtomicU64,
    /// The same for how the loop waits (`watching.rs`).
    pub(super) own_events: AtomicU64,
    /// The same for the sockets of transports (`transport/`), and for how much they receive at once.
    pub(super) own_sockets: AtomicU64,
    pub(super) usual_size: AtomicU64,
    pub(super) future_class: Value,
    pub(super) task_class: Value,
    pub(super) handle_class: Value,
    pub(super) timer_class: Value,
    /// The class of what `await` gets of a future.
    pub(super) awaiting_class: Value,
}

/// What a loop is to call.
#[derive(Default)]
pub(super) struct Calls {
    /// As soon as possible, in this order.
    pub(super) ready: VecDeque<Ready>,
    /// At a certain time, the next first.
    pub(super) timers: BinaryHeap<Timer>,
    /// How many of the timers are cancelled.
    pub(super) cancelled: usize,
    /// How many timers there have been.
    made: u64,
    /// The loop is at work and will look at `ready` before it waits: nobody needs to wake it.
    pub(super) is_awake: bool,
}

/// A timer in the heap.
#[derive(Clone)]
pub(super) struct Timer {
    pub(super) when: f64,
    /// Of two for the same time the older one comes first.
    pub(super) number: u64,
    /// A handle, or the future of somebody who sleeps (`sleep.rs`).
    pub(super) what: Value,
}

impl Ord for Timer {
    /// The heap gives the greatest first: the soonest.
    fn cmp(&self, other: &Timer) -> Ordering {
        let by_time = other.when.total_cmp(&self.when);
        by_time.then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Timer {}

impl Payload for Loop {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.task,
            &self.tasks,
            &self.thread_id,
            &self.selector,
            &self.task_factory,
        ] {
            slot.trace(visit);
        }
        visit(&self.future_class);
        visit(&self.task_class);
        visit(&self.handle_class);
        visit(&self.timer_class);
        visit(&self.awaiting_class);
        if let Some(calls) = self.calls.try_lock() {
            for ready in &calls.ready {
                ready.trace(visit);
            }
            for timer in &calls.timers {
                visit(&timer.what);
            }
        }
    }
}

/// Whether there is memory for one `T` more in a collection, which is asked to `reserve` some for more at once if it has none.
fn has_room<T>(
    thread: &Thread,
    len: usize,
    capacity: usize,
    reserve: &mut dyn FnMut(usize) -> bool,
) -> bool {
    let more = len.max(8);
    len < capacity || thread.interp.heap.has_room(more * size_of::<T>()) && reserve(more)
}

impl Calls {
    /// Adds one that is ready; gives it back if there is no memory.
    pub(super) fn add(&mut self, thread: &Thread, ready: Ready) -> Option<Ready> {
        let (len, capacity) = (self.ready.len(), self.ready.capacity());
        let mut reserve = |more| self.ready.try_reserve(more).is_ok();
        if !has_room::<Ready>(thread, len, capacity, &mut reserve) {
            return Some(ready);
        }
        self.ready.push_back(ready);
        None
    }

    /// Adds a timer; gives it back if there is no memory.
    pub(super) fn add_timer(&mut self, thread: &Thread, when: f64, what: Value) -> Option<Value> {
        let (len, capacity) = (self.timers.len(), self.timers.capacity());
        let mut reserve = |more| self.timers.try_reserve(more).is_ok();
        if !has_room::<Timer>(thread, len, capacity, &mut reserve) {
            return Some(what);
        }
        self.made += 1;
        let number = self.made;
        self.timers.push(Timer { when, number, what });
        None
    }
}

impl Loop {
    /// Has something called in the next iteration, by the thread that runs the loop.
    ///
    /// # Errors
    /// MemoryError
    pub(super) fn add(&self, thread: &Thread, ready: Ready) -> Res<()> {
        let refused = self.calls.lock().add(thread, ready);
        match refused {
            None => Ok(()),
            Some(_) => Err(thread.memory_error()),
        }
    }

    pub(super) fn check_closed(&self, thread: &Thread) -> Res<()> {
        match self.closed.load(Relaxed) {
            true => Err(thread.error(Builtin::RuntimeError, "Event loop is closed")),
            false => Ok(()),
        }
    }
}

/// The payload of a loop.
///
/// # Errors
/// TypeError
pub(super) fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Loop> {
    value
        .payload::<Loop>()
        .ok_or_else(|| thread.type_error("an event loop was expected"))
}

/// A loop, which the thread owns now.
///
/// # Errors
/// TypeError
pub(super) fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Loop> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("an event loop was expected"))
}

/// A loop to which calls can be added directly: it is open, not in debug mode, and goes its own way.
#[inline]
pub(super) fn direct<'v>(thread: &Thread, event_loop: &'v Value) -> Option<&'v Loop> {
    let this = event_loop.payload::<Loop>()?;
    let can = !this.debug.load(Relaxed)
        && !this.closed.load(Relaxed)
        && is_own_way(thread, event_loop, this);
    can.then_some(this)
}

/// The methods that native code does without calling them, as long as nobody has put others in their place.
const OWN_WAYS: [&str; 4] = ["call_soon", "call_at", "time", "get_debug"];

/// Whether neither the loop nor its class has other methods in place of [`OWN_WAYS`].
pub(super) fn is_own_way(thread: &Thread, event_loop: &Value, this: &Loop) -> bool {
    has_own(thread, event_loop, &METHODS, &OWN_WAYS, &this.own_way)
}

/// A loop whose tasks can be made without asking it: as [`direct`], and it has neither a factory nor another method `create_task`.
pub(super) fn direct_tasks<'v>(thread: &Thread, event_loop: &'v Value) -> Option<&'v Loop> {
    let this = direct(thread, event_loop)?;
    let can = has_own(
        thread,
        event_loop,
        &METHODS,
        &["create_task"],
        &this.own_tasks,
    ) && task_factory(thread, event_loop).is_ok_and(|factory| factory.is_none());
    can.then_some(this)
}

/// What makes the tasks of a loop; None: native code does.
///
/// # Errors
/// TypeError if it is no loop of ours.
pub(super) fn task_factory(thread: &Thread, event_loop: &Value) -> Res {
    Ok(own(thread, event_loop)?.task_factory.get())
}

/// Whether a loop of whatever kind is in debug mode.
///
/// # Errors
/// What `get_debug()` raises if the loop has one of its own.
pub(super) fn is_debug(thread: &Thread, event_loop: &Value) -> Res<bool> {
    if let Some(this) = event_loop.payload::<Loop>()
        && is_own_way(thread, event_loop, this)
    {
        return Ok(this.debug.load(Relaxed));
    }
    let debug = protocol::call_method_str(thread, event_loop, "get_debug", &[])?;
    protocol::truth(thread, &debug)
}

/// The loop's clock, in seconds.
///
/// # Errors
/// What `time()` raises if the loop has one of its own.
pub(super) fn now(thread: &Thread, event_loop: &Value, is_own_way: bool) -> Res<f64> {
    if is_own_way {
        return Ok(clock::monotonic() as f64 / 1e9);
    }
    let time = protocol::call_method_str(thread, event_loop, "time", &[])?;
    real_argument(thread, &time)
}

/// A timer of the loop is cancelled, and leaves the heap some time.
///
/// # Errors
/// What `_timer_handle_cancelled` of another kind of loop raises.
pub(super) fn timer_cancelled(thread: &Thread, event_loop: &Value, handle: &Value) -> Res<()> {
    let Some(this) = event_loop.payload::<Loop>() else {
        protocol::call_method_str(
            thread,
            event_loop,
            "_timer_handle_cancelled",
            std::slice::from_ref(handle),
        )?;
        return Ok(());
    };
    if handle::own(thread, handle)?.scheduled.load(Relaxed) {
        this.calls.lock().cancelled += 1;
    }
    Ok(())
}
