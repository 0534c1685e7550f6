//! `channel`: handing items from threads and tasks to threads and tasks.
//!
//! A channel is bounded, without a limit, or has no room at all, so that sender and receiver meet. Every operation exists for threads (`send`, `recv`,
//! `for`, [`select`]) and for tasks (`asend`, `arecv`, `async for`, [`aselect`]), and the two sides of one channel may be of either kind, in any number of
//! loops and threads. `close` ends it: what is in it can still be received, then there is `Closed`, or the end of an iteration.
//!
//! Design:
//!
//! * What is in a channel, who waits, and who is next is decided in `base::channel`, on plain data, under one native mutex per channel, which is held for some
//!   instructions at a time (`value`). Nothing is woken, dropped or run with it.
//! * Items are handed over: whoever finds somebody waiting gives the item to the one who has waited longest, and wakes it. So waiters are served in their
//!   order, and a hand-over costs one wake-up. An item that was handed to a receiver who does not want it any more (its task was cancelled, a signal has
//!   interrupted the thread, the loop is closed) goes back as the next to be received, even beyond the capacity. So a cancelled receive loses nothing, and a cancelled
//!   send has happened or not.
//! * Who waits is a `party`: a word that one outcome claims, and how it is woken. A thread sleeps where all threads do that wait for one another
//!   (`runtime::gil`), so that Ctrl-C, timeouts, replays and the detection of deadlocks know of it (`blocking`). A task waits for a future of its loop, which
//!   is ended directly in the loop's thread and through `call_soon_threadsafe` elsewhere; an `await` that has not to wait has nothing to do with any loop
//!   (`operation`).
//! * A choice among several channels locks all of them in one order, takes what can be done, or joins all queues under one word (`cases`).
#![forbid(unsafe_code)]

mod blocking;
mod cases;
mod errors;
mod methods;
mod operation;
mod party;
mod value;

use crate::object::native::Beside;
use crate::object::{Dict, NativeDef, Res, Thread, Value};
use crate::runtime::classes::{native_class, once};
use crate::runtime::module::ModuleDef;
use cases::Cases;
use operation::{Choice, selected, timeout};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "channel",
    doc: "Channels between threads and tasks.",
    functions: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::function(
                "select",
                "(cases, /, *, default=<unrepresentable>, timeout=None)",
                select,
            )
            .doc(
                "Does one of several things, whichever can be done; waits for that.\n\n\
                A case is a channel, to receive from, or a pair of a channel and what to\n\
                send to it. Gives the number of the case and what was received, or None.\n\n\
                If nothing can be done before so many seconds have passed, it gives the\n\
                default, or raises TimeoutError without one. With a default and no timeout it\n\
                does not wait. Closed if the channel of the case is.",
            ),
            NativeDef::function(
                "aselect",
                "(cases, /, *, default=<unrepresentable>, timeout=None)",
                aselect,
            )
            .doc("As select(), to be awaited by a task."),
        ],
    ),
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let channel = native_class(thread, &methods::CLASS)?;
    dict.set(thread, thread.intern(b"Channel")?, channel)?;
    dict.set(
        thread,
        thread.intern(b"Closed")?,
        errors::closed_class(thread)?,
    )?;
    let operation = once(thread, &operation::CLASS, native_class)?;
    dict.set(thread, thread.intern(b"Operation")?, operation)
}

/// What the arguments of a choice mean: what can be done, and how long to wait.
fn choice(thread: &Thread, args: &[Value]) -> Res<(Choice, Option<f64>)> {
    let cases = Cases::of(thread, &args[0])?;
    let default = args[1].bound().cloned();
    let seconds = match timeout(thread, &args[2])? {
        None if default.is_some() => Some(0.0),
        seconds => seconds,
    };
    Ok((Choice { cases, default }, seconds))
}

fn select(thread: &Thread, args: &[Value]) -> Res {
    let (Choice { cases, default }, seconds) = choice(thread, args)?;
    let token = args.as_ptr() as u64;
    match (blocking::select(thread, cases, seconds, token)?, default) {
        (Some((case, outcome, cases)), _) => selected(thread, case, outcome, &cases),
        (None, Some(default)) => Ok(default),
        (None, None) => Err(errors::timed_out(thread)),
    }
}

fn aselect(thread: &Thread, args: &[Value]) -> Res {
    let (choice, seconds) = choice(thread, args)?;
    let class = once(thread, &operation::CLASS, native_class)?;
    operation::of_cases(thread, &class, choice, seconds)
}
