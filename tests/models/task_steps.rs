//! What the statements of generated tasks mean: `gather`, `wait`, `TaskGroup`, timeouts, queues and channels over the loop of `event_loop.rs`.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::pin::Pin;
use std::rc::Rc;

use crate::channel::{Case, Model as Channels, Outcome as Choice};
use crate::event_loop::{Coroutine, Error, Id, Loop, Outcome};
use crate::tasks::{Body, Program, Step, Until};

/// No task has such a number: it is the main one's.
const MAIN: isize = -1;

#[derive(Default)]
struct Queue {
    size: usize,
    items: VecDeque<usize>,
    getters: VecDeque<Id>,
    putters: VecDeque<Id>,
}

impl Queue {
    fn is_full(&self) -> bool {
        self.size > 0 && self.items.len() >= self.size
    }
}

/// What a program works on.
struct World {
    own: Rc<Loop>,
    tasks: RefCell<Vec<Id>>,
    log: RefCell<Vec<String>>,
    serials: Cell<usize>,
    items: Cell<usize>,
    queues: RefCell<Vec<Queue>>,
    channels: RefCell<Channels>,
    /// The futures of operations on channels, and what became of them.
    operations: RefCell<HashMap<usize, (Id, Option<Choice>)>>,
}

/// One side of a queue.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Get,
    Put,
}

impl World {
    fn log(&self, me: isize, what: impl std::fmt::Display) {
        self.log.borrow_mut().push(format!("{me} {what}"));
    }

    fn item(&self) -> usize {
        self.items.set(self.items.get() + 1);
        self.items.get()
    }

    fn delay(&self, rounds: u8) -> f64 {
        self.serials.set(self.serials.get() + 1);
        f64::from(rounds) + self.serials.get() as f64 / 4096.0
    }

    fn spawn(self: &Rc<World>, body: &Body) -> Id {
        let me = self.tasks.borrow().len() as isize;
        let (world, body) = (Rc::clone(self), Rc::clone(body));
        let task = self.own.task(Box::pin(async move {
            world.own.begun()?;
            match world.run(me, body).await {
                Ok(()) => {
                    world.log(me, "ends");
                    Ok(me.to_string())
                }
                Err(error) => {
                    world.log(me, format!("ends by {error}"));
                    Err(error)
                }
            }
        }));
        self.tasks.borrow_mut().push(task);
        task
    }

    fn cancel(&self, me: isize, number: usize) {
        let tasks = self.tasks.borrow();
        if !tasks.is_empty() {
            let number = number % tasks.len();
            let answer = crate::truth(self.own.cancel(tasks[number]));
            self.log(me, format!("cancels {number}: {answer}"));
        }
    }

    fn later(&self, me: isize, number: usize) -> Option<Id> {
        let tasks = self.tasks.borrow();
        let younger = &tasks[(me + 1) as usize..];
        younger.get(number % younger.len().max(1)).copied()
    }

    /// The coroutine of a body. It is boxed, since bodies hold bodies.
    fn run(
        self: &Rc<World>,
        me: isize,
        body: Body,
    ) -> Pin<Box<dyn Future<Output = Result<(), Error>>>> {
        let world = Rc::clone(self);
        Box::pin(async move {
            for step in body.iter() {
                world.step(me, step).await?;
            }
            Ok(())
        })
    }

    async fn step(self: &Rc<World>, me: isize, step: &Step) -> Result<(), Error> {
        let own = &self.own;
        match step {
            Step::Pause(rounds) => {
                for _ in 0..*rounds {
                    own.pause().await?;
                }
            }
            Step::Sleep(rounds) => self.sleep(self.delay(*rounds)).await?,
            Step::Raise => return Err(Error::Oops(self.item())),
            Step::Put(queue) => {
                let item = self.item();
                self.for_queue(*queue, Side::Put).await?;
                self.put(*queue, item);
                self.log(me, format!("put {item}"));
            }
            Step::Get(queue) => {
                self.for_queue(*queue, Side::Get).await?;
                let item = self.queues.borrow_mut()[*queue].items.pop_front();
                self.wake_next(*queue, Side::Put);
                self.log(me, format!("got {}", item.expect("it is not empty")));
            }
            Step::Cancel(number) => self.cancel(me, *number),
            Step::PutAndCancel(queue, number) => {
                if !self.queues.borrow()[*queue].is_full() {
                    self.put(*queue, self.item());
                }
                self.cancel(me, *number);
            }
            Step::CancelAndUncancel => {
                own.cancel(own.current());
                let left = own.uncancel(own.current());
                self.log(me, format!("stays: {left}"));
            }
            Step::Uncancel => {
                let left = own.uncancel(own.current());
                self.log(me, format!("uncancels: {left}"));
            }
            Step::Await(number) => {
                let got = self.wait_later(me, *number, false).await?;
                self.log(me, format!("awaited {got}"));
            }
            Step::Shield(number) => {
                let got = self.wait_later(me, *number, true).await?;
                self.log(me, format!("shielded {got}"));
            }
            Step::Spawn(body) => {
                self.spawn(body);
            }
            Step::Gather(bodies, kept) => {
                let got = own.wait(self.gather(bodies, *kept)).await?;
                self.log(me, format!("gathered {got}"));
            }
            Step::Wait(bodies, until) => self.wait(me, bodies, *until).await?,
            Step::Group(bodies, body) => self.group(me, bodies, body).await?,
            Step::Timeout(0, body) => self.timeout(me, 0.0, body).await?,
            Step::Timeout(rounds, body) | Step::WaitFor(rounds, body) => {
                let delay = self.delay(*rounds);
                self.timeout(me, delay, body).await?;
            }
            Step::Try(body, last, again) => {
                if let Err(error) = self.run(me, Rc::clone(body)).await {
                    self.log(me, format!("catches {error}"));
                    self.run(me, Rc::clone(last)).await?;
                    if *again {
                        return Err(error);
                    }
                }
            }
            Step::Channel(cases) => {
                let cases: Vec<(Case, i64)> = cases
                    .iter()
                    .map(|case| (*case, if case.sends { self.item() as i64 } else { 0 }))
                    .collect();
                let got = self.channel(cases).await?;
                self.log(me, got);
            }
            Step::Close(number) => {
                self.channels.borrow_mut().close(*number);
                self.tell_operations();
            }
        }
        Ok(())
    }

    async fn sleep(&self, delay: f64) -> Result<(), Error> {
        let future = self.own.future();
        let when = self.own.time() + delay;
        let timer = self
            .own
            .call_at(when, move |own| own.settle(future, Ok(String::new())));
        let slept = self.own.wait(future).await;
        self.own.forget(timer);
        slept.map(|_| ())
    }

    /// Waits until a queue has an item, or room for one.
    async fn for_queue(&self, number: usize, side: Side) -> Result<(), Error> {
        let must_wait = || {
            let queue = &self.queues.borrow()[number];
            match side {
                Side::Get => queue.items.is_empty(),
                Side::Put => queue.is_full(),
            }
        };
        while must_wait() {
            let waiter = self.own.future();
            self.with_waiters(number, side, |waiters| waiters.push_back(waiter));
            if let Err(error) = self.own.wait(waiter).await {
                self.own.cancel(waiter);
                self.with_waiters(number, side, |waiters| waiters.retain(|one| *one != waiter));
                if !must_wait() && !self.own.is_cancelled(waiter) {
                    self.wake_next(number, side);
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn put(&self, number: usize, item: usize) {
        self.queues.borrow_mut()[number].items.push_back(item);
        self.wake_next(number, Side::Get);
    }

    fn with_waiters<T>(
        &self,
        number: usize,
        side: Side,
        act: impl FnOnce(&mut VecDeque<Id>) -> T,
    ) -> T {
        let queue = &mut self.queues.borrow_mut()[number];
        act(match side {
            Side::Get => &mut queue.getters,
            Side::Put => &mut queue.putters,
        })
    }

    fn wake_next(&self, number: usize, side: Side) {
        while let Some(waiter) = self.with_waiters(number, side, VecDeque::pop_front) {
            if !self.own.is_done(waiter) {
                return self.own.settle(waiter, Ok(String::new()));
            }
        }
    }

    async fn wait_later(&self, me: isize, number: usize, is_shielded: bool) -> Outcome {
        let Some(task) = self.later(me, number) else {
            // `shield` makes a task of the coroutine.
            if is_shielded {
                let own = Rc::clone(&self.own);
                let pause: Coroutine = Box::pin(async move {
                    own.begun()?;
                    own.pause().await.map(|()| "None".to_owned())
                });
                return self.shield(self.own.task(pause)).await;
            }
            return self.own.pause().await.map(|()| "None".to_owned());
        };
        match is_shielded {
            true => self.shield(task).await,
            false => self.own.wait(task).await,
        }
    }

    async fn shield(&self, inner: Id) -> Outcome {
        if self.own.is_done(inner) {
            return self.own.wait(inner).await;
        }
        let outer = self.own.future();
        let callback = self.own.when_done(inner, move |own, inner| {
            if own.is_cancelled(inner) {
                own.cancel(outer);
            } else {
                own.settle(outer, own.outcome(inner).expect("it is done"));
            }
        });
        self.own
            .when_done(outer, move |own, _| own.no_longer(inner, callback));
        self.own.wait(outer).await
    }

    fn gather(self: &Rc<World>, bodies: &[Body], kept: bool) -> Id {
        let children: Vec<Id> = bodies.iter().map(|body| self.spawn(body)).collect();
        let outer = self.own.gathering(children.clone());
        let finished = Rc::new(Cell::new(0));
        for child in &children {
            let (finished, children) = (Rc::clone(&finished), children.clone());
            self.own.when_done(*child, move |own, child| {
                finished.set(finished.get() + 1);
                let ended = own.outcome(child).expect("it is done");
                if own.is_done(outer) {
                    return;
                }
                if let (false, Err(error)) = (kept, &ended) {
                    return own.settle(outer, Err(error.clone()));
                }
                if finished.get() < children.len() {
                    return;
                }
                if own.is_asked_to_cancel(outer) {
                    return own.settle(outer, Err(Error::Cancelled));
                }
                let shown = children.iter().map(|child| match own.outcome(*child) {
                    Some(Ok(text)) => text,
                    Some(Err(error)) => error.to_string(),
                    None => unreachable!("all are done"),
                });
                let shown: Vec<String> = shown.collect();
                own.settle(outer, Ok(shown.join(", ")));
            });
        }
        outer
    }

    async fn wait(self: &Rc<World>, me: isize, bodies: &[Body], until: Until) -> Result<(), Error> {
        let first = self.tasks.borrow().len();
        let children: Vec<Id> = bodies.iter().map(|body| self.spawn(body)).collect();
        let waiter = self.own.future();
        let left = Rc::new(Cell::new(children.len()));
        let handles: Vec<_> = children
            .iter()
            .map(|child| {
                let left = Rc::clone(&left);
                self.own.when_done(*child, move |own, child| {
                    left.set(left.get() - 1);
                    let failed =
                        !own.is_cancelled(child) && matches!(own.outcome(child), Some(Err(_)));
                    let is_enough = match until {
                        Until::All => false,
                        Until::First => true,
                        Until::FirstException => failed,
                    };
                    if left.get() == 0 || is_enough {
                        own.settle(waiter, Ok(String::new()));
                    }
                })
            })
            .collect();
        let waited = self.own.wait(waiter).await;
        for (child, handle) in children.iter().zip(handles) {
            self.own.no_longer(*child, handle);
        }
        waited?;
        let numbers = |done: bool| -> Vec<usize> {
            let all = children.iter().enumerate();
            let some = all.filter(|(_, child)| self.own.is_done(**child) == done);
            some.map(|(i, _)| first + i).collect()
        };
        self.log(
            me,
            format!("waited: {:?} {:?}", numbers(true), numbers(false)),
        );
        Ok(())
    }

    async fn timeout(self: &Rc<World>, me: isize, delay: f64, body: &Body) -> Result<(), Error> {
        let own = &self.own;
        let task = own.current();
        let before = own.requests(task);
        let has_expired = Rc::new(Cell::new(false));
        let expired = Rc::clone(&has_expired);
        let expire = move |own: &Rc<Loop>| {
            own.cancel(task);
            expired.set(true);
        };
        let timer = match delay > 0.0 {
            true => own.call_at(own.time() + delay, expire),
            false => own.call_soon(expire),
        };
        let ended = self.run(me, Rc::clone(body)).await;
        if !has_expired.get() {
            own.forget(timer);
        } else if own.uncancel(task) <= before && ended == Err(Error::Cancelled) {
            return Err(Error::Timeout);
        }
        ended
    }

    async fn group(self: &Rc<World>, me: isize, bodies: &[Body], body: &Body) -> Result<(), Error> {
        let own = &self.own;
        let group = Rc::new(RefCell::new(Group {
            parent: own.current(),
            tasks: Vec::new(),
            errors: Vec::new(),
            is_aborting: false,
            has_cancelled_parent: false,
            completed: None,
        }));
        for body in bodies {
            let task = self.spawn(body);
            group.borrow_mut().tasks.push(task);
            let group = Rc::clone(&group);
            own.when_done(task, move |own, task| {
                group.borrow_mut().task_is_done(own, task)
            });
        }
        let ended = self.run(me, Rc::clone(body)).await;
        let mut is_cancelled = ended == Err(Error::Cancelled);
        if ended.is_err() {
            group.borrow_mut().abort(own);
        }
        while !group.borrow().tasks.is_empty() {
            let completed = own.future();
            group.borrow_mut().completed = Some(completed);
            let waited = own.wait(completed).await;
            let mut group = group.borrow_mut();
            group.completed = None;
            if waited.is_err() && !group.is_aborting {
                is_cancelled = true;
                group.abort(own);
            }
        }
        let mut group = group.borrow_mut();
        if group.has_cancelled_parent && own.uncancel(group.parent) == 0 {
            is_cancelled = false;
        }
        if is_cancelled && group.errors.is_empty() {
            return Err(Error::Cancelled);
        }
        match ended {
            Err(error) if error != Error::Cancelled => group.errors.push(error),
            _ => {}
        }
        if group.errors.is_empty() {
            return Ok(());
        }
        if own.requests(group.parent) > 0 {
            own.uncancel(group.parent);
            own.cancel(group.parent);
        }
        Err(Error::Group(std::mem::take(&mut group.errors)))
    }

    /// Does the first of several things that can be done, and says what it was.
    async fn channel(&self, cases: Vec<(Case, i64)>) -> Outcome {
        let chosen = self.channels.borrow_mut().choose(&cases);
        self.tell_operations();
        let choice = match chosen {
            Some(choice) => choice,
            None => self.wait_for_channel(cases).await?,
        };
        match choice {
            Choice::Received(case, item) => Ok(format!("case {case}: {item}")),
            Choice::Sent(case) => Ok(format!("case {case}: None")),
            Choice::Closed => Err(Error::Closed),
            Choice::Cancelled => unreachable!("nobody else cancels it"),
        }
    }

    async fn wait_for_channel(&self, cases: Vec<(Case, i64)>) -> Result<Choice, Error> {
        let (future, number) = (self.own.future(), self.operations.borrow().len());
        self.operations.borrow_mut().insert(number, (future, None));
        self.channels.borrow_mut().add(number, cases.clone());
        let waited = self.own.wait(future).await;
        let choice = self
            .operations
            .borrow_mut()
            .get_mut(&number)
            .and_then(|one| one.1.take());
        let Err(error) = waited else {
            return Ok(choice.expect("it woke the task"));
        };
        let mut channels = self.channels.borrow_mut();
        match choice {
            None => channels.forget(number),
            // What has been handed over goes on to the next, or back to where it came from.
            Some(Choice::Received(case, item)) => channels.give_back(cases[case].0.channel, item),
            Some(_) => {}
        }
        drop(channels);
        self.tell_operations();
        Err(error)
    }

    /// Wakes the tasks whose operations have come to an end.
    fn tell_operations(&self) {
        for (number, choice) in self.channels.borrow_mut().take_through() {
            let mut operations = self.operations.borrow_mut();
            let one = operations.get_mut(&number).expect("it waits");
            one.1 = Some(choice);
            self.own.settle(one.0, Ok(String::new()));
        }
    }

    async fn settle(&self, rounds: u8) -> Result<(), Error> {
        for _ in 0..rounds {
            self.own.pause().await?;
            self.own.advance();
        }
        Ok(())
    }

    fn states(&self) {
        for (number, task) in self.tasks.borrow().iter().enumerate() {
            let state = match self.own.outcome(*task) {
                None => "waits".to_owned(),
                Some(_) if self.own.is_cancelled(*task) => "cancelled".to_owned(),
                Some(Ok(text)) => text,
                Some(Err(error)) => error.to_string(),
            };
            self.log(number as isize, state);
        }
    }

    fn not_done(&self) -> Vec<Id> {
        let tasks = self.tasks.borrow();
        let left = tasks.iter().filter(|task| !self.own.is_done(**task));
        left.copied().collect()
    }

    async fn main(self: Rc<World>, program: Program) -> Outcome {
        for body in &program.bodies {
            self.spawn(body);
        }
        for (rounds, number) in &program.moves {
            self.settle(*rounds).await?;
            self.cancel(MAIN, *number);
        }
        self.settle(40).await?;
        self.states();
        for _ in 0..30 {
            let left = self.not_done();
            for task in &left {
                self.own.cancel(*task);
            }
            if !left.is_empty() {
                self.settle(12).await?;
            }
        }
        self.states();
        Ok(String::new())
    }
}

/// A `TaskGroup`.
struct Group {
    parent: Id,
    tasks: Vec<Id>,
    errors: Vec<Error>,
    is_aborting: bool,
    has_cancelled_parent: bool,
    completed: Option<Id>,
}

impl Group {
    fn abort(&mut self, own: &Rc<Loop>) {
        if !std::mem::replace(&mut self.is_aborting, true) {
            for task in &self.tasks {
                own.cancel(*task);
            }
        }
    }

    fn task_is_done(&mut self, own: &Rc<Loop>, task: Id) {
        self.tasks.retain(|one| *one != task);
        if let (Some(completed), true) = (self.completed, self.tasks.is_empty()) {
            own.settle(completed, Ok(String::new()));
        }
        if own.is_cancelled(task) {
            return;
        }
        if let Some(Err(error)) = own.outcome(task) {
            self.errors.push(error);
            if !self.is_aborting && !self.has_cancelled_parent {
                self.abort(own);
                self.has_cancelled_parent = true;
                own.cancel(self.parent);
            }
        }
    }
}

/// The log that a program has to write.
pub fn predicted(program: &Program) -> Vec<String> {
    let own = Rc::new(Loop::default());
    let queue = |size: &usize| Queue {
        size: *size,
        ..Queue::default()
    };
    let world = Rc::new(World {
        own: Rc::clone(&own),
        tasks: RefCell::default(),
        log: RefCell::default(),
        serials: Cell::new(0),
        items: Cell::new(0),
        queues: RefCell::new(program.sizes.iter().map(queue).collect()),
        channels: RefCell::new(Channels::new(&program.capacities)),
        operations: RefCell::default(),
    });
    let main = own.task(Box::pin(Rc::clone(&world).main(program.clone())));
    while !own.is_done(main) {
        own.run_once();
    }
    world.log.take()
}
