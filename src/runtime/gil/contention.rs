//! What threads stopped one another for (`off`), and the objects of which classes they shared.
//!
//! A thread that has had to wait until it was alone says what for, and the time for which it then is alone, until others run again, is counted
//! under the same words. Both tables have a limited number of rows; what is beyond that is counted in one row.
//!
//! **Invariant**: the tables are written by threads that are alone. Their mutex may be taken while the lock's own is held, not the other way round.
#![forbid(unsafe_code)]

use crate::base::sync::atomic::{AtomicBool, Ordering::*};
use crate::base::sync::{Mutex, MutexGuard};
use crate::object::traffic::Transfer;
use rustc_hash::FxHashMap;

/// Rows of a table.
const MOST_ROWS: usize = 500;
/// Characters of a name.
const LONGEST_NAME: usize = 100;
/// The name of the row for all that the table has no row for.
const OTHERS: &str = "(others)";

/// A thread has become alone, for which it has waited.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    /// For how long.
    pub(super) waited: u64,
    /// When that was over.
    pub(super) since: u64,
    /// Others ran when it began to wait.
    pub(super) has_stopped: bool,
    /// Others wait now.
    pub(super) keeps_waiting: bool,
}

/// What is known of one cause for which threads stopped others. Times are nanoseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    /// The name of a native function or class that was called, or what was done.
    pub cause: String,
    /// How often a thread had to wait until it was alone.
    pub count: u64,
    /// How long that took.
    pub waited: u64,
    /// The longest time that it took.
    pub longest_wait: u64,
    /// For how long the thread was alone then, until others ran again; only where others waited for that.
    pub alone: u64,
    /// The longest such time.
    pub longest_alone: u64,
}

/// How often threads shared objects of one class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The name of the class.
    pub class: String,
    /// Objects of other threads that were read.
    pub published: u64,
    /// Objects that were written by another thread than the one that had them, or after they had been published.
    pub taken_over: u64,
    /// Objects whose references each thread has counted by itself.
    pub counted_apart: u64,
}

impl Shared {
    /// The figures by [`Transfer`]; 0 for what is not counted by class.
    pub fn count(&self, what: Transfer) -> u64 {
        match what {
            Transfer::Published => self.published,
            Transfer::TakenOver => self.taken_over,
            Transfer::CountedApart => self.counted_apart,
            _ => 0,
        }
    }
}

/// See the module.
#[derive(Default)]
pub(super) struct Contention {
    tables: Mutex<Tables>,
    /// The thread that is alone has had to wait for that, and keeps others waiting.
    is_closed: AtomicBool,
}

#[derive(Default)]
pub(super) struct Tables {
    stops: Rows<Stops>,
    shared: Rows<Shared>,
    /// The row of what somebody is alone for, and since when.
    present: Option<(usize, u64)>,
}

/// Rows by their names.
#[derive(Default)]
struct Rows<R> {
    places: FxHashMap<Box<str>, usize>,
    rows: Vec<R>,
}

impl<R: Default> Rows<R> {
    /// The row with this name, which `called` writes into a new one.
    fn place(&mut self, name: &str, called: impl FnOnce(&mut R, String)) -> usize {
        let name = match name.char_indices().nth(LONGEST_NAME) {
            Some((end, _)) => &name[..end],
            None => name,
        };
        if let Some(&place) = self.places.get(name) {
            return place;
        }
        let name = match self.rows.len() {
            ..MOST_ROWS => name,
            MOST_ROWS => OTHERS,
            more => return more - 1,
        };
        let mut row = R::default();
        called(&mut row, name.to_owned());
        self.rows.push(row);
        self.places.insert(name.into(), self.rows.len() - 1);
        self.rows.len() - 1
    }
}

impl Stops {
    fn add_alone(&mut self, time: u64) {
        self.alone += time;
        self.longest_alone = self.longest_alone.max(time);
    }
}

impl Contention {
    /// A thread has become alone for this cause.
    pub(super) fn begin(&self, cause: &str, stop: Stop) {
        let mut tables = self.tables.lock();
        let place = tables.stops.place(cause, |row, name| row.cause = name);
        let row = &mut tables.stops.rows[place];
        row.count += 1;
        row.waited += stop.waited;
        row.longest_wait = row.longest_wait.max(stop.waited);
        if stop.keeps_waiting {
            tables.present = Some((place, stop.since));
            self.is_closed.store(true, Relaxed);
        }
    }

    /// The thread that was alone is so no longer, or is about to stop.
    pub(super) fn end(&self, now: u64) {
        if !self.is_closed.load(Relaxed) {
            return;
        }
        let mut tables = self.tables.lock();
        if let Some((place, since)) = tables.present.take() {
            tables.stops.rows[place].add_alone(now.saturating_sub(since));
        }
        self.is_closed.store(false, Relaxed);
    }

    /// An object of this class was shared.
    pub(super) fn share(&self, class: &str, how: Transfer) {
        let mut tables = self.tables.lock();
        let place = tables.shared.place(class, |row, name| row.class = name);
        let row = &mut tables.shared.rows[place];
        match how {
            Transfer::Published => row.published += 1,
            Transfer::TakenOver => row.taken_over += 1,
            _ => row.counted_apart += 1,
        }
    }

    /// Keeps the tables as they are.
    pub(super) fn lock(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock()
    }

    /// Both tables at the time `now`, what cost most first.
    pub(super) fn report(&self, now: u64) -> (Vec<Stops>, Vec<Shared>) {
        let tables = self.tables.lock();
        let (mut stops, mut shared) = (tables.stops.rows.clone(), tables.shared.rows.clone());
        if let Some((place, since)) = tables.present {
            stops[place].add_alone(now.saturating_sub(since));
        }
        drop(tables);
        stops.sort_by(|a, b| {
            let order = (b.waited + b.alone).cmp(&(a.waited + a.alone));
            order.then_with(|| a.cause.cmp(&b.cause))
        });
        let count = |row: &Shared| row.published + row.taken_over + row.counted_apart;
        shared.sort_by(|a, b| {
            let order = count(b).cmp(&count(a));
            order.then_with(|| a.class.cmp(&b.class))
        });
        (stops, shared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(waited: u64, since: u64) -> Stop {
        Stop {
            waited,
            since,
            has_stopped: true,
            keeps_waiting: true,
        }
    }

    #[test]
    fn times_are_counted_under_what_they_were_for() {
        let contention = Contention::default();
        contention.begin("sort", stop(10, 100));
        contention.end(150);
        contention.end(1000);
        contention.begin("raise", stop(5, 200));
        contention.end(210);
        let last = Stop {
            keeps_waiting: false,
            ..stop(0, 210)
        };
        contention.begin("raise", last);
        contention.end(290);
        contention.begin("sort", stop(3, 300));
        let (stops, shared) = contention.report(400);
        assert_eq!(shared, []);
        let sort = Stops {
            cause: "sort".to_owned(),
            count: 2,
            waited: 13,
            longest_wait: 10,
            alone: 150,
            longest_alone: 100,
        };
        assert_eq!(stops[0], sort);
        assert_eq!((stops[1].cause.as_str(), stops[1].alone), ("raise", 10));
    }

    #[test]
    fn a_program_that_makes_names_up_gets_no_endless_tables() {
        let contention = Contention::default();
        for i in 0..2 * MOST_ROWS {
            contention.share(&format!("Class{i}"), Transfer::Published);
            contention.share("Class7", Transfer::TakenOver);
        }
        contention.share(&"x".repeat(100_000), Transfer::CountedApart);
        let (_, shared) = contention.report(0);
        assert_eq!(shared.len(), MOST_ROWS + 1);
        assert_eq!(shared[0].class, "Class7");
        assert_eq!(shared[1].class, OTHERS);
        assert_eq!(shared[1].published, MOST_ROWS as u64);
        assert_eq!(shared[1].counted_apart, 1);
    }
}
