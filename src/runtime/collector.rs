//! Collections as programs see them: `gc.callbacks`, the statistics that `gc.set_debug` asks for, and when one starts by itself.
#![forbid(unsafe_code)]

use super::state::{interpreter, state};
use super::{protocol, report};
use crate::object::gc::{OLDEST, Outcome, debug};
use crate::object::{Dict, List, Res, Str, Thread, Value};
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::time::Instant;

/// Serves the eval breaker's bit: collects if that is still due.
pub fn serve(thread: &Thread) {
    if let Some(generation) = thread.due_generation() {
        collect(thread, generation);
    }
}

/// Collects a generation and those younger. Inside another collection, and without memory for its lists, nothing happens.
pub fn collect(thread: &Thread, generation: u8) -> Outcome {
    if !thread.begin_collection() {
        return Outcome::default();
    }
    let outcome = collect_and_tell(thread, generation);
    thread.end_collection();
    outcome
}

fn collect_and_tell(thread: &Thread, generation: u8) -> Outcome {
    let has_callbacks = thread
        .interp
        .collector
        .callbacks
        .get()
        .payload::<List>()
        .is_some_and(|list| !list.is_empty());
    if has_callbacks {
        call_back(thread, "start", generation, Outcome::default());
    }
    let verbose = thread.collector_debug() & debug::STATS != 0;
    if verbose {
        announce(thread, generation);
    }
    let ts = state(thread);
    let gil = &ts.interpreter.gil;
    ts.ticket.collects(true, gil.now());
    let start = Instant::now();
    let outcome = thread.collect(generation).unwrap_or_default();
    ts.ticket.collects(false, gil.now());
    if generation == OLDEST && interpreter(thread).config.debug.check_heap {
        check(thread);
    }
    if verbose {
        let text = format!(
            "gc: done, {} unreachable, {} uncollectable, {:.4}s elapsed\n",
            outcome.collected + outcome.uncollectable,
            outcome.uncollectable,
            start.elapsed().as_secs_f64()
        );
        report::write_error(thread, text.as_bytes());
    }
    if has_callbacks {
        call_back(thread, "stop", generation, outcome);
    }
    outcome
}

static UNSOUND: AtomicBool = AtomicBool::new(false);

/// Whether no check in this process has found anything.
pub fn heap_is_sound() -> bool {
    !UNSOUND.load(Acquire)
}

/// Checks the heap once more, if the debug switch asks for it.
pub fn check_at_exit(thread: &Thread) {
    if interpreter(thread).config.debug.check_heap {
        check(thread);
    }
}

/// Checks the heap and reports what is wrong on the process's standard error, since the interpreter is not to be trusted any more.
fn check(thread: &Thread) {
    let checked = thread.check_heap();
    for fault in &checked.faults {
        eprintln!("check-heap: {fault}");
        UNSOUND.store(true, Release);
    }
}

fn announce(thread: &Thread, generation: u8) {
    let sizes = thread.generation_sizes();
    let text = format!(
        "gc: collecting generation {generation}...\ngc: objects in each generation: {} {} {}\n\
         gc: objects in permanent generation: {}\n",
        sizes[0],
        sizes[1],
        sizes[2],
        thread.frozen_count()
    );
    report::write_error(thread, text.as_bytes());
}

/// Calls every callback; what they raise is reported and goes no further.
fn call_back(thread: &Thread, phase: &str, generation: u8, outcome: Outcome) {
    let arguments = || -> Res<[Value; 2]> {
        let info = Dict::new_value(thread)?;
        if let Some(dict) = info.as_dict() {
            for (key, number) in [
                ("generation", generation as usize),
                ("collected", outcome.collected),
                ("uncollectable", outcome.uncollectable),
            ] {
                let key = thread.intern(key.as_bytes())?;
                dict.set(thread, key, thread.int(number as i64)?)?;
            }
        }
        Ok([Str::new_value(thread, phase)?, info])
    };
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(raised) => return drop(thread.take_raised(raised)),
    };
    let callbacks = thread.interp.collector.callbacks.get();
    let Some(list) = callbacks.payload::<List>() else {
        return;
    };
    let mut i = 0;
    while let Some(callback) = list.get(i) {
        if let Err(raised) = protocol::call_positional(thread, &callback, &arguments) {
            let exception = thread.take_raised(raised);
            report::unraisable(thread, &exception, &callback);
        }
        i += 1;
    }
}
