//! Channels on plain data: what is in one, who waits for it, and who is served next.
//!
//! A channel has items, at most as many as its capacity, and two queues of parties that wait: to receive and to send. A party is whatever can be told the
//! outcome of its wait, once ([`Party::settle`]); one that waits for several channels stands in the queues of all of them, with the number of the case that each
//! stands for. Nothing here waits, wakes or locks: the caller keeps others out, wakes the parties that it is given, and drops what it finds in [`Leavings`]
//! when it lets others in again.
//!
//! **Invariants**: an item is in one place, handed to a party, or given back to the caller, never two of these. Where a party waits to receive (and is not settled
//! elsewhere), there is no item and nobody waits to send; where one waits to send, the channel is full. Nobody waits in a closed channel.
//! Parties are served in the order in which they came.
#![forbid(unsafe_code)]

mod queue;

use queue::{Queue, push_back};
use std::collections::VecDeque;

pub use queue::MayAllocate;

/// What becomes of a wait.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome<T> {
    /// This was received.
    Received(T),
    /// The item is the receiver's, or in the channel.
    Sent,
    /// The channel is closed: there is nothing more to receive, or the item was not sent.
    Closed,
}

/// Who waits.
pub trait Party<T>: Clone {
    /// Tells it the outcome of its case.
    ///
    /// # Errors
    /// The outcome, if it has been told one before or waits no longer.
    fn settle(&self, case: u32, outcome: Outcome<T>) -> Result<(), Outcome<T>>;

    /// Whether it was told no outcome and still waits.
    fn is_waiting(&self) -> bool;
}

/// A party's place in a queue.
pub struct Entry<T, P> {
    party: P,
    case: u32,
    /// What it wants to send.
    item: Option<T>,
}

/// What has left the queues and is of no use to anybody; to be dropped when others are let in again.
pub type Leavings<T, P> = Vec<Entry<T, P>>;

/// An attempt to receive.
pub enum Received<T, P> {
    /// The item, and the sender who is through now.
    Item(T, Option<P>),
    /// There will never be another.
    Closed,
    /// Nothing is there.
    Nothing,
}

/// An attempt to send.
pub enum Sent<T, P> {
    /// It was sent, to this receiver if there is one.
    Done(Option<P>),
    /// Nobody takes it any more.
    Closed(T),
    /// There is no room.
    Full(T),
    /// There is no memory.
    NoMemory(T),
}

/// A channel.
pub struct Channel<T, P> {
    capacity: usize,
    closed: bool,
    items: VecDeque<T>,
    receivers: Queue<Entry<T, P>>,
    senders: Queue<Entry<T, P>>,
    /// When a choice among several channels last fell on receiving from this one, and on sending to it, as the caller counts.
    chosen: [u64; 2],
}

/// One of the two things that can be done with a channel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// To receive.
    Receive,
    /// To send.
    Send,
}

impl<T, P: Party<T>> Channel<T, P> {
    /// An empty one; None: without a limit.
    pub fn new(capacity: Option<usize>) -> Channel<T, P> {
        Channel {
            capacity: capacity.unwrap_or(usize::MAX),
            closed: false,
            items: VecDeque::new(),
            receivers: Queue::default(),
            senders: Queue::default(),
            chosen: [0; 2],
        }
    }

    /// How many items are in it.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// How many wait to receive and to send.
    pub fn waiting(&self) -> (usize, usize) {
        (self.receivers.len(), self.senders.len())
    }

    /// All items, also those that wait to be sent.
    pub fn each_item(&self, mut visit: impl FnMut(&T)) {
        self.items.iter().for_each(&mut visit);
        self.senders
            .iter()
            .filter_map(|entry| entry.item.as_ref())
            .for_each(visit);
    }

    /// Takes the oldest item. The room that this makes is the longest waiting sender's.
    pub fn receive(&mut self, old: &mut Leavings<T, P>) -> Received<T, P> {
        let Some(item) = self.items.pop_front() else {
            return match self.next_sender(old) {
                Some((item, sender)) => Received::Item(item, Some(sender)),
                None if self.closed => Received::Closed,
                None => Received::Nothing,
            };
        };
        let mut sender = None;
        if self.items.len() < self.capacity
            && let Some((next, party)) = self.next_sender(old)
        {
            // There is memory for it: one has just left.
            self.items.push_back(next);
            sender = Some(party);
        }
        Received::Item(item, sender)
    }

    /// The item of the longest waiting sender, who is told that it is sent.
    fn next_sender(&mut self, old: &mut Leavings<T, P>) -> Option<(T, P)> {
        while let Some(mut entry) = self.senders.pop() {
            if entry.party.settle(entry.case, Outcome::Sent).is_ok()
                && let Some(item) = entry.item.take()
            {
                return Some((item, entry.party));
            }
            old.push(entry);
        }
        None
    }

    /// Gives an item to the longest waiting receiver.
    ///
    /// # Errors
    /// The item, if there is none.
    fn hand_over(&mut self, mut item: T, old: &mut Leavings<T, P>) -> Result<P, T> {
        while let Some(entry) = self.receivers.pop() {
            match entry.party.settle(entry.case, Outcome::Received(item)) {
                Ok(()) => return Ok(entry.party),
                Err(Outcome::Received(back)) => item = back,
                Err(_) => unreachable!("a refused outcome is given back"),
            }
            old.push(entry);
        }
        Err(item)
    }

    /// Gives an item to the longest waiting receiver, or puts it behind the others.
    pub fn send(&mut self, item: T, old: &mut Leavings<T, P>, may: MayAllocate<'_>) -> Sent<T, P> {
        if self.closed {
            return Sent::Closed(item);
        }
        match self.hand_over(item, old) {
            Ok(receiver) => Sent::Done(Some(receiver)),
            Err(item) if self.items.len() >= self.capacity => Sent::Full(item),
            Err(item) => match push_back(&mut self.items, item, may) {
                Ok(()) => Sent::Done(None),
                Err(item) => Sent::NoMemory(item),
            },
        }
    }

    /// Takes back an item that was received but is not wanted: it is the next to be received, also beyond the capacity and from a closed channel.
    pub fn put_back(&mut self, item: T, old: &mut Leavings<T, P>) -> Option<P> {
        match self.hand_over(item, old) {
            Ok(receiver) => Some(receiver),
            Err(item) => {
                // A place for one item, not a size that anybody chooses.
                self.items.push_front(item);
                None
            }
        }
    }

    /// Closes it: those who wait are told. None if it was closed before.
    pub fn close(&mut self, old: &mut Leavings<T, P>) -> Option<Vec<P>> {
        if self.closed {
            return None;
        }
        self.closed = true;
        let mut told = Vec::with_capacity(self.receivers.len() + self.senders.len());
        for queue in [&mut self.receivers, &mut self.senders] {
            while let Some(entry) = queue.pop() {
                if entry.party.settle(entry.case, Outcome::Closed).is_ok() {
                    told.push(entry.party.clone());
                }
                old.push(entry);
            }
        }
        Some(told)
    }

    /// Has a party wait, after an attempt without success; the number by which it can leave. `item`: what it wants to send.
    ///
    /// # Errors
    /// The item, if there is no memory.
    pub fn wait(
        &mut self,
        party: P,
        case: u32,
        item: Option<T>,
        may: MayAllocate<'_>,
    ) -> Result<u64, Option<T>> {
        let queue = match item {
            Some(_) => &mut self.senders,
            None => &mut self.receivers,
        };
        let entry = Entry { party, case, item };
        queue.join(entry, may).map_err(|entry| entry.item)
    }

    /// Takes a party out that waits no longer. What it wanted to send is in what comes back.
    pub fn leave(&mut self, side: Side, number: u64) -> Option<Entry<T, P>> {
        match side {
            Side::Receive => self.receivers.leave(number),
            Side::Send => self.senders.leave(number),
        }
    }

    /// Whether an attempt has an outcome now. Who is settled elsewhere does not count.
    pub fn is_ready(&mut self, side: Side, old: &mut Leavings<T, P>) -> bool {
        match side {
            _ if self.closed => true,
            Side::Receive => !self.items.is_empty() || has_waiting(&mut self.senders, old),
            Side::Send => self.items.len() < self.capacity || has_waiting(&mut self.receivers, old),
        }
    }

    /// When a choice last fell on this side.
    pub fn last_chosen(&self, side: Side) -> u64 {
        self.chosen[side as usize]
    }

    /// A choice falls on this side now.
    pub fn choose(&mut self, side: Side, now: u64) {
        self.chosen[side as usize] = now;
    }
}

/// Whether somebody in a queue still waits.
fn has_waiting<T, P: Party<T>>(queue: &mut Queue<Entry<T, P>>, old: &mut Leavings<T, P>) -> bool {
    while let Some(first) = queue.first() {
        if first.party.is_waiting() {
            return true;
        }
        old.extend(queue.pop());
    }
    false
}
