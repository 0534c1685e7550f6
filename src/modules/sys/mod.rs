//! `sys`.

pub mod functions;
pub mod info;

use crate::modules::io::Text;
use crate::object::{Dict, Res, Thread, Value, names};
use crate::runtime::module::ModuleDef;
use crate::runtime::state::interpreter;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "sys",
    doc: "Parameters and functions of the interpreter.",
    functions: functions::FUNCTIONS,
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let [stdin, stdout, stderr] = crate::modules::io::standard_streams(thread)?;
    for (name, value) in [("stdin", stdin), ("stdout", stdout), ("stderr", stderr)] {
        dict.set(thread, thread.intern(name.as_bytes())?, value.clone())?;
        dict.set(
            thread,
            thread.intern(format!("__{name}__").as_bytes())?,
            value,
        )?;
    }
    dict.set(
        thread,
        names::MODULES.value().clone(),
        interpreter(thread).modules.get(),
    )?;
    functions::add_originals(thread, dict)?;
    info::add(thread, dict)
}

/// A name of the `sys` namespace.
pub fn get(thread: &Thread, name: &Value) -> Option<Value> {
    interpreter(thread)
        .sys
        .get()
        .as_dict()
        .and_then(|dict| dict.get_str(thread, name))
}

/// Writes out what `sys.stdout` and `sys.stderr` have collected. Errors are dropped: the process is ending.
pub fn flush_streams(thread: &Thread) {
    flush(thread, &streams(thread));
}

/// In the copy of a process that was forked: threads that were using the streams are not there.
pub fn after_fork(thread: &Thread) {
    for name in [names::STDIN, names::STDOUT, names::STDERR] {
        let stream = get(thread, name.value());
        if let Some(stream) = stream.as_ref().and_then(Value::payload::<Text>) {
            stream.after_fork(thread);
        }
    }
}

/// What `sys.stdout` and `sys.stderr` are now.
pub fn streams(thread: &Thread) -> Vec<Value> {
    let names = [names::STDOUT, names::STDERR];
    names
        .iter()
        .filter_map(|name| get(thread, name.value()))
        .collect()
}

/// Writes out what these streams have collected.
pub fn flush(thread: &Thread, streams: &[Value]) {
    for stream in streams {
        let flushed = match stream.is_none() {
            true => Ok(()),
            false => {
                crate::runtime::protocol::call_method(thread, stream, names::FLUSH.value(), &[])
                    .map(drop)
            }
        };
        if let Err(raised) = flushed {
            drop(thread.take_raised(raised));
        }
    }
}
