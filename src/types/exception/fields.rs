//! The exception classes that have fields beside `args`.

use super::base::{no_keywords, payload, reduced_with, state_with, str_of};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Builtin, NativeDef, Res, Slot, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;

/// Reads field `I`, None if it is not set.
pub fn get<const I: usize>(thread: &Thread, value: &Value) -> Res {
    Ok(payload(thread, value)?
        .fields
        .get(I)
        .and_then(|slot| slot.load())
        .unwrap_or(Value::NONE))
}

/// Writes field `I`, or unsets it.
pub fn set<const I: usize>(thread: &Thread, value: &Value, field: Option<&Value>) -> Res<()> {
    if let Some(slot) = payload(thread, value)?.fields.get(I) {
        slot.set(field.cloned().unwrap_or(Value::UNBOUND));
    }
    Ok(())
}

const fn field<const I: usize>(name: &'static str) -> GetSetDef {
    GetSetDef::new(name, get::<I>).writable(set::<I>)
}

/// Sets fields from values.
pub fn fill(thread: &Thread, value: &Value, fields: &[Value]) -> Res<()> {
    for (slot, field) in payload(thread, value)?.fields.iter().zip(fields) {
        slot.set(field.clone());
    }
    Ok(())
}

fn set_args(thread: &Thread, value: &Value, args: &[Value]) -> Res<()> {
    payload(thread, value)?
        .args
        .set(Tuple::from_slice(thread, args)?);
    Ok(())
}

/// The keyword arguments of `names`, in their order; TypeError for others.
fn keywords(thread: &Thread, value: &Value, args: CallArgs<'_>, names: &[&str]) -> Res<Vec<Value>> {
    let mut found = vec![Value::UNBOUND; names.len()];
    let given = args.names.len();
    if given > names.len() {
        let class = thread.class_of(value).name_text();
        let (most, plural) = (names.len(), if names.len() == 1 { "" } else { "s" });
        return Err(thread.type_error(format!(
            "{class}() takes at most {most} keyword argument{plural} ({given} given)"
        )));
    }
    for (name, given) in args.keywords() {
        let text = name.as_str().unwrap_or("");
        match names.iter().position(|known| *known == text) {
            Some(i) => found[i] = given.clone(),
            None => {
                let class = thread.class_of(value).name_text();
                return Err(thread.type_error(format!(
                    "{class}() got an unexpected keyword argument '{text}'"
                )));
            }
        }
    }
    Ok(found)
}

fn init_stop(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    no_keywords(thread, value, args)?;
    set_args(thread, value, args.positional())?;
    fill(
        thread,
        value,
        &[args.positional().first().cloned().unwrap_or(Value::NONE)],
    )
}

/// StopIteration
pub static STOP_ITERATION: ClassDef = ClassDef {
    class: Builtin::StopIteration,
    doc: "An iterator has no more items.",
    flags: class_flag::BASE,
    slots: &[SlotDef::Init(init_stop)],
    members: &["value"],
    getset: &[field::<0>("value").doc("What the generator returned.")],
    ..ClassDef::DEFAULT
};

fn init_exit(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    no_keywords(thread, value, args)?;
    set_args(thread, value, args.positional())?;
    let code = match args.positional() {
        [] => Value::NONE,
        [one] => one.clone(),
        more => Tuple::from_slice(thread, more)?,
    };
    fill(thread, value, &[code])
}

/// SystemExit
pub static SYSTEM_EXIT: ClassDef = ClassDef {
    class: Builtin::SystemExit,
    doc: "Raised by sys.exit() to end the program.",
    flags: class_flag::BASE,
    slots: &[SlotDef::Init(init_exit)],
    members: &["code"],
    getset: &[field::<0>("code").doc("The exit status.")],
    ..ClassDef::DEFAULT
};

/// `__init__` of NameError and its subclasses.
pub(super) fn init_name(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let named = keywords(thread, value, args, &["name"])?;
    set_args(thread, value, args.positional())?;
    fill(thread, value, &named)
}

/// NameError
pub static NAME_ERROR: ClassDef = ClassDef {
    class: Builtin::NameError,
    doc: "There is no variable of this name.",
    flags: class_flag::BASE,
    slots: &[SlotDef::Init(init_name)],
    members: &["name"],
    getset: &[field::<0>("name").doc("The name that was not found.")],
    ..ClassDef::DEFAULT
};

fn init_attribute(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let named = keywords(thread, value, args, &["name", "obj"])?;
    set_args(thread, value, args.positional())?;
    fill(thread, value, &named)
}

/// Field `i` if it is set.
fn field_of(thread: &Thread, value: &Value, i: usize) -> Res<Option<Value>> {
    Ok(payload(thread, value)?.fields.get(i).and_then(Slot::load))
}

/// The object is left out: it may not be possible to save it.
fn attribute_state(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    let entries = [
        ("name", field_of(thread, value, 0)?),
        ("args", Some(payload(thread, value)?.args.get())),
    ];
    state_with(thread, value, &entries)
}

fn reduce_attribute(thread: &Thread, args: &[Value]) -> Res {
    let state = attribute_state(thread, args)?;
    reduced_with(thread, &args[0], state)
}

/// AttributeError
pub static ATTRIBUTE_ERROR: ClassDef = ClassDef {
    class: Builtin::AttributeError,
    doc: "An object has no attribute of this name, or does not let it be set.",
    flags: class_flag::BASE,
    methods: &[
        NativeDef::method("__getstate__", "(self, /)", attribute_state),
        NativeDef::method("__reduce__", "(self, /)", reduce_attribute),
    ],
    slots: &[SlotDef::Init(init_attribute)],
    members: &["name", "obj"],
    getset: &[
        field::<0>("name").doc("The name that was not found."),
        field::<1>("obj").doc("The object that lacks the attribute."),
    ],
    ..ClassDef::DEFAULT
};

/// `__init__` of ImportError and its subclasses.
pub(super) fn init_import(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let named = keywords(thread, value, args, &["name", "path", "name_from"])?;
    set_args(thread, value, args.positional())?;
    let message = match args.positional() {
        [message] => message.clone(),
        _ => Value::UNBOUND,
    };
    let mut fields = vec![message];
    fields.extend(named);
    fill(thread, value, &fields)
}

fn str_import(thread: &Thread, value: &Value) -> Res {
    match payload(thread, value)?
        .fields
        .first()
        .and_then(|slot| slot.load())
    {
        Some(message) if message.is_exact(Builtin::Str) => Ok(message),
        _ => str_of(thread, value),
    }
}

fn reduce_import(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    let entries = [
        ("name", field_of(thread, value, 1)?),
        ("path", field_of(thread, value, 2)?),
        ("name_from", field_of(thread, value, 3)?),
    ];
    let state = state_with(thread, value, &entries)?;
    reduced_with(thread, value, state)
}

/// ImportError
pub static IMPORT_ERROR: ClassDef = ClassDef {
    class: Builtin::ImportError,
    doc: "A module, or a name in it, cannot be imported.",
    flags: class_flag::BASE,
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce_import)],
    slots: &[SlotDef::Init(init_import), SlotDef::Str(str_import)],
    members: &["msg", "name", "path", "name_from"],
    getset: &[
        field::<0>("msg").doc("The message."),
        field::<1>("name").doc("The name that was not found."),
        field::<2>("path").doc("The file of the module."),
        field::<3>("name_from").doc("The name that the module does not have."),
    ],
    ..ClassDef::DEFAULT
};

fn str_key(thread: &Thread, value: &Value) -> Res {
    let args = payload(thread, value)?.args.get();
    match args.as_tuple() {
        Some([key]) => protocol::repr(thread, key),
        _ => str_of(thread, value),
    }
}

/// KeyError
pub static KEY_ERROR: ClassDef = ClassDef {
    class: Builtin::KeyError,
    doc: "A mapping has no such key.",
    flags: class_flag::BASE,
    slots: &[SlotDef::Init(super::base::init), SlotDef::Str(str_key)],
    ..ClassDef::DEFAULT
};

/// `__init__` of SyntaxError and its subclasses.
pub(super) fn init_syntax(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    no_keywords(thread, value, args)?;
    set_args(thread, value, args.positional())?;
    let mut fields = vec![Value::UNBOUND; 7];
    if let Some(message) = args.positional().first() {
        fields[0] = message.clone();
    }
    if let [_, details] = args.positional() {
        let details = protocol::collect(thread, details)?;
        if !(4..=6).contains(&details.len()) || details.len() == 5 {
            return Err(match details.len() {
                5 => thread.type_error("end_offset must be provided when end_lineno is provided"),
                n if n < 4 => {
                    thread.type_error(format!("function takes at least 4 arguments ({n} given)"))
                }
                n => thread.type_error(format!("function takes at most 6 arguments ({n} given)")),
            });
        }
        for (i, detail) in details.into_iter().enumerate() {
            fields[i + 1] = detail;
        }
    }
    fill(thread, value, &fields)
}

fn str_syntax(thread: &Thread, value: &Value) -> Res {
    let text = |field: Value| -> Res<Vec<u8>> {
        let text = protocol::str_of(thread, &field)?;
        Ok(text
            .as_str_object()
            .map_or_else(Vec::new, |s| s.as_bytes().to_vec()))
    };
    let message = text(get::<0>(thread, value)?)?;
    let file = get::<1>(thread, value)?;
    let line = get::<2>(thread, value)?;
    let file = file.as_str_object().map(|name| {
        let bytes = name.as_bytes();
        let start = bytes.iter().rposition(|b| *b == b'/').map_or(0, |i| i + 1);
        bytes[start..].to_vec()
    });
    let line = line.as_int().and_then(crate::object::int::IntRef::to_i64);
    let mut out = message;
    match (file, line) {
        (Some(file), Some(line)) => {
            out.extend_from_slice(b" (");
            out.extend_from_slice(&file);
            out.extend_from_slice(format!(", line {line})").as_bytes());
        }
        (Some(file), None) => {
            out.extend_from_slice(b" (");
            out.extend_from_slice(&file);
            out.push(b')');
        }
        (None, Some(line)) => out.extend_from_slice(format!(" (line {line})").as_bytes()),
        (None, None) => {}
    }
    Str::from_bytes(thread, &out)
}

/// SyntaxError
pub static SYNTAX_ERROR: ClassDef = ClassDef {
    class: Builtin::SyntaxError,
    doc: "Text that is no program.",
    flags: class_flag::BASE,
    slots: &[SlotDef::Init(init_syntax), SlotDef::Str(str_syntax)],
    members: &[
        "msg",
        "filename",
        "lineno",
        "offset",
        "text",
        "end_lineno",
        "end_offset",
        "print_file_and_line",
    ],
    getset: &[
        field::<0>("msg").doc("The message."),
        field::<1>("filename").doc("The source file."),
        field::<2>("lineno").doc("The line, counted from 1."),
        field::<3>("offset").doc("The column, counted from 1."),
        field::<4>("text").doc("The text of the line."),
        field::<5>("end_lineno").doc("The line where the fault ends."),
        field::<6>("end_offset").doc("The column where the fault ends."),
        field::<7>("print_file_and_line").doc("Whether reports show file and line."),
    ],
    ..ClassDef::DEFAULT
};
