//! frame: a place where code stands, as it was when the program asked for it.
#![forbid(unsafe_code)]

use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, NativeDef, Payload, Res, Slot, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::code::Code;
use crate::runtime::frames;

/// The payload.
pub struct FrameSnapshot {
    code: Value,
    globals: Value,
    locals: Value,
    back: Value,
    word: usize,
    trace: Slot,
}

impl Payload for FrameSnapshot {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for value in [&self.code, &self.globals, &self.locals, &self.back] {
            visit(value);
        }
        self.trace.trace(visit);
    }
}

/// Frames that a snapshot goes back at most.
const MOST: usize = 1000;

/// The frame `depth` levels below the newest one, with those that called it; None if there are not so many.
///
/// # Errors
/// MemoryError
pub fn at_depth(thread: &Thread, depth: usize) -> Res<Option<Value>> {
    let mut end = depth;
    while end < depth + MOST && frames::code_at(thread, end).is_some() {
        end += 1;
    }
    let mut back = Value::NONE;
    for level in (depth..end).rev() {
        let Some((code, word)) = frames::code_at(thread, level) else {
            break;
        };
        let globals = frames::globals_at(thread, level).unwrap_or(Value::NONE);
        let locals = frames::locals_at(thread, level)?.unwrap_or(Value::NONE);
        back = new_frame(thread, code, globals, locals, back, word)?;
    }
    Ok((end > depth).then_some(back))
}

fn new_frame(
    thread: &Thread,
    code: Value,
    globals: Value,
    locals: Value,
    back: Value,
    word: usize,
) -> Res {
    let frame = FrameSnapshot {
        code,
        globals,
        locals,
        back,
        word,
        trace: Slot::new(Value::NONE),
    };
    thread.alloc(Builtin::Frame, frame)
}

/// The frame that a traceback entry speaks of; its variables are gone.
///
/// # Errors
/// MemoryError
pub fn of_traceback(thread: &Thread, code: Value, globals: Value, word: usize) -> Res {
    let is_module = code
        .payload::<Code>()
        .is_some_and(|code| &*code.plain.name == "<module>");
    let locals = if is_module {
        globals.clone()
    } else {
        Dict::new_value(thread)?
    };
    new_frame(thread, code, globals, locals, Value::NONE, word)
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v FrameSnapshot> {
    value
        .payload::<FrameSnapshot>()
        .ok_or_else(|| thread.type_error("a frame was expected"))
}

fn line_of(frame: &FrameSnapshot) -> u32 {
    frame
        .code
        .payload::<Code>()
        .map_or(0, |code| code.plain.position(frame.word).line)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let frame = payload(thread, value)?;
    let (file, name) = frame.code.payload::<Code>().map_or_else(
        || (String::new(), String::new()),
        |code| (code.plain.filename.to_string(), code.plain.name.to_string()),
    );
    let text = format!(
        "<frame at {:#x}, file '{file}', line {}, code {name}>",
        value.word(),
        line_of(frame)
    );
    Str::new_value(thread, &text)
}

fn clear(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

macro_rules! attributes {
    ($($name:literal $get:expr;)*) => {
        &[$(GetSetDef {
            name: $name,
            get: |thread, value| {
                let get: fn(&Thread, &FrameSnapshot) -> Res = $get;
                get(thread, payload(thread, value)?)
            },
            set: None,
        },)*
        GetSetDef {
            name: "f_trace",
            get: |thread, value| Ok(payload(thread, value)?.trace.get()),
            set: Some(|thread, value, trace| {
                payload(thread, value)?.trace.set(trace.cloned().unwrap_or(Value::NONE));
                Ok(())
            }),
        }]
    };
}

const ATTRIBUTES: &[GetSetDef] = attributes! {
    "f_code" |_, frame| Ok(frame.code.clone());
    "f_globals" |_, frame| Ok(frame.globals.clone());
    "f_locals" |_, frame| Ok(frame.locals.clone());
    "f_back" |_, frame| Ok(frame.back.clone());
    "f_lineno" |thread, frame| thread.int(i64::from(line_of(frame)));
    "f_lasti" |thread, frame| thread.int(frame.word as i64 * 2);
    "f_builtins" |thread, frame| crate::runtime::builtins_of(thread, &frame.globals);
    "f_trace_lines" |_, _| Ok(Value::TRUE);
    "f_trace_opcodes" |_, _| Ok(Value::FALSE);
};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Frame,
    layout: Some(id_of::<FrameSnapshot>),
    methods: &[NativeDef::method("clear", "(self, /)", clear)],
    slots: &[SlotDef::Repr(repr)],
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};
