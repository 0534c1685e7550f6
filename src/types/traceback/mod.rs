//! traceback: the places that an exception has passed through.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef};
use crate::object::{Builtin, List, NativeDef, Res, Slot, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::frame_object::FrameObject;
use crate::runtime::traceback::Traceback;
use crate::types::text::args::{c_int, type_name};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Traceback,
    doc: "TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)",
    signature: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
    slots: &[SlotDef::New(construct)],
    methods: &[NativeDef::method("__dir__", "(self, /)", dir)],
    members: &["tb_frame", "tb_lasti"],
    getset: &[
        GetSetDef::new("tb_next", next).writable(set_next),
        GetSetDef::new("tb_frame", frame).writable(read_only),
        GetSetDef::new("tb_lasti", last_instruction).writable(read_only),
        GetSetDef::new("tb_lineno", line),
    ],
    ..ClassDef::DEFAULT
};

static NEW: NativeDef = NativeDef::function(
    "traceback",
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
    let args = bind(thread, "traceback", &NEW, args)?;
    if args[1].payload::<FrameObject>().is_none() {
        return Err(thread.type_error(format!(
            "traceback() argument 'tb_frame' must be frame, not {}",
            type_name(thread, &args[1])
        )));
    }
    let (last, line) = (c_int(thread, &args[2])?, c_int(thread, &args[3])?);
    let next = match args[0].payload::<Traceback>() {
        Some(_) => args[0].clone(),
        None if args[0].is_none() => Value::UNBOUND,
        None => return Err(expected(thread, &args[0])),
    };
    let traceback = Traceback {
        next: Slot::new(next),
        frame: args[1].clone(),
        last,
        line,
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
    Ok(payload(thread, x)?.frame.clone())
}

fn last_instruction(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.last))
}

fn line(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.line()))
}

fn dir(thread: &Thread, _: &[Value]) -> Res {
    let names = ["tb_frame", "tb_lasti", "tb_lineno", "tb_next"];
    let names = names.map(|name| thread.intern(name.as_bytes()));
    List::new_value(thread, names.into_iter().collect::<Res<Vec<_>>>()?)
}

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}
