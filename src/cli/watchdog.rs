//! `--async-warn`: asks at intervals where calls are that hold an event loop for too long.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;
use taipan::api::GilObserver;

/// A native thread that asks until it is told to end.
pub struct Watchdog {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Watchdog {
    /// Has calls watched from now on; None if the system has no thread left.
    pub fn start(observer: GilObserver, limit: Duration) -> Option<Watchdog> {
        observer.watch_calls(limit);
        let (stop, stopped) = channel();
        let every = (limit / 4).clamp(Duration::from_millis(1), Duration::from_millis(100));
        let thread = std::thread::Builder::new()
            .name("async-warn".to_owned())
            .spawn(move || watch(&observer, every, &stopped))
            .ok()?;
        Some(Watchdog { stop, thread })
    }

    /// Ends.
    pub fn finish(self) {
        // The thread ends by itself if it is gone already.
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}

fn watch(observer: &GilObserver, every: Duration, stopped: &Receiver<()>) {
    while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(every) {
        observer.ask_slow_calls();
    }
}
