//! `src/runtime/`: the lock as it stands, and what stands in for the rest.

#[path = "../../../src/runtime/gate.rs"]
pub mod gate;
#[path = "../../../src/runtime/gil/mod.rs"]
pub mod gil;

/// A clock that goes on with every look.
pub mod clock {
    use std::sync::atomic::{AtomicU64, Ordering::*};

    pub fn monotonic() -> u64 {
        static NOW: AtomicU64 = AtomicU64::new(0);
        NOW.fetch_add(1000, Relaxed)
    }
}

/// States of threads.
pub mod state {
    use crate::base::sync::Arc;
    use crate::object::{Interp, Thread};
    use crate::runtime::gil::{GilMode, GlobalLock, Owed, Ticket};
    use std::cell::Cell;

    pub struct Interpreter {
        pub gil: Box<GlobalLock>,
        pub core: Arc<Interp>,
        pub has_lock: bool,
    }

    impl Interpreter {
        pub fn has_lock(&self) -> bool {
            self.has_lock
        }
    }

    #[repr(C)]
    pub struct ThreadState {
        pub core: Thread,
        pub ticket: Arc<Ticket>,
        pub interpreter: Arc<Interpreter>,
        pub is_main: Cell<bool>,
        pub number: u64,
        pub ticks: Cell<u64>,
        pub owed: Owed,
    }

    impl ThreadState {
        pub fn new(interpreter: &Arc<Interpreter>, number: u64) -> Box<ThreadState> {
            let id = match interpreter.has_lock {
                true => 1,
                false => interpreter.core.owners.take_id().unwrap(),
            };
            let state = Box::new(ThreadState {
                core: Thread {
                    breaker: Default::default(),
                    id,
                    interp: interpreter.core.clone(),
                    together: Cell::new(false),
                    comes_back_beside: Cell::new(false),
                },
                ticket: interpreter.gil.ticket(number, Arc::default()),
                interpreter: interpreter.clone(),
                is_main: Cell::new(number == 0),
                number,
                ticks: Cell::new(u64::MAX),
                owed: Owed::default(),
            });
            interpreter.gil.census.enrol(&state);
            state
        }
    }

    impl Drop for ThreadState {
        fn drop(&mut self) {
            self.interpreter.gil.census.strike(self);
            if !self.interpreter.has_lock {
                self.interpreter.core.owners.give_back(self.core.id);
            }
        }
    }

    pub fn state(thread: &Thread) -> &ThreadState {
        // SAFETY: every core is the beginning of a state.
        unsafe { &*(thread as *const Thread as *const ThreadState) }
    }
}

/// Waiting, as `src/runtime/threads.rs` does it.
pub mod threads {
    use super::state::state;
    use crate::object::{Raised, Res, Thread};
    use crate::runtime::gil::{self, Reason, Target, WaitQueue, Waited};

    pub fn wait(
        thread: &Thread,
        reason: Reason,
        queue: &WaitQueue,
        target: Target,
        deadline: Option<u64>,
        ready: &mut dyn FnMut() -> bool,
    ) -> Res<bool> {
        let ts = state(thread);
        let _shown = gil::show(ts, target);
        let waited = gil::blocking(thread, reason, || {
            ts.interpreter.gil.wait_in(ts, queue, deadline, ready)
        });
        match waited {
            Waited::Ready => Ok(true),
            Waited::TimedOut => Ok(false),
            Waited::Interrupted | Waited::Doomed => Err(Raised),
        }
    }
}
