//! frame: an activation as scripts see it, while it runs and afterwards. What it shows is kept by `runtime::frame_object`.
#![forbid(unsafe_code)]

pub mod locals;

use crate::object::class::SlotDef;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::code::Code;
use crate::runtime::frame_object::{FrameObject, State};
use crate::runtime::generator::Generator;
use crate::runtime::hooks::vm;
use crate::runtime::{protocol, report};
use std::sync::atomic::{AtomicBool, Ordering::*};

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v FrameObject> {
    value
        .payload::<FrameObject>()
        .ok_or_else(|| thread.type_error("a frame was expected"))
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let frame = payload(thread, value)?;
    let code = frame.code();
    let Some(code) = code.payload::<Code>() else {
        return Err(thread.type_error("a frame with code was expected"));
    };
    let file = protocol::repr(thread, &code.filename)?;
    let text = format!(
        "<frame at {:#x}, file {}, line {}, code {}>",
        thread.identity(value),
        protocol::attribute::shown_name(&file),
        frame.line(),
        protocol::attribute::shown_name(&code.name.get())
    );
    Str::new_value(thread, &text)
}

/// `frame.clear()`: drops what a frame refers to that no longer runs.
fn clear(thread: &Thread, args: &[Value]) -> Res {
    use crate::object::Builtin::RuntimeError;
    let frame = payload(thread, &args[0])?;
    match frame.state() {
        State::Running => Err(thread.error(RuntimeError, "cannot clear an executing frame")),
        State::Suspended => Err(thread.error(RuntimeError, "cannot clear a suspended frame")),
        State::Created => {
            if let Some(value) = frame.generator() {
                finish(thread, &value);
            }
            Ok(Value::NONE)
        }
        State::Ended => {
            frame.clear();
            Ok(Value::NONE)
        }
    }
}

/// Does to a generator that has not begun what its death would do; exceptions are reported.
fn finish(thread: &Thread, value: &Value) {
    let outcome = if value.is_exact(Builtin::Coroutine) {
        crate::types::generator::warn_unawaited(thread, value)
    } else {
        match (vm(thread), value.payload::<Generator>()) {
            (Ok(vm), Some(generator)) => (vm.close)(thread, value, generator).map(drop),
            (Ok(_), None) => Ok(()),
            (Err(raised), _) => Err(raised),
        }
    };
    if let Err(raised) = outcome {
        let exception = thread.take_raised(raised);
        report::unraisable(thread, &exception, value);
    }
}

fn or_none(value: Value) -> Value {
    if value.is_unbound() {
        Value::NONE
    } else {
        value
    }
}

fn get_line(thread: &Thread, value: &Value) -> Res {
    match payload(thread, value)?.line() {
        0 => Ok(Value::NONE),
        line => thread.int(i64::from(line)),
    }
}

fn set_line(thread: &Thread, _: &Value, line: Option<&Value>) -> Res<()> {
    let Some(line) = line else {
        return Err(thread.error(Builtin::AttributeError, "cannot delete attribute"));
    };
    Err(thread.value_error(if line.is_exact(Builtin::Int) {
        "f_lineno can only be set in a trace function"
    } else {
        "lineno must be an integer"
    }))
}

fn get_trace(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(payload(thread, value)?.trace.get()))
}

fn set_trace(thread: &Thread, value: &Value, trace: Option<&Value>) -> Res<()> {
    let trace = trace.filter(|trace| !trace.is_none()).cloned();
    payload(thread, value)?
        .trace
        .set(trace.unwrap_or(Value::UNBOUND));
    Ok(())
}

fn set_flag(thread: &Thread, flag: &AtomicBool, value: Option<&Value>) -> Res<()> {
    let Some(value) = value else {
        return Err(thread.type_error("can't delete numeric/char attribute"));
    };
    match value.as_bool() {
        Some(value) => {
            flag.store(value, Relaxed);
            Ok(())
        }
        None => Err(thread.type_error("attribute value type must be bool")),
    }
}

macro_rules! read_only {
    ($name:literal, $get:expr) => {
        GetSetDef::new($name, |thread, value| {
            let get: fn(&Thread, &FrameObject) -> Res = $get;
            get(thread, payload(thread, value)?)
        })
    };
}

const ATTRIBUTES: &[GetSetDef] = &[
    read_only!("f_back", |thread, frame| Ok(frame
        .back(thread)?
        .unwrap_or(Value::NONE))),
    read_only!("f_code", |_, frame| Ok(frame.code())),
    read_only!("f_globals", |_, frame| Ok(or_none(frame.globals()))),
    read_only!("f_builtins", |_, frame| Ok(or_none(frame.builtins()))),
    read_only!("f_lasti", |thread, frame| thread
        .int(frame.word_index() as i64 * 2)),
    GetSetDef::new("f_locals", locals::of_frame),
    GetSetDef::new("f_lineno", get_line).writable(set_line),
    GetSetDef::new("f_trace", get_trace).writable(set_trace),
    GetSetDef::new("f_trace_lines", |thread, value| {
        let lines = &payload(thread, value)?.trace_lines;
        Ok(Value::from_bool(lines.load(Relaxed)))
    })
    .writable(|thread, value, given| set_flag(thread, &payload(thread, value)?.trace_lines, given)),
    GetSetDef::new("f_trace_opcodes", |thread, value| {
        let opcodes = &payload(thread, value)?.trace_opcodes;
        Ok(Value::from_bool(opcodes.load(Relaxed)))
    })
    .writable(|thread, value, given| {
        set_flag(thread, &payload(thread, value)?.trace_opcodes, given)
    }),
];

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Frame,
    methods: &[NativeDef::method("clear", "(self, /)", clear).doc(
        "F.clear()\n\n\
        Drops the variables of a frame that no longer runs.",
    )],
    slots: &[SlotDef::Repr(repr)],
    members: &["f_trace_lines"],
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};
