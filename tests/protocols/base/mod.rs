//! `lang/src/base/`: the synchronisation shim over shuttle.

/// `lang/src/base/sync.rs`.
pub mod sync {
    pub use shuttle::sync::{Arc, Weak};
    pub use shuttle_parking_lot::{Mutex, MutexGuard};
    pub use std::sync::OnceLock;

    pub mod atomic {
        pub use shuttle::sync::atomic::*;
    }

    pub const SPINS: u32 = 2;

    pub fn spin_hint() {
        shuttle::hint::spin_loop();
    }

    use std::collections::VecDeque;
    use std::time::Duration;

    /// A condition variable that wakes whom it is told to wake, the longest waiter first. A wait with a time limit may end at any moment.
    #[derive(Default)]
    pub struct Condvar {
        sleepers: shuttle::sync::Mutex<Sleepers>,
        changed: shuttle::sync::Condvar,
    }

    #[derive(Default)]
    struct Sleepers {
        next: u64,
        asleep: VecDeque<u64>,
    }

    pub struct WaitTimeoutResult(bool);

    impl WaitTimeoutResult {
        pub fn timed_out(&self) -> bool {
            self.0
        }
    }

    impl Condvar {
        pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
            let mut sleepers = self.sleepers.lock().unwrap();
            let this = sleepers.fall_asleep();
            MutexGuard::unlocked(guard, move || {
                while sleepers.asleep.contains(&this) {
                    sleepers = self.changed.wait(sleepers).unwrap();
                }
            });
        }

        pub fn wait_for<T>(&self, guard: &mut MutexGuard<'_, T>, _: Duration) -> WaitTimeoutResult {
            use shuttle::rand::Rng;
            let this = self.sleepers.lock().unwrap().fall_asleep();
            let timed_out = MutexGuard::unlocked(guard, || {
                loop {
                    shuttle::thread::yield_now();
                    let mut sleepers = self.sleepers.lock().unwrap();
                    let Some(i) = sleepers.asleep.iter().position(|&other| other == this) else {
                        return false;
                    };
                    if shuttle::rand::thread_rng().gen_bool(0.5) {
                        sleepers.asleep.remove(i);
                        return true;
                    }
                }
            });
            WaitTimeoutResult(timed_out)
        }

        pub fn notify_one(&self) {
            self.sleepers.lock().unwrap().asleep.pop_front();
            self.changed.notify_all();
        }

        pub fn notify_all(&self) {
            self.sleepers.lock().unwrap().asleep.clear();
            self.changed.notify_all();
        }
    }

    impl Sleepers {
        fn fall_asleep(&mut self) -> u64 {
            self.next += 1;
            self.asleep.push_back(self.next);
            self.next
        }
    }
}
