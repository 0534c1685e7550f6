//! What can be seen of how threads share an interpreter: figures, and traces.

use super::{CollectorStatistics, GilSpec, Interpreter, Py};
use crate::base::sync::Arc;
use crate::runtime::gil::{
    Figures, GlobalLock, LockReport, ReplayReport, Shared, Stops, ThreadReport, Trace,
};
use crate::runtime::state;
use std::time::Duration;

/// What has been counted of the lock and the threads.
#[derive(Clone, Debug)]
pub struct GilStatistics {
    /// How the lock is handed over.
    pub spec: GilSpec,
    /// Time since the interpreter was made.
    pub elapsed: Duration,
    /// How often another thread than the last one has taken the lock.
    pub switches: u64,
    /// Threads that wait for the lock now.
    pub waiting: u32,
    /// The threads: those that are alive, and the last thousand of those that have ended.
    pub threads: Vec<ThreadReport>,
    /// How many more have ended.
    pub forgotten_threads: u64,
    /// What was counted of all threads together, the forgotten ones included.
    pub total: Figures,
    /// What is known of the replay, if this is one.
    pub replay: Option<ReplayReport>,
    /// In `off`, what threads stopped one another for, what cost most first.
    pub stops: Vec<Stops>,
    /// In `off`, the classes of the objects that threads shared, the most shared first.
    pub shared: Vec<Shared>,
}

impl GilStatistics {
    fn new(report: LockReport) -> GilStatistics {
        GilStatistics {
            spec: report.spec,
            elapsed: Duration::from_nanos(report.elapsed),
            switches: report.switches,
            waiting: report.waiting,
            threads: report.everybody.threads,
            forgotten_threads: report.everybody.forgotten_threads,
            total: report.everybody.total,
            replay: report.replay,
            stops: report.stops,
            shared: report.shared,
        }
    }
}

/// Looks at an interpreter's lock from outside: without attaching, from any native thread, also after the interpreter has ended.
#[derive(Clone)]
pub struct GilObserver(Arc<GlobalLock>);

impl GilObserver {
    /// What has been counted until now.
    pub fn statistics(&self) -> GilStatistics {
        GilStatistics::new(self.0.report())
    }

    /// Begins to record what threads do; false if that is being done already.
    pub fn start_trace(&self) -> bool {
        self.0.start_trace()
    }

    /// Ends recording; None if nothing was recorded.
    pub fn stop_trace(&self) -> Option<Trace> {
        self.0.stop_trace()
    }
}

impl GilObserver {
    /// Has event loops tell on standard error of calls that take longer than this; where such a call is, is known only if somebody asks at intervals
    /// ([`GilObserver::ask_slow_calls`]).
    pub fn watch_calls(&self, limit: Duration) {
        let limit = u64::try_from(limit.as_nanos()).unwrap_or(u64::MAX);
        self.0.watch_calls(limit);
    }

    /// Asks threads whose event loops have been held too long where they are.
    pub fn ask_slow_calls(&self) {
        self.0.ask_slow_calls();
    }
}

/// What is known of an interpreter that has ended.
pub struct Closed {
    /// What was counted of the lock and the threads.
    pub statistics: GilStatistics,
    /// What the cycle collector has done, by generation.
    pub collections: [CollectorStatistics; 3],
    /// Threads that it had to wait for waited for one another, and were given up.
    pub deadlocked: bool,
}

impl Interpreter {
    /// A look at the lock from outside.
    pub fn observer(&self) -> GilObserver {
        GilObserver(self.state.gil.clone())
    }

    /// What has been counted of the lock and the threads.
    pub fn gil_statistics(&self) -> GilStatistics {
        self.observer().statistics()
    }

    /// Ends the interpreter as dropping it does, and says what was counted.
    pub fn close(mut self) -> Closed {
        let (collections, deadlocked) = self.finish();
        Closed {
            statistics: self.gil_statistics(),
            collections,
            deadlocked,
        }
    }

    /// Shuts down, once.
    pub(super) fn finish(&mut self) -> ([CollectorStatistics; 3], bool) {
        if std::mem::replace(&mut self.finished, true) {
            return Default::default();
        }
        // Nobody else has the handle, so no thread of the host can come back.
        let detects = self.state.config.deadlocks != super::DeadlockDetection::Off;
        self.state.gil.detect_deadlocks(detects);
        self.attach(|py: Py<'_>| {
            let deadlocked = super::shutdown::shut_down(py.thread);
            (py.collector_statistics(), deadlocked)
        })
    }
}

impl Py<'_> {
    /// What has been counted of the lock and the threads.
    pub fn gil_statistics(self) -> GilStatistics {
        GilStatistics::new(state::interpreter(self.thread).gil.report())
    }

    /// Marks the moment in the trace, if there is one.
    pub fn mark(self, text: &str) {
        let ts = state::state(self.thread);
        ts.interpreter.gil.mark(ts, text);
    }
}
