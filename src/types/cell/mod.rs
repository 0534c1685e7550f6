//! cell: a variable shared by a function and those nested in it.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Compare, SlotDef};
use crate::object::{Builtin, Res, Slot, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::function::Cell;
use crate::runtime::protocol;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Cell,
    doc: "A variable of a function that functions within it refer to.",
    signature: "([contents])",
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Compare(compare),
    ],
    getset: &[GetSetDef::new("cell_contents", contents).writable(set_contents)],
    ..ClassDef::DEFAULT
};

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    if !args.names.is_empty() {
        return Err(thread.type_error("cell() takes no keyword arguments"));
    }
    let content = match args.values {
        [] => Value::UNBOUND,
        [content] => content.clone(),
        more => {
            return Err(thread.type_error(format!(
                "cell expected at most 1 argument, got {}",
                more.len()
            )));
        }
    };
    let cell = Cell {
        content: Slot::new(content),
    };
    thread.alloc(Builtin::Cell, cell)
}

fn content(x: &Value) -> Option<Value> {
    x.payload::<Cell>().and_then(|cell| cell.content.load())
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let text = match content(x) {
        Some(content) => format!(
            "<cell at {:#x}: {} object at {:#x}>",
            thread.identity(x),
            thread.class_of(&content).name_text(),
            thread.identity(&content)
        ),
        None => format!("<cell at {:#x}: empty>", thread.identity(x)),
    };
    Str::new_value(thread, &text)
}

/// An empty cell comes before every other.
fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    if other.payload::<Cell>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match (content(x), content(other)) {
        (Some(a), Some(b)) => protocol::compare(thread, &a, &b, op),
        (a, b) => Ok(Value::from_bool(op.holds(a.is_some().cmp(&b.is_some())))),
    }
}

fn contents(thread: &Thread, x: &Value) -> Res {
    content(x).ok_or_else(|| thread.value_error("Cell is empty"))
}

fn set_contents(_: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    if let Some(cell) = x.payload::<Cell>() {
        cell.content.set(value.cloned().unwrap_or(Value::UNBOUND));
    }
    Ok(())
}
