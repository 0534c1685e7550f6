//! The payload of channels, and what is done with one of them.
//!
//! **Invariant**: the mutex is held for a few steps at a time, by an attached thread, which runs no code, drops no value and waits for nothing meanwhile. So
//! the collector, and a process that forks, never find it locked.

use super::blocking::Patience;
use super::party::{Member, Waiter, Woken, wake};
use crate::base::channel::{self, Leavings, Outcome, Received, Sent, Side};
use crate::base::sync::{Arc, Mutex, MutexGuard};
use crate::object::{Payload, Res, Sharing, Thread, Value};

/// What is locked.
pub type Core = channel::Channel<Value, Member>;

/// What is dropped when no channel is locked.
pub type Old = Leavings<Value, Member>;

/// A channel.
pub struct Channel {
    core: Mutex<Core>,
    capacity: Option<usize>,
    /// The class of what its asynchronous methods give.
    pub operation: Value,
    /// The class of the futures that tasks wait for.
    pub future: Value,
    /// Whether a thread that waits here looks before it sleeps.
    pub patience: Patience,
}

impl Payload for Channel {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(core) = self.core.try_lock() {
            core.each_item(&mut *visit);
        }
        visit(&self.operation);
        visit(&self.future);
    }
}

/// An attempt to send that did not succeed.
pub enum Unsent {
    /// The channel is closed.
    Closed,
    /// There is no room; the item.
    Full(Value),
}

/// What comes of an attempt to receive.
pub enum Got {
    /// An item.
    Item(Value),
    /// There will never be another.
    Closed,
    /// Nothing is there.
    Nothing,
}

/// Tells whether so many bytes more may be allocated.
pub fn may_allocate(thread: &Thread) -> impl Fn(usize) -> bool {
    |bytes| thread.interp.heap.has_room(bytes)
}

impl Channel {
    /// An empty one.
    pub fn new(capacity: Option<usize>, operation: Value, future: Value) -> Channel {
        Channel {
            core: Mutex::new(Core::new(capacity)),
            capacity,
            operation,
            future,
            patience: Patience::default(),
        }
    }

    /// How many items it holds at most.
    pub fn capacity(&self) -> Option<usize> {
        self.capacity
    }

    /// Keeps others out.
    pub fn lock(&self) -> MutexGuard<'_, Core> {
        self.core.lock()
    }

    /// Takes the oldest item, if there is one.
    ///
    /// # Errors
    /// What waking the sender raises; the item is in the channel then.
    pub fn receive(&self, thread: &Thread) -> Res<Got> {
        let mut old = Old::new();
        let received = self.core.lock().receive(&mut old);
        self.received(thread, received)
    }

    /// An attempt to receive has had this outcome.
    ///
    /// # Errors
    /// As [`Channel::receive`].
    pub fn received(&self, thread: &Thread, received: Received<Value, Member>) -> Res<Got> {
        match received {
            Received::Item(item, None) => Ok(Got::Item(item)),
            Received::Item(item, Some(sender)) => match wake(thread, &sender) {
                // A sender who will never know has sent all the same.
                Ok(_) => Ok(Got::Item(item)),
                Err(raised) => {
                    let exception = thread.take_raised(raised);
                    self.put_back(thread, item)?;
                    Err(thread.raise(exception))
                }
            },
            Received::Closed => Ok(Got::Closed),
            Received::Nothing => Ok(Got::Nothing),
        }
    }

    /// Sends an item, if there is room or somebody waits for it.
    ///
    /// # Errors
    /// MemoryError, and what waking the receiver raises; the item was sent then.
    pub fn send(&self, thread: &Thread, item: Value) -> Res<Result<(), Unsent>> {
        let mut old = Old::new();
        let sent = self.core.lock().send(item, &mut old, &may_allocate(thread));
        self.sent(thread, sent)
    }

    /// An attempt to send has had this outcome.
    ///
    /// # Errors
    /// As [`Channel::send`].
    pub fn sent(&self, thread: &Thread, mut sent: Sent<Value, Member>) -> Res<Result<(), Unsent>> {
        loop {
            let receiver = match sent {
                Sent::Done(None) => return Ok(Ok(())),
                Sent::Done(Some(receiver)) => receiver,
                Sent::Closed(item) => {
                    drop(item);
                    return Ok(Err(Unsent::Closed));
                }
                Sent::Full(item) => return Ok(Err(Unsent::Full(item))),
                Sent::NoMemory(item) => {
                    drop(item);
                    return Err(thread.memory_error());
                }
            };
            if wake(thread, &receiver)? == Woken::Yes {
                return Ok(Ok(()));
            }
            let Some(item) = receiver.0.take_back() else {
                return Ok(Ok(()));
            };
            let mut old = Old::new();
            sent = self.core.lock().send(item, &mut old, &may_allocate(thread));
        }
    }

    /// Takes an item back that was received for somebody who does not want it any more.
    ///
    /// # Errors
    /// What waking another receiver raises.
    pub fn put_back(&self, thread: &Thread, mut item: Value) -> Res<()> {
        loop {
            let mut old = Old::new();
            let receiver = self.core.lock().put_back(item, &mut old);
            let Some(receiver) = receiver else {
                return Ok(());
            };
            if wake(thread, &receiver)? == Woken::Yes {
                return Ok(());
            }
            match receiver.0.take_back() {
                Some(back) => item = back,
                None => return Ok(()),
            }
        }
    }

    /// Closes it; those who wait are told.
    ///
    /// # Errors
    /// What waking them raises, the first such thing; all are woken.
    pub fn close(&self, thread: &Thread) -> Res<()> {
        let mut old = Old::new();
        let told = self.core.lock().close(&mut old);
        let mut failure = None;
        for party in told.unwrap_or_default() {
            if let Err(raised) = wake(thread, &party) {
                let exception = thread.take_raised(raised);
                failure.get_or_insert(exception);
            }
        }
        match failure {
            Some(exception) => Err(thread.raise(exception)),
            None => Ok(()),
        }
    }

    /// Attempts to receive, and has the waiter wait if there is nothing.
    ///
    /// # Errors
    /// As [`Channel::receive`]; MemoryError
    pub fn receive_or_wait(&self, thread: &Thread, waiter: &Arc<Waiter>) -> Res<Result<Got, u64>> {
        let mut old = Old::new();
        let mut core = self.core.lock();
        let received = core.receive(&mut old);
        let Received::Nothing = received else {
            drop(core);
            return self.received(thread, received).map(Ok);
        };
        let member = Member(waiter.clone());
        let place = core.wait(member, 0, None, &may_allocate(thread));
        drop(core);
        place.map(Err).map_err(|_| thread.memory_error())
    }

    /// Attempts to send, and has the waiter wait if there is no room.
    ///
    /// # Errors
    /// As [`Channel::send`]
    pub fn send_or_wait(
        &self,
        thread: &Thread,
        item: Value,
        waiter: &Arc<Waiter>,
    ) -> Res<Result<Outcome<Value>, u64>> {
        let mut old = Old::new();
        let mut core = self.core.lock();
        let sent = core.send(item, &mut old, &may_allocate(thread));
        let Sent::Full(item) = sent else {
            drop(core);
            return Ok(Ok(match self.sent(thread, sent)? {
                Ok(()) => Outcome::Sent,
                Err(_) => Outcome::Closed,
            }));
        };
        let member = Member(waiter.clone());
        let place = core.wait(member, 0, Some(item), &may_allocate(thread));
        drop(core);
        match place {
            Ok(place) => Ok(Err(place)),
            Err(item) => {
                drop(item);
                Err(thread.memory_error())
            }
        }
    }

    /// Takes out a waiter that has given up.
    pub fn leave(&self, side: Side, place: u64) {
        let entry = self.core.lock().leave(side, place);
        drop(entry);
    }
}
