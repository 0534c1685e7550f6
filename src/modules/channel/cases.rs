//! A choice among several channels: to receive from some, to send to others, whichever can be done.
//!
//! All of its channels are locked at once, in the order of their addresses. So a choice either finds something that can be done, or joins all queues before anybody
//! could have found it in only some of them. Of several things that can be done, the one is done that no choice has fallen on for the longest time:
//! whatever stays possible is done some time.

use super::blocking::Patience;
use super::party::{Member, Told, Waiter};
use super::value::{Channel, Core, Got, Old, may_allocate};
use crate::base::channel::{Outcome, Received, Sent, Side};
use crate::base::sync::atomic::{AtomicU64, Ordering::Relaxed};
use crate::base::sync::{Arc, MutexGuard};
use crate::object::{Raised, Res, Thread, Value};
use crate::runtime::protocol;

/// One thing that can be done.
pub struct Case {
    /// The channel.
    channel: Value,
    side: Side,
    /// What is to be sent, until it is sent or waits to be.
    item: Option<Value>,
    /// Its place in a queue, while it has one.
    place: Option<u64>,
}

/// See the module.
pub struct Cases(Vec<Case>);

/// What comes of an attempt.
pub enum Attempt {
    /// The outcome of a case.
    Done(usize, Outcome<Value>),
    /// Nothing can be done.
    Nothing,
}

/// What was done with the channels locked.
enum Done {
    Received(Received<Value, Member>),
    Sent(Sent<Value, Member>),
}

impl Case {
    fn of(&self) -> Option<&Channel> {
        self.channel.payload::<Channel>()
    }

    fn address(&self) -> usize {
        self.of()
            .map_or(0, |channel| std::ptr::from_ref(channel) as usize)
    }
}

#[cold]
fn no_case(thread: &Thread) -> Raised {
    thread.type_error("a case must be a channel, or a pair of a channel and what to send to it")
}

/// Counts choices.
static CHOICES: AtomicU64 = AtomicU64::new(0);

impl Cases {
    /// The cases that an iterable gives: channels to receive from, pairs of a channel and an item to send.
    ///
    /// # Errors
    /// TypeError for anything else, ValueError if there are none, and what the iterable raises.
    pub fn of(thread: &Thread, iterable: &Value) -> Res<Cases> {
        let mut cases = Vec::new();
        protocol::for_each(thread, iterable, &mut |case| {
            let (channel, item) = match case.as_tuple() {
                Some([channel, item]) => (channel.clone(), Some(item.clone())),
                _ => (case, None),
            };
            if channel.payload::<Channel>().is_none() {
                return Err(no_case(thread));
            }
            let side = match item {
                Some(_) => Side::Send,
                None => Side::Receive,
            };
            if cases.try_reserve(1).is_err() {
                return Err(thread.memory_error());
            }
            cases.push(Case {
                channel,
                side,
                item,
                place: None,
            });
            Ok(true)
        })?;
        if cases.is_empty() {
            return Err(thread.value_error("there is no case to choose from"));
        }
        Ok(Cases(cases))
    }

    /// The channel of a case.
    pub fn channel(&self, case: usize) -> Option<&Value> {
        self.0.get(case).map(|case| &case.channel)
    }

    /// Whether a thread that waits for all of them looks before it sleeps: as in the first of them. None without any.
    pub fn patience(&self) -> Option<&Patience> {
        Some(&self.0.first()?.of()?.patience)
    }

    /// Shows the values to a tracing visitor.
    pub fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for case in &self.0 {
            visit(&case.channel);
            if let Some(item) = &case.item {
                visit(item);
            }
        }
    }

    /// The channels in the order in which they are locked, and of each case the place of its channel.
    fn in_order(&self) -> (Vec<Value>, Vec<usize>) {
        let mut order: Vec<(usize, usize)> = Vec::with_capacity(self.0.len());
        order.extend(
            self.0
                .iter()
                .enumerate()
                .map(|(i, case)| (case.address(), i)),
        );
        order.sort_unstable();
        let mut channels: Vec<Value> = Vec::with_capacity(order.len());
        let mut places = vec![0; order.len()];
        let mut last = None;
        for (address, case) in order {
            if last != Some(address) {
                last = Some(address);
                channels.push(self.0[case].channel.clone());
            }
            places[case] = channels.len() - 1;
        }
        (channels, places)
    }

    /// Does one thing that can be done. If there is none, the waiter, where one is given, waits for all.
    ///
    /// # Errors
    /// What waking others raises; MemoryError.
    pub fn attempt(&mut self, thread: &Thread, waiter: Option<&Arc<Waiter>>) -> Res<Attempt> {
        let (channels, places) = self.in_order();
        let mut old = Old::new();
        let all = channels.iter().filter_map(Value::payload::<Channel>);
        let mut locked: Vec<MutexGuard<'_, Core>> = all.map(Channel::lock).collect();
        let done = self.act(thread, &mut locked, &places, &mut old);
        let has_joined = match (&done, waiter) {
            (None, Some(waiter)) => self.join(thread, waiter, &mut locked, &places),
            _ => true,
        };
        drop(locked);
        drop(old);
        match (done, waiter) {
            (Some((case, done)), _) => self.done(thread, case, done),
            (None, Some(waiter)) if !has_joined => {
                self.give_up(thread, waiter)?;
                Err(thread.memory_error())
            }
            (None, _) => Ok(Attempt::Nothing),
        }
    }

    /// The case that can be done and has not been chosen for the longest time.
    fn best(
        &self,
        locked: &mut [MutexGuard<'_, Core>],
        places: &[usize],
        old: &mut Old,
    ) -> Option<usize> {
        let mut best: Option<(u64, usize)> = None;
        for (i, case) in self.0.iter().enumerate() {
            let core = &mut locked[places[i]];
            let last = core.last_chosen(case.side);
            if best.is_none_or(|(least, _)| last < least) && core.is_ready(case.side, old) {
                best = Some((last, i));
            }
        }
        best.map(|(_, i)| i)
    }

    fn act(
        &mut self,
        thread: &Thread,
        locked: &mut [MutexGuard<'_, Core>],
        places: &[usize],
        old: &mut Old,
    ) -> Option<(usize, Done)> {
        // Whoever made a case possible may be settled elsewhere before it is done.
        while let Some(i) = self.best(locked, places, old) {
            let case = &mut self.0[i];
            let core = &mut locked[places[i]];
            let done = match case.item.take() {
                None => match core.receive(old) {
                    Received::Nothing => continue,
                    received => Done::Received(received),
                },
                Some(item) => match core.send(item, old, &may_allocate(thread)) {
                    Sent::Full(item) => {
                        case.item = Some(item);
                        continue;
                    }
                    sent => Done::Sent(sent),
                },
            };
            core.choose(case.side, CHOICES.fetch_add(1, Relaxed) + 1);
            return Some((i, done));
        }
        None
    }

    /// Has the waiter wait for all cases; whether there was memory for that.
    fn join(
        &mut self,
        thread: &Thread,
        waiter: &Arc<Waiter>,
        locked: &mut [MutexGuard<'_, Core>],
        places: &[usize],
    ) -> bool {
        for (i, case) in self.0.iter_mut().enumerate() {
            let core = &mut locked[places[i]];
            let member = Member(waiter.clone());
            match core.wait(member, i as u32, case.item.take(), &may_allocate(thread)) {
                Ok(place) => case.place = Some(place),
                Err(item) => {
                    case.item = item;
                    return false;
                }
            }
        }
        true
    }

    /// Goes on with what was done, when nothing is locked.
    fn done(&self, thread: &Thread, case: usize, done: Done) -> Res<Attempt> {
        let Some(channel) = self.0[case].of() else {
            return Err(no_case(thread));
        };
        let outcome = match done {
            Done::Received(received) => match channel.received(thread, received)? {
                Got::Item(item) => Outcome::Received(item),
                Got::Closed | Got::Nothing => Outcome::Closed,
            },
            Done::Sent(sent) => match channel.sent(thread, sent)? {
                Ok(()) => Outcome::Sent,
                Err(_) => Outcome::Closed,
            },
        };
        Ok(Attempt::Done(case, outcome))
    }

    /// Takes its waiter, which does not wait any longer, out of all queues.
    pub fn leave(&mut self) {
        for case in &mut self.0 {
            if let Some(place) = case.place.take()
                && let Some(channel) = case.channel.payload::<Channel>()
            {
                channel.leave(case.side, place);
            }
        }
    }

    /// Ends the wait without an outcome. What was received meanwhile goes back.
    ///
    /// # Errors
    /// What waking another receiver raises.
    pub fn give_up(&mut self, thread: &Thread, waiter: &Waiter) -> Res<()> {
        let withdrawn = waiter.withdraw();
        self.leave();
        if withdrawn {
            return Ok(());
        }
        match waiter.told() {
            Told::Outcome(case, Outcome::Received(item)) => self.put_back(thread, case, item),
            _ => Ok(()),
        }
    }

    /// Takes an item back that a case has received.
    ///
    /// # Errors
    /// What waking another receiver raises.
    pub fn put_back(&self, thread: &Thread, case: usize, item: Value) -> Res<()> {
        match self.0.get(case).and_then(Case::of) {
            Some(channel) => channel.put_back(thread, item),
            None => Ok(()),
        }
    }
}
