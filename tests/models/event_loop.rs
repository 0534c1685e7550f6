//! An event loop as the documentation of asyncio has it: callbacks in the order in which they were asked for, futures, tasks, timers.
//!
//! Coroutines are Rust's own, which wait for nothing but `Loop::pause` and `Loop::wait`; what a task is thrown is what these two give. Time is a number
//! that the program moves. Nothing here is shared with the interpreter's event loop.

use std::cell::RefCell;
use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// An exception.
#[derive(Clone, PartialEq, Debug)]
pub enum Error {
    Cancelled,
    Oops(usize),
    Timeout,
    Closed,
    Group(Vec<Error>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Cancelled => f.write_str("CancelledError"),
            Error::Oops(n) => write!(f, "Oops {n}"),
            Error::Timeout => f.write_str("TimeoutError"),
            Error::Closed => f.write_str("Closed"),
            Error::Group(errors) => {
                let shown: Vec<String> = errors.iter().map(Error::to_string).collect();
                write!(f, "Group[{}]", shown.join(", "))
            }
        }
    }
}

/// A future, by its number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Id(usize);

/// What can be cancelled before the loop calls it, and what can be removed from a future.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Handle(usize);

/// The result of a future is a text; most have none.
pub type Outcome = Result<String, Error>;
pub type Coroutine = Pin<Box<dyn Future<Output = Outcome>>>;
type Callback = Box<dyn FnOnce(&Rc<Loop>)>;
type DoneCallback = Rc<dyn Fn(&Rc<Loop>, Id)>;

enum Kind {
    Plain,
    Task {
        /// None while it runs, and afterwards.
        coroutine: Option<Coroutine>,
        must_cancel: bool,
        waits_for: Option<Id>,
        requests: usize,
    },
    Gathering {
        children: Vec<Id>,
        cancel_requested: bool,
    },
}

struct OneFuture {
    /// `Err(Error::Cancelled)` is not the same as being cancelled.
    outcome: Option<Outcome>,
    is_cancelled: bool,
    callbacks: Vec<(Handle, DoneCallback)>,
    kind: Kind,
}

#[derive(Default)]
struct State {
    ready: VecDeque<(Handle, Callback)>,
    timers: Vec<(f64, Handle, Callback)>,
    cancelled: HashSet<Handle>,
    handles: usize,
    futures: Vec<OneFuture>,
    current: Option<Id>,
    /// What the running task is thrown.
    thrown: Option<Error>,
    /// What it waits for; none for the next round.
    yielded: Option<Id>,
    now: f64,
}

/// The loop.
#[derive(Default)]
pub struct Loop(RefCell<State>);

impl Loop {
    pub fn time(&self) -> f64 {
        self.0.borrow().now
    }

    pub fn advance(&self) {
        self.0.borrow_mut().now += 1.0;
    }

    pub fn call_soon(&self, callback: impl FnOnce(&Rc<Loop>) + 'static) -> Handle {
        let mut state = self.0.borrow_mut();
        let handle = state.handle();
        state.ready.push_back((handle, Box::new(callback)));
        handle
    }

    pub fn call_at(&self, when: f64, callback: impl FnOnce(&Rc<Loop>) + 'static) -> Handle {
        let mut state = self.0.borrow_mut();
        let handle = state.handle();
        state.timers.push((when, handle, Box::new(callback)));
        handle
    }

    pub fn forget(&self, handle: Handle) {
        self.0.borrow_mut().cancelled.insert(handle);
    }

    pub fn future(&self) -> Id {
        self.0.borrow_mut().add(Kind::Plain)
    }

    pub fn gathering(&self, children: Vec<Id>) -> Id {
        self.0.borrow_mut().add(Kind::Gathering {
            children,
            cancel_requested: false,
        })
    }

    /// A task begins in the next round.
    pub fn task(self: &Rc<Loop>, coroutine: Coroutine) -> Id {
        let task = self.0.borrow_mut().add(Kind::Task {
            coroutine: Some(coroutine),
            must_cancel: false,
            waits_for: None,
            requests: 0,
        });
        self.call_soon(move |own| own.step(task, None));
        task
    }

    /// The task that runs.
    pub fn current(&self) -> Id {
        self.0.borrow().current.expect("a task runs")
    }

    pub fn is_done(&self, future: Id) -> bool {
        self.0.borrow().futures[future.0].outcome.is_some()
    }

    pub fn is_cancelled(&self, future: Id) -> bool {
        self.0.borrow().futures[future.0].is_cancelled
    }

    /// How a future ended.
    pub fn outcome(&self, future: Id) -> Option<Outcome> {
        self.0.borrow().futures[future.0].outcome.clone()
    }

    /// Whether the tasks of a `gather` were cancelled through it.
    pub fn is_asked_to_cancel(&self, gathering: Id) -> bool {
        let state = self.0.borrow();
        matches!(
            state.futures[gathering.0].kind,
            Kind::Gathering {
                cancel_requested: true,
                ..
            }
        )
    }

    /// Ends a future. Nothing if it is done.
    pub fn settle(&self, future: Id, outcome: Outcome) {
        self.end(future, outcome, false);
    }

    fn end(&self, future: Id, outcome: Outcome, is_cancelled: bool) {
        let callbacks = {
            let mut state = self.0.borrow_mut();
            let one = &mut state.futures[future.0];
            if one.outcome.is_some() {
                return;
            }
            one.outcome = Some(outcome);
            one.is_cancelled = is_cancelled;
            std::mem::take(&mut one.callbacks)
        };
        for (_, callback) in callbacks {
            self.call_soon(move |own| callback(own, future));
        }
    }

    pub fn when_done(&self, future: Id, callback: impl Fn(&Rc<Loop>, Id) + 'static) -> Handle {
        if self.is_done(future) {
            return self.call_soon(move |own| callback(own, future));
        }
        let mut state = self.0.borrow_mut();
        let handle = state.handle();
        let callbacks = &mut state.futures[future.0].callbacks;
        callbacks.push((handle, Rc::new(callback)));
        handle
    }

    /// Removes a callback that has not been asked for yet.
    pub fn no_longer(&self, future: Id, handle: Handle) {
        let mut state = self.0.borrow_mut();
        let callbacks = &mut state.futures[future.0].callbacks;
        callbacks.retain(|(own, _)| *own != handle);
    }

    /// What `cancel()` does, and returns.
    pub fn cancel(&self, future: Id) -> bool {
        if self.is_done(future) {
            return false;
        }
        match self.asked_to_cancel(future) {
            Cancel::Now => self.end(future, Err(Error::Cancelled), true),
            Cancel::What(Some(other)) if self.cancel(other) => {}
            Cancel::What(_) => {
                self.set_must_cancel(future, true);
            }
            Cancel::All(children) => {
                let answers: Vec<bool> = children.iter().map(|one| self.cancel(*one)).collect();
                if !answers.contains(&true) {
                    return false;
                }
                let mut state = self.0.borrow_mut();
                if let Kind::Gathering {
                    cancel_requested, ..
                } = &mut state.futures[future.0].kind
                {
                    *cancel_requested = true;
                }
            }
        }
        true
    }

    fn asked_to_cancel(&self, future: Id) -> Cancel {
        match &mut self.0.borrow_mut().futures[future.0].kind {
            Kind::Plain => Cancel::Now,
            Kind::Task {
                waits_for,
                requests,
                ..
            } => {
                *requests += 1;
                Cancel::What(*waits_for)
            }
            Kind::Gathering { children, .. } => Cancel::All(children.clone()),
        }
    }

    fn set_must_cancel(&self, task: Id, value: bool) -> bool {
        match &mut self.0.borrow_mut().futures[task.0].kind {
            Kind::Task { must_cancel, .. } => std::mem::replace(must_cancel, value),
            _ => unreachable!("only tasks run"),
        }
    }

    /// How often the cancellation of a task was asked for.
    pub fn requests(&self, task: Id) -> usize {
        match self.0.borrow().futures[task.0].kind {
            Kind::Task { requests, .. } => requests,
            _ => unreachable!("only tasks run"),
        }
    }

    /// Takes back one request. Returns how many are left.
    pub fn uncancel(&self, task: Id) -> usize {
        match &mut self.0.borrow_mut().futures[task.0].kind {
            Kind::Task {
                requests,
                must_cancel,
                ..
            } => {
                *requests = requests.saturating_sub(1);
                *must_cancel &= *requests > 0;
                *requests
            }
            _ => unreachable!("only tasks run"),
        }
    }

    /// `await asyncio.sleep(0)`.
    pub async fn pause(self: &Rc<Loop>) -> Result<(), Error> {
        self.suspend(None).await
    }

    /// Awaits a future.
    pub async fn wait(self: &Rc<Loop>, future: Id) -> Outcome {
        if !self.is_done(future) {
            self.suspend(Some(future)).await?;
        }
        self.outcome(future).expect("it woke the task")
    }

    fn suspend(self: &Rc<Loop>, what: Option<Id>) -> Suspension {
        Suspension {
            own: Rc::clone(self),
            what,
            has_begun: false,
        }
    }

    /// What a task is thrown before it has begun. Tasks ask for that first.
    pub fn begun(&self) -> Result<(), Error> {
        self.0.borrow_mut().thrown.take().map_or(Ok(()), Err)
    }

    fn step(self: &Rc<Loop>, task: Id, mut error: Option<Error>) {
        if self.set_must_cancel(task, false) && error != Some(Error::Cancelled) {
            error = Some(Error::Cancelled);
        }
        let mut running = self.0.borrow_mut().start(task, error);
        let polled = running
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        self.0.borrow_mut().current = None;
        if let Poll::Ready(outcome) = polled {
            match outcome {
                Ok(_) if self.set_must_cancel(task, false) => {
                    self.end(task, Err(Error::Cancelled), true);
                }
                outcome => {
                    let is_cancelled = outcome == Err(Error::Cancelled);
                    self.end(task, outcome, is_cancelled);
                }
            }
            return;
        }
        let yielded = self.0.borrow_mut().stop(task, running);
        let Some(future) = yielded else {
            self.call_soon(move |own| own.step(task, None));
            return;
        };
        self.when_done(future, move |own, future| {
            own.step(task, own.outcome(future).and_then(Result::err));
        });
        if self.set_must_cancel(task, false) && !self.cancel(future) {
            self.set_must_cancel(task, true);
        }
    }

    /// One round: the timers that are due, and the callbacks that are there when it begins.
    pub fn run_once(self: &Rc<Loop>) {
        self.0.borrow_mut().collect_timers();
        let count = self.0.borrow().ready.len();
        for _ in 0..count {
            let (handle, callback) = {
                let mut state = self.0.borrow_mut();
                state.ready.pop_front().expect("they were counted")
            };
            if !self.0.borrow_mut().cancelled.remove(&handle) {
                callback(self);
            }
        }
    }
}

/// What cancelling something means.
enum Cancel {
    Now,
    /// What it waits for, if anything; else it is thrown the cancellation when it runs.
    What(Option<Id>),
    All(Vec<Id>),
}

impl State {
    fn handle(&mut self) -> Handle {
        self.handles += 1;
        Handle(self.handles)
    }

    fn add(&mut self, kind: Kind) -> Id {
        self.futures.push(OneFuture {
            outcome: None,
            is_cancelled: false,
            callbacks: Vec::new(),
            kind,
        });
        Id(self.futures.len() - 1)
    }

    fn start(&mut self, task: Id, error: Option<Error>) -> Coroutine {
        self.current = Some(task);
        self.thrown = error;
        match &mut self.futures[task.0].kind {
            Kind::Task {
                coroutine,
                waits_for,
                ..
            } => {
                *waits_for = None;
                coroutine.take().expect("it is suspended")
            }
            _ => unreachable!("only tasks run"),
        }
    }

    fn stop(&mut self, task: Id, running: Coroutine) -> Option<Id> {
        let yielded = self.yielded.take();
        if let Kind::Task {
            coroutine,
            waits_for,
            ..
        } = &mut self.futures[task.0].kind
        {
            *coroutine = Some(running);
            *waits_for = yielded;
        }
        yielded
    }

    fn collect_timers(&mut self) {
        let now = self.now;
        let mut due: Vec<_> = self.timers.extract_if(.., |timer| timer.0 <= now).collect();
        due.sort_by(|one, other| one.0.total_cmp(&other.0));
        let due = due
            .into_iter()
            .map(|(_, handle, callback)| (handle, callback));
        self.ready.extend(due);
    }
}

/// Gives the loop its turn once; then what it was thrown.
struct Suspension {
    own: Rc<Loop>,
    what: Option<Id>,
    has_begun: bool,
}

impl Future for Suspension {
    type Output = Result<(), Error>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let own = Rc::clone(&self.own);
        let mut state = own.0.borrow_mut();
        if !self.has_begun {
            self.has_begun = true;
            state.yielded = self.what;
            return Poll::Pending;
        }
        Poll::Ready(state.thrown.take().map_or(Ok(()), Err))
    }
}
