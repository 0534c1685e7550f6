//! `_gil`: the native half of the module `gil`, through which programs choose how the lock is handed over and see what it does.
#![forbid(unsafe_code)]

mod statistics;

use crate::object::{Dict, NativeDef, Res, Str, Thread, Value};
use crate::runtime::deadlock;
use crate::runtime::gil::{self, GilMode, GilSpec, Reason, Trace};
use crate::runtime::module::ModuleDef;
use crate::runtime::state::{interpreter, state};
use crate::runtime::whereabouts;
use crate::types::exception::os_error::from_errno;
use crate::types::text::args::type_name;
use std::io::{BufWriter, Write};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_gil",
    doc: "How threads share the interpreter.",
    functions: &[
        NativeDef::function("mode", "()", mode).doc("How the lock is handed over now."),
        NativeDef::function("set_mode", "(spec, /)", set_mode)
            .doc("Changes how the lock is handed over; the specifications are those of --gil."),
        NativeDef::function("stats", "()", statistics::stats)
            .doc("What was counted of the lock and of each thread. Times are seconds."),
        NativeDef::function("threads", "()", threads)
            .doc("Where all threads are and what they wait for, as text."),
        NativeDef::function("start_trace", "()", start_trace)
            .doc("Begins to record what threads do; false if that is being done already."),
        NativeDef::function("stop_trace", "(path=None, width=100, /)", stop_trace)
            .doc("Ends the recording: into a file of Trace Event JSON, or as lanes of text."),
        NativeDef::function("mark", "(text, /)", mark)
            .doc("Marks the moment in the trace, if there is one."),
    ],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let class = deadlock::class(thread)?;
    dict.set(thread, thread.intern(b"DeadlockError")?, class)
}

fn text_argument(thread: &Thread, value: &Value, function: &str) -> Res<String> {
    match value.as_str_object() {
        Some(text) => Ok(text.to_text().into_owned()),
        None => Err(thread.type_error(format!(
            "{function}() argument must be str, not {}",
            type_name(thread, value)
        ))),
    }
}

fn mode(thread: &Thread, _: &[Value]) -> Res {
    Str::new_value(thread, &interpreter(thread).gil.spec().to_string())
}

fn set_mode(thread: &Thread, args: &[Value]) -> Res {
    let text = text_argument(thread, &args[0], "set_mode")?;
    let spec: GilSpec = text
        .parse()
        .map_err(|error: gil::BadGilSpec| thread.value_error(error.to_string()))?;
    let gil = &interpreter(thread).gil;
    let present = gil.spec();
    let is_off = |spec: &GilSpec| spec.mode == GilMode::Off;
    if is_off(&spec) != is_off(&present) {
        return Err(thread.value_error(format!(
            "cannot change from '{present}' to '{spec}': whether there is a lock is decided when the interpreter starts (--gil)"
        )));
    }
    if spec.modifiers.seed.is_some() || present.modifiers.seed.is_some() {
        return Err(thread.value_error(format!(
            "cannot change from '{present}' to '{spec}': a replay (seed=N) begins when the interpreter starts (--gil) and stays as it is"
        )));
    }
    gil.set_spec(spec);
    Ok(Value::NONE)
}

fn threads(thread: &Thread, _: &[Value]) -> Res {
    Str::new_value(thread, &whereabouts::in_full(thread))
}

fn start_trace(thread: &Thread, _: &[Value]) -> Res {
    Ok(Value::from_bool(interpreter(thread).gil.start_trace()))
}

/// Without a path: the lanes as text. With one: None, the trace is in the file.
fn stop_trace(thread: &Thread, args: &[Value]) -> Res {
    let path = match args[0].bound().filter(|path| !path.is_none()) {
        Some(path) => Some(text_argument(thread, path, "stop_trace")?),
        None => None,
    };
    let width = match args[1].bound() {
        Some(width) => crate::types::text::args::c_int(thread, width)?.max(0) as usize,
        None => 100,
    };
    let Some(trace) = interpreter(thread).gil.stop_trace() else {
        return Ok(Value::NONE);
    };
    let Some(path) = path else {
        return Str::new_value(thread, &trace.to_text(width));
    };
    let written = gil::blocking(thread, Reason::Io, || write_file(&trace, &path));
    match written {
        Ok(()) => Ok(Value::NONE),
        Err(error) => {
            let errno = error.raw_os_error().unwrap_or(libc::EIO);
            let name = Str::new_value(thread, &path)?;
            Err(from_errno(thread, errno, &[&name]))
        }
    }
}

fn write_file(trace: &Trace, path: &str) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    trace.write_json(&mut file)?;
    file.flush()
}

fn mark(thread: &Thread, args: &[Value]) -> Res {
    let text = text_argument(thread, &args[0], "mark")?;
    interpreter(thread).gil.mark(state(thread), &text);
    Ok(Value::NONE)
}
