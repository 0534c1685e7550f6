//! traceback: the places that an exception has passed through.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Res, Slot, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::traceback::Traceback;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Traceback,
    doc: "TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)",
    layout: Some(id_of::<Traceback>),
    slots: &[SlotDef::New(construct)],
    getset: &[
        GetSetDef {
            name: "tb_next",
            get: next,
            set: Some(set_next),
        },
        GetSetDef {
            name: "tb_frame",
            get: frame,
            set: None,
        },
        GetSetDef {
            name: "tb_lasti",
            get: last_instruction,
            set: None,
        },
        GetSetDef {
            name: "tb_lineno",
            get: line,
            set: None,
        },
    ],
    ..ClassDef::DEFAULT
};

static NEW: NativeDef = NativeDef::function(
    "TracebackType",
    "(tb_next, tb_frame, tb_lasti, tb_lineno)",
    unused,
);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Traceback> {
    match x.payload::<Traceback>() {
        Some(traceback) => Ok(traceback),
        None => Err(thread.type_error("a traceback was expected")),
    }
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "TracebackType", &NEW, args)?;
    let next = match args[0].payload::<Traceback>() {
        Some(_) => args[0].clone(),
        None if args[0].is_none() => Value::UNBOUND,
        None => return Err(expected(thread, &args[0])),
    };
    let number = |value: &Value| crate::runtime::protocol::index_i64(thread, value);
    let (word, line) = (number(&args[2])?, number(&args[3])?);
    let traceback = Traceback {
        code: Value::NONE,
        globals: Value::NONE,
        word: u32::try_from(word).unwrap_or(0),
        line: u32::try_from(line).unwrap_or(0),
        next: Slot::new(next),
        frame: Slot::new(args[1].clone()),
    };
    thread.alloc(Builtin::Traceback, traceback)
}

#[cold]
fn expected(thread: &Thread, given: &Value) -> crate::object::Raised {
    let given = thread.class_of(given).name_text();
    thread.type_error(format!("expected traceback object or None, got '{given}'"))
}

fn next(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.next.load().unwrap_or(Value::NONE))
}

fn set_next(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let traceback = payload(thread, x)?;
    let Some(value) = value else {
        return Err(thread.type_error("can't delete tb_next attribute"));
    };
    if value.is_none() {
        traceback.next.set(Value::UNBOUND);
        return Ok(());
    }
    let mut link = value.clone();
    while let Some(entry) = link.payload::<Traceback>() {
        if link.is(x) {
            return Err(thread.value_error("traceback loop detected"));
        }
        let following = entry.next.get();
        link = following;
    }
    if value.payload::<Traceback>().is_none() {
        let given = thread.class_of(value).name_text();
        let message = format!("expected traceback object, got '{given}'");
        return Err(thread.type_error(message));
    }
    traceback.next.set(value.clone());
    Ok(())
}

fn frame(thread: &Thread, x: &Value) -> Res {
    let entry = payload(thread, x)?;
    if let Some(frame) = entry.frame.load() {
        return Ok(frame);
    }
    let (code, globals) = (entry.code.clone(), entry.globals.clone());
    let frame = crate::types::frame::of_traceback(thread, code, globals, entry.word as usize)?;
    entry.frame.set(frame.clone());
    Ok(frame)
}

fn last_instruction(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.word) * 2)
}

fn line(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.line))
}
