//! code: compiled functions, class bodies and modules as objects.
#![forbid(unsafe_code)]

mod copy;

use crate::bytecode::code::{LocalKind, flags};
use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::{Builtin, Bytes, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::code::Code;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Code,
    doc: "Compiled code, as a function runs it.",
    signature: "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)",
    layout: Some(id_of::<Code>),
    methods: copy::METHODS,
    slots: &[
        SlotDef::Repr(repr),
        SlotDef::Compare(copy::compare),
        SlotDef::Hash(copy::hash),
    ],
    members: &[
        "co_argcount",
        "co_consts",
        "co_filename",
        "co_firstlineno",
        "co_flags",
        "co_kwonlyargcount",
        "co_name",
        "co_names",
        "co_nlocals",
        "co_posonlyargcount",
        "co_qualname",
        "co_stacksize",
    ],
    getset: &[
        GetSetDef::new("co_name", name),
        GetSetDef::new("co_qualname", qualname),
        GetSetDef::new("co_filename", filename),
        GetSetDef::new("co_firstlineno", first_line),
        GetSetDef::new("co_flags", code_flags),
        GetSetDef::new("co_argcount", arg_count),
        GetSetDef::new("co_posonlyargcount", posonly_count),
        GetSetDef::new("co_kwonlyargcount", kwonly_count),
        GetSetDef::new("co_nlocals", local_count),
        GetSetDef::new("co_stacksize", stack_size),
        GetSetDef::new("co_varnames", var_names),
        GetSetDef::new("co_cellvars", cell_names),
        GetSetDef::new("co_freevars", free_names),
        GetSetDef::new("co_names", names),
        GetSetDef::new("co_consts", consts),
        GetSetDef::new("co_code", instructions),
    ],
    ..ClassDef::DEFAULT
};

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Code> {
    match x.payload::<Code>() {
        Some(code) => Ok(code),
        None => Err(thread.type_error("a code object was expected")),
    }
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let code = payload(thread, x)?;
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.name.get().as_str().unwrap_or(""),
        thread.identity(x),
        code.filename.as_str().unwrap_or(""),
        code.plain.first_line
    );
    Str::new_value(thread, &text)
}

fn name(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.name.get())
}

fn qualname(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.qualname.get())
}

fn filename(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.filename.clone())
}

fn first_line(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.plain.first_line))
}

fn code_flags(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.plain.flags & !flags::OWN))
}

fn arg_count(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.plain.arg_count))
}

fn posonly_count(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.plain.posonly_count))
}

fn kwonly_count(thread: &Thread, x: &Value) -> Res {
    thread.int(i64::from(payload(thread, x)?.plain.kwonly_count))
}

/// The names of the locals that `wanted` takes, in the order of their registers.
fn local_names(
    thread: &Thread,
    x: &Value,
    wanted: impl Fn(usize, LocalKind) -> bool,
) -> Res<Vec<Value>> {
    let code = payload(thread, x)?;
    let mut names = Vec::new();
    for (i, local) in code.plain.locals.iter().enumerate() {
        if wanted(i, local.kind) {
            names.push(thread.intern(local.name.as_bytes())?);
        }
    }
    Ok(names)
}

/// Parameters and plain locals; a parameter in a cell counts too.
fn variables(thread: &Thread, x: &Value) -> Res<Vec<Value>> {
    let code = payload(thread, x)?;
    if code.plain.flags & flags::OPTIMIZED == 0 {
        return Ok(Vec::new());
    }
    let parameters = code.plain.param_count() as usize;
    local_names(thread, x, |i, kind| {
        i < parameters || kind == LocalKind::Plain
    })
}

fn local_count(thread: &Thread, x: &Value) -> Res {
    thread.int_from_usize(variables(thread, x)?.len())
}

fn stack_size(thread: &Thread, x: &Value) -> Res {
    let code = payload(thread, x)?;
    thread.int(i64::from((code.nregs - code.nlocals).max(1)))
}

fn var_names(thread: &Thread, x: &Value) -> Res {
    Tuple::from_vec(thread, variables(thread, x)?)
}

fn cell_names(thread: &Thread, x: &Value) -> Res {
    let names = local_names(thread, x, |_, kind| kind == LocalKind::Cell)?;
    Tuple::from_vec(thread, names)
}

fn free_names(thread: &Thread, x: &Value) -> Res {
    let names = local_names(thread, x, |_, kind| kind == LocalKind::Free)?;
    Tuple::from_vec(thread, names)
}

fn names(thread: &Thread, x: &Value) -> Res {
    Tuple::from_slice(thread, &payload(thread, x)?.names)
}

/// The constants; those of a function without docstring begin with None in its place.
fn consts(thread: &Thread, x: &Value) -> Res {
    let code = payload(thread, x)?;
    let is_generator_expression = code.name.get().as_str() == Some("<genexpr>");
    let marked = code.plain.flags & (flags::OPTIMIZED | flags::HAS_DOCSTRING) == flags::OPTIMIZED;
    let starts = code.consts.first().is_some_and(Value::is_none);
    if !marked || starts || is_generator_expression {
        return Tuple::from_slice(thread, &code.consts);
    }
    let mut all = vec![Value::NONE];
    all.extend(code.consts.iter().cloned());
    Tuple::from_vec(thread, all)
}

/// The instruction words as they were compiled, as bytes.
fn instructions(thread: &Thread, x: &Value) -> Res {
    let words = &payload(thread, x)?.plain.words;
    let mut bytes = Vec::with_capacity(words.len() * 8);
    for word in words {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    Bytes::new_value(thread, &bytes)
}
