//! `_traceback`: the rules of reports (`runtime::report`) for the module `traceback`: places, marked lines, suggestions.
#![forbid(unsafe_code)]

use crate::object::int::IntRef;
use crate::object::{NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::code::Code;
use crate::runtime::module::ModuleDef;
use crate::runtime::report;
use crate::runtime::traceback::Traceback;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_traceback",
    doc: "What reports of exceptions show, for the module traceback.",
    functions: &[
        NativeDef::function("position", "(traceback, /)", position).doc(
            "The place of an entry of a traceback: (line, last line, column, end column), or\n\
            four times None.",
        ),
        NativeDef::function(
            "marked_lines",
            "(lines, column, end_column, /)",
            marked_lines,
        )
        .doc(
            "Source lines, indented by four, with marks where they tell something. The\n\
            columns are counted in bytes, in the first and the last line.",
        ),
        NativeDef::function(
            "marked_syntax",
            "(text, offset, end_offset, is_one_line, /)",
            marked_syntax,
        )
        .doc("The line of a SyntaxError with marks under the part that is wrong."),
        NativeDef::function("hint", "(exception, traceback, /)", hint)
            .doc("What a report adds to the message of an exception: what was meant."),
    ],
    init: None,
};

fn position(thread: &Thread, args: &[Value]) -> Res {
    let Some(entry) = args[0].payload::<Traceback>() else {
        return Err(thread.type_error("a traceback was expected"));
    };
    let code = entry.code();
    let position = match (
        code.as_ref().and_then(Value::payload::<Code>),
        usize::try_from(entry.last),
    ) {
        (Some(code), Ok(last)) => Some(code.plain.position(last / 2)),
        _ => None,
    };
    let Some(position) = position.filter(|position| position.line != 0) else {
        return Tuple::from_slice(thread, &[const { Value::NONE }; 4]);
    };
    let parts = [
        position.line,
        position.end_line,
        position.column,
        position.end_column,
    ];
    Tuple::build(thread, parts.len(), |i| thread.int(i64::from(parts[i])))
}

/// An int that a script gave as a place in a text; None for anything else.
fn place(value: &Value) -> Option<i64> {
    value.as_int().and_then(IntRef::to_i64)
}

fn text<'v>(thread: &Thread, value: &'v Value) -> Res<std::borrow::Cow<'v, str>> {
    match value.as_str_object() {
        Some(text) => Ok(text.to_text()),
        None => Err(thread.type_error("a str was expected")),
    }
}

fn marked_lines(thread: &Thread, args: &[Value]) -> Res {
    let text = text(thread, &args[0])?;
    let lines: Vec<&str> = text.split('\n').collect();
    let column = |value: &Value| place(value).map_or(0, |at| usize::try_from(at).unwrap_or(0));
    let block = report::marked_lines(&lines, column(&args[1]), column(&args[2]));
    Str::new_value(thread, &block.unwrap_or_default())
}

fn marked_syntax(thread: &Thread, args: &[Value]) -> Res {
    let text = text(thread, &args[0])?;
    let mut out = Vec::new();
    let (offset, end) = (place(&args[1]), place(&args[2]));
    report::marked_syntax(
        &text,
        offset,
        end,
        args[3].as_bool() == Some(true),
        &mut out,
    );
    Str::from_bytes(thread, &out)
}

fn hint(thread: &Thread, args: &[Value]) -> Res {
    let hint = report::hint(thread, &args[0], Some(&args[1]));
    Str::new_value(thread, &hint.unwrap_or_default())
}
