//! Who waits for channels: a thread, or a task of an event loop.
//!
//! A [`Waiter`] is told one outcome. Whoever tells it (with a channel locked) first claims it, then writes, then says that it is there; so nobody is told
//! twice, however many channels it waits for. The same word decides between an outcome and its giving up. **Invariant**: once it is settled, its
//! item belongs to the one who takes it out of the slot.
//!
//! Waking comes after that, with no channel locked, since for a task it means to run code: of its loop, which is asked from another thread by
//! `call_soon_threadsafe`. If that loop is closed, nobody will ever resume the task; the item is taken back then.

use crate::base::channel::{Outcome, Party};
use crate::base::sync::atomic::{AtomicU32, Ordering::*};
use crate::base::sync::{Arc, spin_hint, yield_now};
use crate::modules::asyncio::waiting;
use crate::object::native::Beside;
use crate::object::{NativeDef, Res, Slot, Thread, Value};
use crate::runtime::gil::WaitQueue;
use crate::runtime::native_call::bound_method;
use crate::runtime::protocol;
use crate::runtime::state::state;
use crate::runtime::system::Inhabitant;

/// Nothing has happened.
const WAITING: u32 = 0;
/// Somebody is telling the outcome.
const CLAIMED: u32 = 1;
const RECEIVED: u32 = 2;
const SENT: u32 = 3;
const CLOSED: u32 = 4;
/// It has given up, or what it was told was taken back.
const WITHDRAWN: u32 = 5;
/// Its time was over.
const EXPIRED: u32 = 6;

/// How a waiter is woken.
enum Sleeper {
    /// A thread sleeps in this queue, alone.
    Thread(WaitQueue),
    /// A task waits for a future.
    Task { event_loop: Value, future: Value },
}

/// See the module.
pub struct Waiter {
    state: AtomicU32,
    /// The case that it was told about.
    case: AtomicU32,
    /// What it has received.
    item: Slot,
    /// The thread that waits, or runs the loop of the task.
    inhabitant: Inhabitant,
    sleeper: Sleeper,
}

/// How a waiter is.
pub enum Told {
    /// It waits.
    Nothing,
    /// The outcome of a case.
    Outcome(usize, Outcome<Value>),
    /// It has given up.
    Withdrawn,
    /// It has given up since its time was over.
    Expired,
}

/// Whether a waiter could be woken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// It will go on.
    Yes,
    /// Its loop is closed: it will not.
    Never,
}

impl Waiter {
    fn new(thread: &Thread, sleeper: Sleeper) -> Arc<Waiter> {
        Arc::new(Waiter {
            state: AtomicU32::new(WAITING),
            case: AtomicU32::new(0),
            item: Slot::empty(),
            inhabitant: Inhabitant::of(thread),
            sleeper,
        })
    }

    /// The running thread.
    pub fn thread(thread: &Thread) -> Arc<Waiter> {
        Waiter::new(thread, Sleeper::Thread(WaitQueue::default()))
    }

    /// A task that is about to wait for this future of its loop.
    pub fn task(thread: &Thread, event_loop: Value, future: Value) -> Arc<Waiter> {
        Waiter::new(thread, Sleeper::Task { event_loop, future })
    }

    /// Where the thread sleeps.
    pub fn queue(&self) -> Option<&WaitQueue> {
        match &self.sleeper {
            Sleeper::Thread(queue) => Some(queue),
            Sleeper::Task { .. } => None,
        }
    }

    /// The future that the task waits for.
    pub fn future(&self) -> Option<&Value> {
        match &self.sleeper {
            Sleeper::Thread(_) => None,
            Sleeper::Task { future, .. } => Some(future),
        }
    }

    /// Whether it was told something, or has given up. Touches no objects.
    #[inline]
    pub fn is_settled(&self) -> bool {
        self.state.load(SeqCst) > CLAIMED
    }

    /// What it was told. An item is given once; after that, and where it was taken back, it counts as withdrawn.
    pub fn told(&self) -> Told {
        let case = || self.case.load(Relaxed) as usize;
        match self.settled_state() {
            WAITING => Told::Nothing,
            RECEIVED => match self.take_back() {
                Some(item) => Told::Outcome(case(), Outcome::Received(item)),
                None => Told::Withdrawn,
            },
            SENT => Told::Outcome(case(), Outcome::Sent),
            CLOSED => Told::Outcome(case(), Outcome::Closed),
            EXPIRED => Told::Expired,
            _ => Told::Withdrawn,
        }
    }

    /// The state, which is not that of being told.
    fn settled_state(&self) -> u32 {
        let mut looks = 0;
        loop {
            match self.state.load(Acquire) {
                // It takes the other thread a few instructions, unless the system has stopped it in the middle.
                CLAIMED if looks < 100 => spin_hint(),
                CLAIMED => yield_now(),
                state => return state,
            }
            looks += 1;
        }
    }

    fn change(&self, from: u32, to: u32) -> bool {
        self.state
            .compare_exchange(from, to, SeqCst, Acquire)
            .is_ok()
    }

    /// Gives up; false if it was told something before.
    pub fn withdraw(&self) -> bool {
        self.change(WAITING, WITHDRAWN)
    }

    /// Gives up since its time is over; false if it was told something before.
    pub fn expire(&self) -> bool {
        self.change(WAITING, EXPIRED)
    }

    /// Takes the item out that it was told, unless somebody has.
    pub fn take_back(&self) -> Option<Value> {
        match self.change(RECEIVED, WITHDRAWN) {
            true => Some(self.item.take()),
            false => None,
        }
    }

    /// Shows the values to a tracing visitor: of a task that waits, whose operation alone counts as their owner.
    pub fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.item.trace(visit);
        if let Sleeper::Task { event_loop, future } = &self.sleeper {
            visit(event_loop);
            visit(future);
        }
    }
}

/// A waiter, as channels know it.
#[derive(Clone)]
pub struct Member(pub Arc<Waiter>);

impl Party<Value> for Member {
    fn settle(&self, case: u32, outcome: Outcome<Value>) -> Result<(), Outcome<Value>> {
        let waiter = &*self.0;
        // Who was left behind by a fork waits no longer in the copy.
        if waiter.inhabitant.is_gone() || !waiter.change(WAITING, CLAIMED) {
            return Err(outcome);
        }
        waiter.case.store(case, Relaxed);
        let state = match outcome {
            Outcome::Received(item) => {
                // Nothing was there, so nothing is dropped.
                waiter.item.set(item);
                RECEIVED
            }
            Outcome::Sent => SENT,
            Outcome::Closed => CLOSED,
        };
        waiter.state.store(state, SeqCst);
        Ok(())
    }

    fn is_waiting(&self) -> bool {
        self.0.state.load(Acquire) == WAITING && !self.0.inhabitant.is_gone()
    }
}

/// Has one that was settled go on. No channel is locked.
///
/// # Errors
/// What the loop's code raises, and what signal handlers raise meanwhile.
pub fn wake(thread: &Thread, Member(waiter): &Member) -> Res<Woken> {
    match &waiter.sleeper {
        Sleeper::Thread(queue) => {
            if !queue.is_empty() {
                let state = state(thread);
                state.interpreter.gil.wake_one_soon(state, queue);
            }
            Ok(Woken::Yes)
        }
        Sleeper::Task { event_loop, future } => {
            if waiting::is_running(thread, event_loop) {
                waiting::finish(thread, future)?;
                return Ok(Woken::Yes);
            }
            wake_elsewhere(thread, event_loop, future)
        }
    }
}

#[cold]
fn wake_elsewhere(thread: &Thread, event_loop: &Value, future: &Value) -> Res<Woken> {
    let ask = || -> Res<()> {
        let callback = bound_method(thread, &FINISH, future)?;
        protocol::call_method_str(thread, event_loop, "call_soon_threadsafe", &[callback]).map(drop)
    };
    let Err(raised) = ask() else {
        return Ok(Woken::Yes);
    };
    let exception = thread.take_raised(raised);
    let is_closed = protocol::call_method_str(thread, event_loop, "is_closed", &[])?;
    if protocol::truth(thread, &is_closed)? {
        return Ok(Woken::Never);
    }
    // A signal's exception has come in between: the other one is to go on all the same. Being asked twice does no harm.
    let again = ask();
    drop(again.map_err(|raised| thread.take_raised(raised)));
    Err(thread.raise(exception))
}

static FINISH: NativeDef =
    NativeDef::method("wake", "(future, /)", finish_callback).beside(Beside::PROTOCOLS);

fn finish_callback(thread: &Thread, args: &[Value]) -> Res {
    waiting::finish(thread, &args[0])?;
    Ok(Value::NONE)
}
