//! Channels against a list of what waits, oldest first.
//!
//! Tasks of one loop send, receive, choose, are cancelled and close channels in generated orders; after each step the loop goes round until nothing moves,
//! and the script prints which tasks are through, and with what.

use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::VecDeque;
use std::fmt::Write as _;

use crate::run_model;

const CHANNELS: usize = 3;

/// To send to a channel, or to receive from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    pub channel: usize,
    pub sends: bool,
}

#[derive(Clone, Debug)]
enum Step {
    /// A task with one case, or a choice of several.
    Task(Vec<Case>),
    /// A choice that does not wait.
    Poll(Vec<Case>),
    /// Cancels one of those that wait: the oldest but so many.
    Cancel(usize),
    /// Sends without waiting, and cancels in the same round of the loop.
    SendAndCancel(usize, usize),
    TrySend(usize),
    TryReceive(usize),
    Close(usize),
    Look,
}

fn case() -> impl Strategy<Value = Case> {
    (0..CHANNELS, any::<bool>()).prop_map(|(channel, sends)| Case { channel, sends })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => vec(case(), 1).prop_map(Step::Task),
        4 => vec(case(), 2..4).prop_map(Step::Task),
        2 => vec(case(), 1..4).prop_map(Step::Poll),
        3 => (0usize..5).prop_map(Step::Cancel),
        3 => (0..CHANNELS, 0usize..5).prop_map(|(channel, who)| Step::SendAndCancel(channel, who)),
        2 => (0..CHANNELS).prop_map(Step::TrySend),
        2 => (0..CHANNELS).prop_map(Step::TryReceive),
        1 => (0..CHANNELS).prop_map(Step::Close),
        1 => Just(Step::Look),
    ]
}

/// How a wait has ended: with which case, and which item.
#[derive(Clone, Debug)]
pub enum Outcome {
    Received(usize, i64),
    Sent(usize),
    Closed,
    Cancelled,
}

#[derive(Debug)]
struct Channel {
    capacity: Option<usize>,
    items: VecDeque<i64>,
    closed: bool,
    /// When a choice last fell on receiving and on sending.
    chosen: [u64; 2],
}

/// A task that waits.
#[derive(Debug)]
struct Waiting {
    task: usize,
    cases: Vec<(Case, i64)>,
}

/// All channels.
#[derive(Debug)]
pub struct Model {
    channels: Vec<Channel>,
    waiting: Vec<Waiting>,
    through: Vec<(usize, Outcome)>,
    choices: u64,
}

impl Model {
    pub fn new(capacities: &[Option<usize>]) -> Model {
        let channel = |capacity: &Option<usize>| Channel {
            capacity: *capacity,
            items: VecDeque::new(),
            closed: false,
            chosen: [0; 2],
        };
        Model {
            channels: capacities.iter().map(channel).collect(),
            waiting: Vec::new(),
            through: Vec::new(),
            choices: 0,
        }
    }

    /// A task waits.
    pub fn add(&mut self, task: usize, cases: Vec<(Case, i64)>) {
        self.waiting.push(Waiting { task, cases });
    }

    /// A task waits no longer.
    pub fn forget(&mut self, task: usize) {
        self.waiting.retain(|one| one.task != task);
    }

    /// An item that was handed over is not wanted: it goes to the next, or back.
    pub fn give_back(&mut self, channel: usize, item: i64) {
        if self.hand_over(channel, item).is_none() {
            self.channels[channel].items.push_front(item);
        }
    }

    /// Which tasks are through since the last time, in this order.
    pub fn take_through(&mut self) -> Vec<(usize, Outcome)> {
        std::mem::take(&mut self.through)
    }

    /// The oldest task that waits to send to a channel, or to receive from it: its place, and its case.
    fn partner(&self, channel: usize, sends: bool) -> Option<(usize, usize)> {
        let wanted = Case { channel, sends };
        self.waiting.iter().enumerate().find_map(|(place, one)| {
            let case = one.cases.iter().position(|(case, _)| *case == wanted)?;
            Some((place, case))
        })
    }

    fn has_room(&self, channel: usize) -> bool {
        let channel = &self.channels[channel];
        channel
            .capacity
            .is_none_or(|most| channel.items.len() < most)
    }

    fn sender_is_through(&mut self, place: usize, case: usize) -> i64 {
        let sender = self.waiting.remove(place);
        self.through.push((sender.task, Outcome::Sent(case)));
        sender.cases[case].1
    }

    /// None: nothing is there.
    fn receive(&mut self, channel: usize) -> Option<Result<i64, ()>> {
        if let Some(item) = self.channels[channel].items.pop_front() {
            if self.has_room(channel)
                && let Some((place, case)) = self.partner(channel, true)
            {
                let next = self.sender_is_through(place, case);
                self.channels[channel].items.push_back(next);
            }
            return Some(Ok(item));
        }
        if let Some((place, case)) = self.partner(channel, true) {
            return Some(Ok(self.sender_is_through(place, case)));
        }
        self.channels[channel].closed.then_some(Err(()))
    }

    fn hand_over(&mut self, channel: usize, item: i64) -> Option<usize> {
        let (place, case) = self.partner(channel, false)?;
        let receiver = self.waiting.remove(place);
        let outcome = Outcome::Received(case, item);
        self.through.push((receiver.task, outcome));
        Some(receiver.task)
    }

    /// None: there is no room.
    fn send(&mut self, channel: usize, item: i64) -> Option<Result<(), ()>> {
        if self.channels[channel].closed {
            return Some(Err(()));
        }
        if self.hand_over(channel, item).is_some() {
            return Some(Ok(()));
        }
        self.has_room(channel).then(|| {
            self.channels[channel].items.push_back(item);
            Ok(())
        })
    }

    fn is_ready(&self, case: Case) -> bool {
        let channel = &self.channels[case.channel];
        let room = match case.sends {
            true => self.has_room(case.channel),
            false => !channel.items.is_empty(),
        };
        channel.closed || room || self.partner(case.channel, !case.sends).is_some()
    }

    fn perform(&mut self, cases: &[(Case, i64)], index: usize) -> Outcome {
        let (case, item) = cases[index];
        if cases.len() > 1 {
            self.choices += 1;
            self.channels[case.channel].chosen[usize::from(case.sends)] = self.choices;
        }
        match case.sends {
            true => match self.send(case.channel, item) {
                Some(Ok(())) => Outcome::Sent(index),
                _ => Outcome::Closed,
            },
            false => match self.receive(case.channel) {
                Some(Ok(item)) => Outcome::Received(index, item),
                _ => Outcome::Closed,
            },
        }
    }

    /// Does one of several things; None: it has to wait.
    pub fn choose(&mut self, cases: &[(Case, i64)]) -> Option<Outcome> {
        let ready = (0..cases.len()).filter(|i| self.is_ready(cases[*i].0));
        let index = ready.min_by_key(|i| {
            let case = cases[*i].0;
            self.channels[case.channel].chosen[usize::from(case.sends)]
        })?;
        Some(self.perform(cases, index))
    }

    /// Nobody can send any more.
    pub fn close(&mut self, channel: usize) {
        if std::mem::replace(&mut self.channels[channel].closed, true) {
            return;
        }
        let told = self.waiting.extract_if(.., |one| {
            one.cases.iter().any(|(case, _)| case.channel == channel)
        });
        let told: Vec<usize> = told.map(|one| one.task).collect();
        self.through
            .extend(told.into_iter().map(|task| (task, Outcome::Closed)));
    }

    fn cancel(&mut self, place: usize) {
        if place < self.waiting.len() {
            let task = self.waiting.remove(place).task;
            self.through.push((task, Outcome::Cancelled));
        }
    }

    /// Which tasks are through since the last time.
    fn news(&mut self) -> String {
        let mut through = self.take_through();
        through.sort_by_key(|(task, _)| *task);
        let shown: Vec<String> = through
            .iter()
            .map(|(task, outcome)| format!("({task}, {})", show(outcome)))
            .collect();
        format!("[{}]", shown.join(", "))
    }
}

fn show(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Received(case, item) => format!("({case}, {item})"),
        Outcome::Sent(case) => format!("({case}, None)"),
        Outcome::Closed => "'closed'".to_owned(),
        Outcome::Cancelled => "'cancelled'".to_owned(),
    }
}

/// The functions of the script. A task with one case does it by its own method, so that both ways are tried.
const HELPERS: &str = "\
import asyncio, channel
loop = asyncio.new_event_loop()
async def settle():
    for _ in range(6):
        await asyncio.sleep(0)
async def work(cases):
    try:
        if len(cases) > 1:
            return await channel.aselect(cases)
        [case] = cases
        if type(case) is tuple:
            return 0, await case[0].asend(case[1])
        return 0, await case.arecv()
    except channel.Closed:
        return 'closed'
def poll(cases):
    try:
        return channel.select(cases, default='nothing')
    except channel.Closed:
        return 'closed'
def news():
    loop.run_until_complete(settle())
    told = []
    for number, task in sorted(tasks.items()):
        if task.done():
            told.append((number, 'cancelled' if task.cancelled() else task.result()))
            del tasks[number]
    return told
def start(number, cases):
    tasks[number] = loop.create_task(work(cases))
    return news()
def oldest(place):
    # Tasks are numbered in the order in which they began to wait.
    waiting = sorted(tasks)
    return tasks[waiting[place]] if place < len(waiting) else None
def cancel(place):
    if task := oldest(place):
        task.cancel()
    return news()
def send_and_cancel(ch, item, place):
    task = oldest(place)
    try:
        sent = ch.try_send(item)
    except channel.Closed:
        sent = 'closed'
    if task:
        task.cancel()
    return sent, news()
tasks = {}
";

fn script(cases: &[(Case, i64)]) -> String {
    let mut text = String::from("[");
    for (case, item) in cases {
        let _ = match case.sends {
            true => write!(text, "(c[{}], {item}), ", case.channel),
            false => write!(text, "c[{}], ", case.channel),
        };
    }
    text.push(']');
    text
}

#[test]
fn channels_serve_whoever_has_waited_longest() {
    let capacity =
        || prop_oneof![2 => Just(Some(0)), 3 => (1usize..3).prop_map(Some), 1 => Just(None)];
    let strategy = (vec(capacity(), CHANNELS), vec(step(), 0..120));
    run_model(strategy, |(capacities, steps), session| {
        session.run(HELPERS);
        let mut model = Model::new(capacities);
        let mut made = String::from("c = [");
        for capacity in capacities {
            let shown = capacity.map_or_else(|| "None".to_owned(), |n: usize| n.to_string());
            let _ = write!(made, "channel.Channel({shown}), ");
        }
        session.run(made + "]");
        let mut items = 0;
        let mut give_items = |cases: &[Case]| -> Vec<(Case, i64)> {
            let numbered = cases.iter().map(|case| {
                items += 1;
                (*case, items)
            });
            numbered.collect()
        };
        for (task, step) in steps.iter().enumerate() {
            match step {
                Step::Task(cases) => {
                    let cases = give_items(cases);
                    match model.choose(&cases) {
                        Some(outcome) => model.through.push((task, outcome)),
                        None => model.add(task, cases.clone()),
                    }
                    session.check(format!("start({task}, {})", script(&cases)), model.news());
                }
                Step::Poll(cases) => {
                    let cases = give_items(cases);
                    // A choice of one is a choice here.
                    let outcome = match (cases.len(), cases.first()) {
                        (1, Some((case, _))) if model.is_ready(*case) => {
                            model.choices += 1;
                            let choices = model.choices;
                            let side = usize::from(case.sends);
                            model.channels[case.channel].chosen[side] = choices;
                            Some(model.perform(&cases, 0))
                        }
                        _ => model.choose(&cases),
                    };
                    let shown = outcome.map_or_else(|| "'nothing'".to_owned(), |o| show(&o));
                    let news = model.news();
                    session.check(
                        format!("(poll({}), news())", script(&cases)),
                        format!("({shown}, {news})"),
                    );
                }
                Step::Cancel(place) => {
                    model.cancel(*place);
                    session.check(format!("cancel({place})"), model.news());
                }
                Step::SendAndCancel(channel, place) => {
                    let victim = model.waiting.get(*place).map(|one| one.task);
                    let item = 100_000 + task as i64;
                    let sent = model.send(*channel, item);
                    // If the item was handed to the one that is cancelled, it goes on to the next.
                    let handed = model.through.last().map(|(task, _)| *task);
                    if victim.is_some() && handed == victim {
                        if let Some(last) = model.through.last_mut() {
                            last.1 = Outcome::Cancelled;
                        }
                        model.give_back(*channel, item);
                    } else if let Some(task) = victim {
                        let place = model.waiting.iter().position(|one| one.task == task);
                        model.cancel(place.unwrap_or(usize::MAX));
                    }
                    let sent = match sent {
                        Some(Ok(())) => "True",
                        Some(Err(())) => "'closed'",
                        None => "False",
                    };
                    let news = model.news();
                    session.check(
                        format!("send_and_cancel(c[{channel}], {item}, {place})"),
                        format!("({sent}, {news})"),
                    );
                }
                Step::TrySend(channel) => {
                    let item = 200_000 + task as i64;
                    let sent = match model.send(*channel, item) {
                        Some(Ok(())) => "(True, ",
                        Some(Err(())) => {
                            session.check(format!("c[{channel}].try_send(0)"), "Closed");
                            continue;
                        }
                        None => "(False, ",
                    };
                    let news = model.news();
                    session.check(
                        format!("(c[{channel}].try_send({item}), news())"),
                        format!("{sent}{news})"),
                    );
                }
                Step::TryReceive(channel) => {
                    let received = match model.receive(*channel) {
                        Some(Ok(item)) => item.to_string(),
                        Some(Err(())) => {
                            session.check(format!("c[{channel}].try_recv()"), "Closed");
                            continue;
                        }
                        None => "None".to_owned(),
                    };
                    let news = model.news();
                    session.check(
                        format!("(c[{channel}].try_recv(), news())"),
                        format!("({received}, {news})"),
                    );
                }
                Step::Close(channel) => {
                    model.close(*channel);
                    let news = model.news();
                    session.check(
                        format!("(c[{channel}].close(), news())"),
                        format!("(None, {news})"),
                    );
                }
                Step::Look => {
                    let lengths: Vec<String> = model
                        .channels
                        .iter()
                        .map(|channel| channel.items.len().to_string())
                        .collect();
                    session.check("[len(ch) for ch in c]", format!("[{}]", lengths.join(", ")));
                }
            }
        }
    });
}
