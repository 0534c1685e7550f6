//! Telling of calls that hold the loop for too long (`--async-warn`): which call, how long, and the line at which the time went.
//!
//! A line is told of at most once a second; how often it was left out is told the next time.

use super::handle;
use super::run::Ready;
use super::task::shown_name;
use crate::base::sync::Mutex;
use crate::modules::import::library::FOLDER;
use crate::object::{Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::function::{BoundMethod, BuiltinFunction, Function};
use crate::runtime::gil::{CallPlace, OuterCall, duration};
use crate::runtime::state::state;
use crate::runtime::whereabouts;
use rustc_hash::FxHashMap;
use std::io::Write;
use std::sync::OnceLock;

/// Places that are remembered at most.
const MOST_PLACES: usize = 1000;
/// Nanoseconds for which a place is not told of again.
const PAUSE: u64 = 1_000_000_000;

/// What was told of a place: when, and how often it was left out since.
type Told = FxHashMap<String, (u64, u64)>;

static TOLD: OnceLock<Mutex<Told>> = OnceLock::new();

/// A call begins; None if calls are not watched.
#[inline(always)]
pub(super) fn begin(thread: &Thread) -> Option<OuterCall> {
    let ts = state(thread);
    match ts.interpreter.gil.slow_limit() {
        0 => None,
        _ => Some(begin_watching(thread)),
    }
}

#[cold]
#[inline(never)]
fn begin_watching(thread: &Thread) -> OuterCall {
    let ts = state(thread);
    let base = whereabouts::newest_address(ts);
    ts.ticket.call.begin(ts.interpreter.gil.now(), base)
}

/// The call of something ready has ended.
#[cold]
#[inline(never)]
pub(super) fn end(thread: &Thread, outer: OuterCall, ready: &Ready) {
    let ts = state(thread);
    let gil = &ts.interpreter.gil;
    let now = gil.now();
    let (took, place) = ts.ticket.call.end(now, outer);
    let limit = gil.slow_limit();
    if limit == 0 || took <= limit {
        return;
    }
    let (what, defined) = described(thread, ready);
    let place = place.or(defined);
    let at = match &place {
        Some(place) => format!("{}:{}: ", place.file, place.line),
        None => String::new(),
    };
    let told = TOLD.get_or_init(Mutex::default);
    let left_out = {
        let mut told = told.lock();
        if told.len() >= MOST_PLACES {
            told.retain(|_, (when, _)| now.saturating_sub(*when) <= PAUSE);
        }
        let is_full = told.len() >= MOST_PLACES;
        let key = if at.is_empty() { &what } else { &at };
        match told.get_mut(key) {
            Some((when, count)) if now.saturating_sub(*when) <= PAUSE => {
                *count += 1;
                return;
            }
            Some((when, count)) => {
                *when = now;
                std::mem::take(count)
            }
            None if is_full => return,
            None => {
                told.insert(key.clone(), (now, 0));
                0
            }
        }
    };
    let within = match &place {
        Some(place) => format!(", in {}", place.function),
        None => String::new(),
    };
    let more = match left_out {
        0 => String::new(),
        1 => " (and once before)".to_owned(),
        count => format!(" (and {count} times before)"),
    };
    let mut text = format!(
        "{at}{what} held the event loop for {}{within}{more}\n",
        duration(took)
    );
    let line = place.and_then(|place| line_of(thread, &place));
    if let Some(line) = line
        .as_deref()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        text.push_str(&format!("  {line}\n"));
    }
    // Without a standard error there is nobody to tell.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// The text of a line of source.
fn line_of(thread: &Thread, place: &CallPlace) -> Option<String> {
    let sources = &state(thread).interpreter.sources;
    let text = sources.text(&place.file)?;
    let line = text.lines().nth(place.line.checked_sub(1)? as usize)?;
    Some(line.to_owned())
}

/// What was called, and where that begins.
fn described(thread: &Thread, ready: &Ready) -> (String, Option<CallPlace>) {
    match ready {
        Ready::Task(task) => (format!("task '{}'", shown_name(thread, task)), None),
        Ready::Callback { callback, .. } => described_callback(thread, callback),
        Ready::Wake(_) => ("the end of a sleep".to_owned(), None),
        Ready::Handle(value) => match handle::call_of(thread, value) {
            Ok(Some(call)) => described_callback(thread, &call.callback),
            Ok(None) => ("a callback".to_owned(), None),
            Err(raised) => {
                drop(thread.take_raised(raised));
                ("a callback".to_owned(), None)
            }
        },
    }
}

fn described_callback(thread: &Thread, callback: &Value) -> (String, Option<CallPlace>) {
    if let Some(method) = callback.payload::<BoundMethod>() {
        return described_callback(thread, &method.function);
    }
    if let Some(native) = callback.payload::<BuiltinFunction>() {
        return (format!("{}()", native.qualified_name(thread)), None);
    }
    let Some(function) = callback.payload::<Function>() else {
        return ("a callback".to_owned(), None);
    };
    let name = function.qualname.get();
    let name = name.as_str().unwrap_or("a function").to_owned();
    let code = function.code.get();
    let place = code.payload::<Code>().map(|code| CallPlace {
        file: code.plain.filename.to_string(),
        line: code.plain.first_line,
        function: name.clone(),
    });
    let place = place.filter(|place| !place.file.starts_with(FOLDER));
    (format!("{name}()"), place)
}
