//! `code.replace`, and when two code objects are equal.
#![forbid(unsafe_code)]

use crate::bytecode::code as plain;
use crate::bytecode::code::{Const, flags};
use crate::object::class::Compare;
use crate::object::{NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::code::Code;
use crate::runtime::protocol::{self, convert::index};
use crate::types::text::args::type_name;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Flags that say nothing about how code runs, so that they may change.
const FREE_FLAGS: u32 = flags::ITERABLE_COROUTINE | flags::NESTED | flags::FUTURE_ANNOTATIONS;

/// The attributes that a copy may change.
const CHANGEABLE: &[&str] = &[
    "co_name",
    "co_qualname",
    "co_filename",
    "co_firstlineno",
    "co_flags",
];

/// The attributes that can be named but have to stay as they are: they follow from the instructions.
const FIXED: &[&str] = &[
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_nlocals",
    "co_stacksize",
    "co_code",
    "co_consts",
    "co_names",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
];

/// A copy with other values for some attributes.
fn replace(thread: &Thread, args: &[Value]) -> Res {
    let code = super::payload(thread, &args[0])?;
    let mut plain = (*code.plain).clone();
    plain.name = text_of(&code.name.get());
    plain.qualname = text_of(&code.qualname.get());
    plain.filename = text_of(&code.filename);
    let Some(changes) = args[1].as_dict() else {
        return code.replaced(thread, plain);
    };
    for (name, value) in changes.items(thread) {
        let name = name.as_str().unwrap_or("").to_owned();
        if CHANGEABLE.contains(&name.as_str()) {
            change(thread, &mut plain, &name, &value)?;
        } else if FIXED.contains(&name.as_str()) {
            let present = protocol::get_attr_str(thread, &args[0], &name)?;
            if !protocol::equal(thread, &present, &value)? {
                return Err(thread.value_error(format!(
                    "code: {name} follows from the instructions and cannot be replaced"
                )));
            }
        } else {
            return Err(thread.type_error(format!(
                "replace() got an unexpected keyword argument '{name}'"
            )));
        }
    }
    code.replaced(thread, plain)
}

fn text_of(value: &Value) -> Box<str> {
    value.as_str().unwrap_or("").into()
}

fn change(thread: &Thread, plain: &mut plain::Code, name: &str, value: &Value) -> Res<()> {
    if matches!(name, "co_firstlineno" | "co_flags") {
        let number = index(thread, value)?;
        let number = number.as_int().and_then(|int| int.to_i64());
        let number = number
            .and_then(|number| i32::try_from(number).ok())
            .ok_or_else(|| thread.overflow_error("Python int too large to convert to C int"))?;
        if name == "co_firstlineno" {
            let line = u32::try_from(number).map_err(|_| {
                thread.value_error("code: co_firstlineno must be a positive integer")
            })?;
            plain.first_line = line;
            return Ok(());
        }
        let flags = number as u32 & !flags::OWN | plain.flags & flags::OWN;
        if (flags ^ plain.flags) & !FREE_FLAGS != 0 {
            return Err(thread.value_error("code: these co_flags follow from the instructions"));
        }
        plain.flags = flags;
        return Ok(());
    }
    let Some(text) = value.as_str() else {
        return Err(thread.type_error(format!(
            "replace() argument '{name}' must be str, not {}",
            type_name(thread, value)
        )));
    };
    match name {
        "co_name" => plain.name = text.into(),
        "co_qualname" => plain.qualname = text.into(),
        _ => plain.filename = text.into(),
    }
    Ok(())
}

/// Equality: the same name, signature, line, instructions and constants; the file does not count.
pub fn compare(_: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (left.payload::<Code>(), right.payload::<Code>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let equal = || {
        left.is(right)
            || a.name.get().as_str() == b.name.get().as_str() && same_code(&a.plain, &b.plain)
    };
    Ok(match op {
        Compare::Eq => Value::from_bool(equal()),
        Compare::Ne => Value::from_bool(!equal()),
        _ => Value::NOT_IMPLEMENTED,
    })
}

/// What equal code objects have in common.
pub fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    let code = super::payload(thread, value)?;
    let mut hasher = DefaultHasher::new();
    text_of(&code.name.get()).hash(&mut hasher);
    code.plain.first_line.hash(&mut hasher);
    code.plain.arg_count.hash(&mut hasher);
    code.plain.words.hash(&mut hasher);
    code.plain.names.hash(&mut hasher);
    Ok(match hasher.finish() as i64 {
        -1 => -2,
        hash => hash,
    })
}

fn same_code(a: &plain::Code, b: &plain::Code) -> bool {
    a.first_line == b.first_line
        && a.flags == b.flags
        && (a.arg_count, a.posonly_count, a.kwonly_count)
            == (b.arg_count, b.posonly_count, b.kwonly_count)
        && a.locals == b.locals
        && a.names == b.names
        && a.words == b.words
        && a.handlers == b.handlers
        && a.lines == b.lines
        && same_constants(&a.consts, &b.consts)
}

fn same_constants(a: &[Const], b: &[Const]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_constant(a, b))
}

/// Equal and of the same type; zeros of different sign differ.
fn same_constant(a: &Const, b: &Const) -> bool {
    match (a, b) {
        (Const::None, Const::None) | (Const::Ellipsis, Const::Ellipsis) => true,
        (Const::Bool(a), Const::Bool(b)) => a == b,
        (Const::Int(a), Const::Int(b)) => a == b,
        (Const::BigInt(a), Const::BigInt(b)) => a == b,
        (Const::Float(a), Const::Float(b)) => a.to_bits() == b.to_bits(),
        (Const::Complex(a, c), Const::Complex(b, d)) => {
            a.to_bits() == b.to_bits() && c.to_bits() == d.to_bits()
        }
        (Const::Str(a), Const::Str(b)) | (Const::Bytes(a), Const::Bytes(b)) => a == b,
        (Const::Tuple(a), Const::Tuple(b)) | (Const::FrozenSet(a), Const::FrozenSet(b)) => {
            same_constants(a, b)
        }
        (Const::Code(a), Const::Code(b)) => a.name == b.name && same_code(a, b),
        _ => false,
    }
}

/// What an instruction word counts for in offsets: as in `f_lasti` and `tb_lasti`.
const WORD: usize = 2;

/// `(start, end, line)` for each run of instructions of one line.
fn lines(thread: &Thread, args: &[Value]) -> Res {
    let code = super::payload(thread, &args[0])?;
    let mut runs: Vec<(usize, usize, u32)> = Vec::new();
    let entries = &code.plain.lines;
    for (index, entry) in entries.iter().enumerate() {
        let end = entries
            .get(index + 1)
            .map_or(code.plain.words.len(), |next| next.start as usize);
        match runs.last_mut() {
            Some(run) if run.2 == entry.position.line => run.1 = end,
            _ => runs.push((entry.start as usize, end, entry.position.line)),
        }
    }
    let items = runs.into_iter().map(|(start, end, line)| {
        let ends = [
            thread.int_from_usize(start * WORD)?,
            thread.int_from_usize(end * WORD)?,
            line_value(thread, line)?,
        ];
        Tuple::from_slice(thread, &ends)
    });
    let items = items.collect::<Res<Vec<_>>>()?;
    protocol::iterate::iter(thread, &Tuple::from_vec(thread, items)?)
}

fn line_value(thread: &Thread, line: u32) -> Res {
    match line {
        0 => Ok(Value::NONE),
        line => thread.int(i64::from(line)),
    }
}

/// `(line, end_line, column, end_column)` for each instruction word.
fn positions(thread: &Thread, args: &[Value]) -> Res {
    let code = super::payload(thread, &args[0])?;
    let items = (0..code.plain.words.len()).map(|word| {
        let position = code.plain.position(word);
        if position.line == 0 {
            return Tuple::from_slice(thread, &[const { Value::NONE }; 4]);
        }
        let parts = [
            thread.int(i64::from(position.line))?,
            thread.int(i64::from(position.end_line))?,
            thread.int(i64::from(position.column))?,
            thread.int(i64::from(position.end_column))?,
        ];
        Tuple::from_slice(thread, &parts)
    });
    let items = items.collect::<Res<Vec<_>>>()?;
    protocol::iterate::iter(thread, &Tuple::from_vec(thread, items)?)
}

/// The table lines.
pub const METHODS: &[NativeDef] = &[
    NativeDef::method("replace", "(self, /, **changes)", replace)
        .doc("A copy of the code with some of its attributes changed."),
    NativeDef::method("__replace__", "(self, /, **changes)", replace).doc("As replace()."),
    NativeDef::method("co_lines", "(self, /)", lines)
        .doc("An iterator over (start, end, line) for ranges of instructions."),
    NativeDef::method("co_positions", "(self, /)", positions).doc(
        "An iterator over (line, end line, column, end column), one for each\n\
        instruction.",
    ),
];
