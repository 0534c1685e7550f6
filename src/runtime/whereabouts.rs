//! Where every thread is and what it waits for, as people read it: in DeadlockError, and after a second Ctrl-C.

use super::frame;
use super::gil::{Activity, CallPlace, Target};
use super::state::{ThreadState, state};
use crate::base::sync::atomic::Ordering::*;
use crate::object::{Thread, Value, breaker};
use std::fmt::Write;
use std::sync::OnceLock;

/// Frames of a thread that are shown at most, from both ends.
const MOST_FRAMES: usize = 40;

/// A frame as it is shown.
struct Place {
    file: String,
    line: u32,
    function: String,
    is_library: bool,
}

/// A thread as it is shown.
struct Whereabouts {
    number: u64,
    name: String,
    activity: Activity,
    target: Option<Target>,
    taker: u64,
    /// The oldest frame first.
    places: Vec<Place>,
    /// The event loop that it runs.
    event_loop: Option<Value>,
}

impl Whereabouts {
    /// The newest frame of the program itself.
    fn own(&self) -> Option<usize> {
        self.places.iter().rposition(|place| !place.is_library)
    }

    /// What the program has called in the library, if the thread is in there.
    fn in_library(&self) -> Option<&Place> {
        // Below the program's frames lie those that start a thread.
        let starts = |place: &Place| place.function.starts_with("Thread.");
        let first = self.own().map_or(0, |own| own + 1);
        let mut places = self.places.iter().skip(first);
        places.find(|place| self.own().is_some() || !starts(place))
    }
}

/// How the tasks of an event loop are shown; the module of event loops says it.
pub struct TaskViews {
    /// A line for each task, each behind a line end.
    pub in_short: fn(&Thread, &Value) -> String,
    /// Whole lines, given the name of the loop's thread; empty without tasks.
    pub in_full: fn(&Thread, &str, &Value) -> String,
}

static TASK_VIEWS: OnceLock<TaskViews> = OnceLock::new();

/// Registers how tasks are shown; the first registration stays.
pub fn show_tasks_with(views: TaskViews) {
    let _ = TASK_VIEWS.set(views);
}

/// All threads that are attached or blocked. The running thread holds the lock.
fn everybody(thread: &Thread) -> Vec<Whereabouts> {
    let census = &state(thread).interpreter.gil.census;
    let mut all = Vec::new();
    // SAFETY: the running thread holds the lock, so the others are blocked, or wait for the lock with their frames saved.
    unsafe { census.look_at_all(|ts| all.extend(whereabouts(ts))) };
    all
}

/// Nothing for a thread that is not attached.
///
/// # Safety
/// The thread of `ts` changes nothing meanwhile.
unsafe fn whereabouts(ts: &ThreadState) -> Option<Whereabouts> {
    let (activity, _) = ts.ticket.stats.present();
    if activity == Activity::Outside {
        return None;
    }
    let target = *ts.ticket.target().lock();
    let taker = match target {
        // SAFETY: the caller holds the lock, without which the thread cannot end its wait for the object that the number lies in.
        Some(Target::Gate(taker)) => unsafe { (*taker).load(Relaxed) },
        _ => 0,
    };
    let mut places = Vec::new();
    let mut next = frame::newest(ts);
    while let Some(record) = next {
        // SAFETY: a live record of a thread that stands still; its code lives as long as it does.
        unsafe {
            let code = &*(*record).code;
            places.push(Place {
                file: code.plain.filename.to_string(),
                line: code.plain.position((*record).word_index()).line,
                function: code.plain.qualname.to_string(),
                is_library: code.plain.filename.starts_with("<library>/"),
            });
            next = frame::below(record);
        }
    }
    places.reverse();
    Some(Whereabouts {
        number: ts.ticket.number,
        name: ts.ticket.name(),
        activity,
        target,
        taker,
        places,
        event_loop: ts.event_loop.load(),
    })
}

/// The address of the newest frame, to know later which frames are above it.
pub fn newest_address(ts: &ThreadState) -> usize {
    frame::newest(ts).map_or(0, |record| record as usize)
}

/// Notes where the call of the calling thread's event loop is, if it has been asked for that.
#[cold]
#[inline(never)]
pub fn note_slow_call(ts: &ThreadState) {
    ts.core.breaker.fetch_and(!breaker::SLOW_CALL, AcqRel);
    let gil = &ts.interpreter.gil;
    let watch = &ts.ticket.call;
    let Some(base) = watch.wants_place(gil.now(), gil.slow_limit()) else {
        return;
    };
    let mut found = None;
    let mut next = frame::newest(ts);
    while let Some(record) = next
        && record as usize != base
    {
        // SAFETY: a live record of the calling thread; its code lives as long as it does.
        unsafe {
            let code = &*(*record).code;
            let is_library = code.plain.filename.starts_with("<library>/");
            if !is_library || found.is_none() {
                found = Some(CallPlace {
                    file: code.plain.filename.to_string(),
                    line: code.plain.position((*record).word_index()).line,
                    function: code.plain.qualname.to_string(),
                });
            }
            if !is_library {
                break;
            }
            next = frame::below(record);
        }
    }
    if let Some(place) = found {
        watch.note(place);
    }
}

/// What a thread does, as a clause that follows its name.
fn doing(one: &Whereabouts, all: &[Whereabouts]) -> String {
    let name_of = |number: u64| {
        let known = all.iter().find(|other| other.number == number);
        known.map_or_else(|| format!("thread {number}"), |other| other.name.clone())
    };
    match (one.activity, one.target) {
        (_, Some(Target::Time)) => "sleeps".to_owned(),
        (_, Some(Target::Said(what))) => format!("waits {what}"),
        (_, Some(Target::End(number))) => format!("waits for the end of {}", name_of(number)),
        (_, Some(Target::Gate(_))) if one.taker == 0 => "waits for a lock".to_owned(),
        (_, Some(Target::Gate(_))) if one.taker == one.number + 1 => match one.in_library() {
            // A gate of the thread's own, which somebody else is to open.
            Some(place) => format!("waits in {}()", place.function),
            None => "waits for a lock that it has taken itself".to_owned(),
        },
        (_, Some(Target::Gate(_))) => {
            let taker = name_of(one.taker - 1);
            format!("waits for a lock that {taker} has taken")
        }
        (Activity::Running, _) => "runs".to_owned(),
        (Activity::Collecting, _) => "collects garbage".to_owned(),
        (Activity::Waiting, _) => "waits for its turn to run".to_owned(),
        (Activity::Io, _) => "waits for input or output".to_owned(),
        (Activity::Host, _) => "is in code of the host".to_owned(),
        _ => "is stopped".to_owned(),
    }
}

/// One line for each thread: what it waits for, and the place in the program. The running thread holds the lock.
pub fn in_short(thread: &Thread) -> String {
    let all = everybody(thread);
    let mut text = String::new();
    for one in &all {
        let _ = write!(text, "\n  {} {}", one.name, doing(one, &all));
        if let Some(place) = one.own().and_then(|own| one.places.get(own)) {
            let file = place.file.rsplit('/').next().unwrap_or(&place.file);
            let _ = write!(text, ", at {file}:{} in {}", place.line, place.function);
        }
        if let (Some(event_loop), Some(views)) = (&one.event_loop, TASK_VIEWS.get()) {
            text.push_str(&(views.in_short)(thread, event_loop));
        }
    }
    text
}

/// Every thread with its frames, the oldest first. The running thread holds the lock.
pub fn in_full(thread: &Thread) -> String {
    let all = everybody(thread);
    let mut text = String::from("Threads, each with its most recent call last:\n");
    for one in &all {
        let _ = writeln!(text, "{} {}", one.name, doing(one, &all));
        let count = one.places.len();
        for (i, place) in one.places.iter().enumerate() {
            if count > MOST_FRAMES && (MOST_FRAMES / 2..count - MOST_FRAMES / 2).contains(&i) {
                if i == MOST_FRAMES / 2 {
                    let _ = writeln!(text, "  ... {} more calls", count - MOST_FRAMES);
                }
                continue;
            }
            let (file, line, function) = (&place.file, place.line, &place.function);
            let _ = writeln!(text, "  File \"{file}\", line {line}, in {function}");
        }
    }
    for one in &all {
        if let (Some(event_loop), Some(views)) = (&one.event_loop, TASK_VIEWS.get()) {
            text.push_str(&(views.in_full)(thread, &one.name, event_loop));
        }
    }
    text
}
