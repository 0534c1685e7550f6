//! Threads that wait for channels.
//!
//! A thread that finds nothing to do may look again and again for a while before it sleeps: two threads that hand items to and fro on two processors then need not
//! be woken by the system, which takes ten microseconds and more where a processor has to be woken, too. Looking is worth it if it succeeds; after each
//! failure in a channel twice as many waits there sleep at once ([`Patience`]).
//!
//! Measured on 2026-11-22: two threads with a processor each handed items to and fro in 0.93 µs; with at most 16 µs of looking, halved after each failure, they ended
//! up asleep each time, at 24 µs.

use super::cases::{Attempt, Cases};
use super::party::{Told, Waiter};
use super::value::{Channel, Got, Unsent};
use crate::base::channel::{Outcome, Side};
use crate::base::sync::Arc;
use crate::base::sync::atomic::{AtomicU32, Ordering::Relaxed};
use crate::object::{Res, Thread, Value};
use crate::runtime::gil::{Reason, Target, WaitQueue};
use crate::runtime::state::interpreter;
use crate::runtime::threads;
use crate::types::float::convert::real;
use std::sync::OnceLock;

/// How long a thread looks, in nanoseconds: as long as it takes to wake the other one, and have its answer.
const LOOK: u64 = 50_000;
/// How many waits sleep at once, at most, before one looks again.
const LEAST_OFTEN: u32 = 255;

/// Whether waits in a channel look before they sleep.
#[derive(Default)]
pub struct Patience {
    /// So many waits sleep at once.
    skipped: AtomicU32,
    /// How many did after the last failure.
    penalty: AtomicU32,
}

impl Patience {
    /// How long the wait that begins now is to look.
    fn take(&self) -> u64 {
        let skipped = self.skipped.load(Relaxed);
        if skipped > 0 {
            self.skipped.store(skipped - 1, Relaxed);
            return 0;
        }
        match has_processors() {
            true => LOOK,
            false => 0,
        }
    }

    /// What came of looking.
    fn learn(&self, has_seen: bool) {
        let penalty = match has_seen {
            true => 0,
            false => (2 * self.penalty.load(Relaxed) + 1).min(LEAST_OFTEN),
        };
        self.penalty.store(penalty, Relaxed);
        self.skipped.store(penalty, Relaxed);
    }
}

/// Whether threads can run at the same time, so that looking is of use.
fn has_processors() -> bool {
    static MANY: OnceLock<bool> = OnceLock::new();
    *MANY.get_or_init(|| std::thread::available_parallelism().is_ok_and(|count| count.get() > 1))
}

/// A wait, and what is shown of it.
struct Wait<'w> {
    waiter: &'w Waiter,
    what: &'static str,
    /// What the calling method is known by; see `Thread::coming_back_beside`.
    token: u64,
    deadline: Option<u64>,
    patience: Option<&'w Patience>,
}

impl Wait<'_> {
    /// Sleeps until the waiter is settled or its time is over.
    fn sleep(&self, thread: &Thread) -> Res<()> {
        /// A thread that is no task has a queue; this is for none.
        static NOWHERE: OnceLock<WaitQueue> = OnceLock::new();
        let queue = match self.waiter.queue() {
            Some(queue) => queue,
            None => NOWHERE.get_or_init(WaitQueue::default),
        };
        let look = self.patience.map_or(0, Patience::take);
        let mut ready = || self.waiter.is_settled();
        let waited = thread.coming_back_beside_as(self.token, || {
            threads::wait_looking(
                thread,
                Reason::Lock,
                queue,
                Target::Said(self.what),
                self.deadline,
                look,
                &mut ready,
            )
        });
        if look > 0
            && let Some(patience) = self.patience
        {
            patience.learn(matches!(waited, Ok(threads::Looked::Seen)));
        }
        waited.map(drop)
    }
}

/// When a wait of so many seconds is over; None: never.
fn deadline(thread: &Thread, seconds: Option<f64>) -> Option<u64> {
    let nanoseconds = (seconds? * 1e9).ceil() as u64;
    interpreter(thread).gil.now().checked_add(nanoseconds)
}

/// Receives; nothing if the time is over.
///
/// # Errors
/// What signal handlers raise meanwhile, and DeadlockError: the item is in the channel then.
pub fn receive(thread: &Thread, channel: &Channel, seconds: Option<f64>, token: u64) -> Res<Got> {
    match channel.receive(thread)? {
        Got::Nothing if seconds != Some(0.0) => {}
        got => return Ok(got),
    }
    let waiter = Waiter::thread(thread);
    let deadline = deadline(thread, seconds);
    let place = match channel.receive_or_wait(thread, &waiter)? {
        Ok(got) => return Ok(got),
        Err(place) => place,
    };
    let wait = Wait {
        waiter: &waiter,
        what: "to receive from a channel",
        token,
        deadline,
        patience: Some(&channel.patience),
    };
    let waited = wait.sleep(thread);
    if waiter.withdraw() {
        channel.leave(Side::Receive, place);
        return waited.map(|()| Got::Nothing);
    }
    match (waited, waiter.told()) {
        (Ok(()), Told::Outcome(_, Outcome::Received(item))) => Ok(Got::Item(item)),
        (Err(raised), Told::Outcome(_, Outcome::Received(item))) => {
            let exception = thread.take_raised(raised);
            channel.put_back(thread, item)?;
            Err(thread.raise(exception))
        }
        (waited, _) => waited.map(|()| Got::Closed),
    }
}

/// Sends; not if the time is over.
///
/// # Errors
/// What signal handlers raise meanwhile, and DeadlockError: the item was sent then or not. MemoryError: it was not.
pub fn send(
    thread: &Thread,
    channel: &Channel,
    item: Value,
    seconds: Option<f64>,
    token: u64,
) -> Res<Result<(), Unsent>> {
    let item = match channel.send(thread, item)? {
        Err(Unsent::Full(item)) if seconds != Some(0.0) => item,
        sent => return Ok(sent),
    };
    let waiter = Waiter::thread(thread);
    let deadline = deadline(thread, seconds);
    let place = match channel.send_or_wait(thread, item, &waiter)? {
        Ok(Outcome::Sent) => return Ok(Ok(())),
        Ok(_) => return Ok(Err(Unsent::Closed)),
        Err(place) => place,
    };
    let wait = Wait {
        waiter: &waiter,
        what: "to send to a channel",
        token,
        deadline,
        patience: Some(&channel.patience),
    };
    let waited = wait.sleep(thread);
    if waiter.withdraw() {
        channel.leave(Side::Send, place);
        return waited.map(|()| Err(Unsent::Full(Value::NONE)));
    }
    waited?;
    match waiter.told() {
        Told::Outcome(_, Outcome::Sent) => Ok(Ok(())),
        _ => Ok(Err(Unsent::Closed)),
    }
}

/// Does one of several things; None if the time is over.
///
/// # Errors
/// As [`receive`] and [`send`].
pub fn select(
    thread: &Thread,
    mut cases: Cases,
    seconds: Option<f64>,
    token: u64,
) -> Res<Option<(usize, Outcome<Value>, Cases)>> {
    let waiter: Option<Arc<Waiter>> = (seconds != Some(0.0)).then(|| Waiter::thread(thread));
    let deadline = deadline(thread, seconds);
    if let Attempt::Done(case, outcome) = cases.attempt(thread, waiter.as_ref())? {
        return Ok(Some((case, outcome, cases)));
    }
    let Some(waiter) = waiter else {
        return Ok(None);
    };
    let wait = Wait {
        waiter: &waiter,
        what: "for one of several channels",
        token,
        deadline,
        patience: cases.patience(),
    };
    if let Err(raised) = wait.sleep(thread) {
        let exception = thread.take_raised(raised);
        cases.give_up(thread, &waiter)?;
        return Err(thread.raise(exception));
    }
    let withdrawn = waiter.withdraw();
    cases.leave();
    if withdrawn {
        return Ok(None);
    }
    match waiter.told() {
        Told::Outcome(case, outcome) => Ok(Some((case, outcome, cases))),
        _ => Ok(None),
    }
}

/// The seconds of a timeout.
///
/// # Errors
/// TypeError if it is no number, ValueError if it is negative or not a number.
pub fn seconds_of(thread: &Thread, value: &Value) -> Res<f64> {
    let Some(seconds) = real(thread, value)? else {
        let class = thread.class_of(value).name_text();
        return Err(thread.type_error(format!("timeout must be a number or None, not {class}")));
    };
    match seconds >= 0.0 {
        true => Ok(seconds),
        false => Err(thread.value_error("timeout must be a non-negative number")),
    }
}
