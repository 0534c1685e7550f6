//! What blocked threads wait for, shown to those who ask where every thread is.

use super::ticket::Ticket;
use crate::base::sync::atomic::AtomicU64;
use crate::runtime::state::ThreadState;

/// What a blocked thread waits for.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// A moment.
    Time,
    /// A lock: where the number of the thread that took it last stands, one added.
    Gate(*const AtomicU64),
    /// The end of the thread with this number.
    End(u64),
    /// What these words say, which follow "waits".
    Said(&'static str),
}

// SAFETY: the pointer is followed by the lock's holder alone, while the thread that waits there cannot leave; see `Shown`.
unsafe impl Send for Target {}

/// The time during which a thread shows what it waits for. Made and dropped while the thread holds the lock, so that whoever holds the lock
/// finds what is shown alive.
pub struct Shown<'t> {
    ticket: &'t Ticket,
    previous: Option<Target>,
}

/// Shows what the thread of `ts` is about to wait for.
pub fn show(ts: &ThreadState, target: Target) -> Shown<'_> {
    let previous = ts.ticket.target().lock().replace(target);
    Shown {
        ticket: &ts.ticket,
        previous,
    }
}

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        *self.ticket.target().lock() = self.previous;
    }
}
