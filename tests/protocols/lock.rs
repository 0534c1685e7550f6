//! The lock: one thread at a time runs, who wants it gets it, and nobody is forgotten.

use crate::object::breaker::DROP_REQUEST;
use crate::runtime::gil::{self, GlobalLock, Reason};
use crate::runtime::state::{Interpreter, ThreadState};
use shuttle::sync::Arc;
use shuttle::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use shuttle::thread;

/// Names and programs.
pub const PROGRAMS: &[(&str, fn())] = &[
    ("lock::excludes_forced", || excludes("interval")),
    ("lock::excludes_fair", || excludes("interval,fair")),
    ("lock::excludes_race", || excludes("ticks:100,race")),
    ("lock::excludes_boost", || excludes("interval,boost")),
    ("lock::excludes_off", || excludes("off")),
    ("lock::request_is_served", || request_is_served("interval")),
    ("lock::request_is_served_fair", || {
        request_is_served("interval,fair")
    }),
    ("lock::request_is_served_boost", || {
        request_is_served("interval,boost")
    }),
    (
        "lock::spec_changes_while_threads_wait",
        spec_changes_while_threads_wait,
    ),
    ("lock::alone_is_alone", alone_is_alone),
    ("lock::world_opens", world_opens),
    ("lock::blocks_beside_others", blocks_beside_others),
];

/// An interpreter under this specification.
pub fn interpreter(spec: &str) -> Arc<Interpreter> {
    Arc::new(Interpreter {
        gil: Box::new(GlobalLock::new(spec.parse().unwrap())),
        core: Arc::default(),
        has_lock: spec != "off",
    })
}

/// Runs `body` in so many threads of the interpreter, numbered from 0, until all have ended.
pub fn run(interpreter: &Arc<Interpreter>, count: usize, body: impl Fn(&ThreadState) + 'static) {
    struct Body<F>(Arc<F>);
    // SAFETY: shuttle runs all threads on one native thread.
    unsafe impl<F> Send for Body<F> {}
    let body = Arc::new(body);
    for _ in 0..count {
        interpreter.gil.arrive();
    }
    let start = |number| {
        let interpreter = interpreter.clone();
        let body = Body(body.clone());
        thread::spawn(move || {
            let body = { body };
            let ts = ThreadState::new(&interpreter, number);
            interpreter.gil.take(&ts, false);
            body.0(&ts);
            interpreter.gil.release(&ts, Reason::Exit);
            interpreter.gil.depart();
        })
    };
    let threads: Vec<_> = (0..count as u64).map(start).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(interpreter.gil.report().waiting, 0);
}

/// A safepoint; whether the thread was asked to let others run.
pub fn safepoint(ts: &ThreadState) -> bool {
    let is_asked = ts.core.breaker.load(Relaxed) & DROP_REQUEST != 0;
    if is_asked {
        ts.interpreter.gil.yield_to_waiters(ts);
    }
    is_asked
}

/// What one thread at a time may do.
#[derive(Default)]
struct Sole(AtomicBool);

impl Sole {
    fn work(&self) {
        assert!(!self.0.swap(true, SeqCst), "two threads run");
        thread::yield_now();
        self.0.store(false, SeqCst);
    }
}

fn excludes(spec: &str) {
    let sole = Sole::default();
    run(&interpreter(spec), 3, move |ts| {
        sole.work();
        safepoint(ts);
        sole.work();
        gil::blocking(&ts.core, Reason::Io, thread::yield_now);
        sole.work();
        ts.interpreter.gil.turn_over(ts);
        sole.work();
    });
}

/// A thread that never blocks lets another one run, at the first safepoint after that asked.
fn request_is_served(spec: &str) {
    let over = AtomicBool::new(false);
    run(&interpreter(spec), 3, move |ts| match ts.number {
        0 => {
            while !over.load(SeqCst) {
                let before = ts.interpreter.gil.switches();
                if safepoint(ts) {
                    assert!(
                        ts.interpreter.gil.switches() > before,
                        "who asked had no turn"
                    );
                }
                thread::yield_now();
            }
        }
        number => {
            gil::blocking(&ts.core, Reason::Io, thread::yield_now);
            if number == 1 {
                over.store(true, SeqCst);
            }
        }
    });
}

/// Threads that wait under one policy get the lock under the next.
fn spec_changes_while_threads_wait() {
    let done = AtomicU32::new(0);
    run(&interpreter("ticks:100,race"), 3, move |ts| {
        let gil = &ts.interpreter.gil;
        if ts.number == 1 {
            gil.set_spec("interval:1ms".parse().unwrap());
        }
        while ts.number == 0 && done.load(SeqCst) < 2 {
            gil.turn_over(ts);
            safepoint(ts);
            thread::yield_now();
        }
        done.fetch_add(1, SeqCst);
    });
}

/// Who runs how.
#[derive(Default)]
struct World {
    together: AtomicU32,
    alone: AtomicBool,
}

impl World {
    /// Does something the way in which the thread runs now.
    fn work(&self, ts: &ThreadState) {
        if ts.core.runs_together() {
            self.together.fetch_add(1, SeqCst);
            assert!(
                !self.alone.load(SeqCst),
                "a thread runs beside one that is alone"
            );
            thread::yield_now();
            assert!(
                !self.alone.load(SeqCst),
                "a thread runs beside one that is alone"
            );
            self.together.fetch_sub(1, SeqCst);
        } else {
            assert!(!self.alone.swap(true, SeqCst), "two threads are alone");
            assert_eq!(
                self.together.load(SeqCst),
                0,
                "a thread that is alone has company"
            );
            thread::yield_now();
            assert_eq!(
                self.together.load(SeqCst),
                0,
                "a thread that is alone has company"
            );
            self.alone.store(false, SeqCst);
        }
    }
}

/// A safepoint of the dispatch loop in `off`.
fn safepoint_of_loop(ts: &ThreadState) {
    if ts.core.breaker.load(Relaxed) & DROP_REQUEST != 0 {
        ts.interpreter.gil.make_way(ts);
    }
}

/// While a thread is alone, no other runs.
fn alone_is_alone() {
    let world = World::default();
    run(&interpreter("off"), 3, move |ts| {
        let gil = &ts.interpreter.gil;
        world.work(ts);
        gil.make_way(ts);
        world.work(ts);
        safepoint_of_loop(ts);
        world.work(ts);
        if ts.number > 0 {
            if let Some(stop) = gil.alone(ts) {
                gil.note_stop(ts, "a test", stop);
            }
            assert!(!ts.core.runs_together());
            world.work(ts);
            if ts.number > 1 {
                gil::blocking(&ts.core, Reason::Io, thread::yield_now);
                world.work(ts);
            }
            safepoint(ts);
            assert!(!ts.core.runs_together());
            world.work(ts);
            gil.make_way(ts);
        }
        world.work(ts);
        gil.alone(ts);
        world.work(ts);
    });
}

/// Threads that never block, and ask for nothing, run at the same time: each waits for what the others do.
fn world_opens() {
    let come = AtomicU32::new(0);
    run(&interpreter("off"), 3, move |ts| {
        come.fetch_add(1, SeqCst);
        while come.load(SeqCst) < 3 {
            safepoint_of_loop(ts);
            thread::yield_now();
        }
        ts.interpreter.gil.alone(ts);
    });
}

/// A thread that ran beside others may do so again when it has blocked, and who wants to be alone still is.
fn blocks_beside_others() {
    let world = World::default();
    run(&interpreter("off"), 3, move |ts| {
        let gil = &ts.interpreter.gil;
        gil.make_way(ts);
        for _ in 0..2 {
            world.work(ts);
            let mut may_come_back_beside = ts.core.runs_together();
            if ts.number == 1 {
                ts.core.come_back_beside();
                may_come_back_beside = true;
            }
            gil::blocking(&ts.core, Reason::Io, thread::yield_now);
            assert!(may_come_back_beside || !ts.core.runs_together());
            world.work(ts);
            safepoint_of_loop(ts);
            if ts.number == 2 {
                gil.alone(ts);
                world.work(ts);
            }
        }
    });
}
