//! `_struct`: values as packed bytes in the layouts of C, and back (`layout`: formats; `pack`; `unpack`; `class`: Struct and the iterator).

mod class;
mod layout;
mod pack;
mod unpack;

use crate::object::class::class_flag;
use crate::object::{Beside, Builtin, Dict, NativeDef, Raised, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, native_class, once};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::call_positional;
use crate::runtime::raise::raise_made;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_struct",
    doc: "Values as packed bytes in the layouts of C, and back.",
    functions: &FUNCTIONS,
    init: Some(init),
};

static FUNCTIONS: [NativeDef; 7] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::function("calcsize", "(format, /)", calcsize)
            .doc("How many bytes a format describes."),
        NativeDef::function("pack", "(*args)", pack_args)
            .unsigned()
            .doc("pack(format, v1, v2, ...): the bytes of the values."),
        NativeDef::function("pack_into", "(*args)", pack_into)
            .unsigned()
            .doc(
                "pack_into(format, buffer, offset, v1, v2, ...): puts the bytes of the values\n\
                into a buffer, from an offset on.",
            ),
        NativeDef::function("unpack", "(format, buffer, /)", unpack_whole)
            .doc("The values in a buffer, which has the format's size, as a tuple."),
        NativeDef::function("unpack_from", "(format, /, buffer, offset=0)", unpack_from)
            .doc("The values in a buffer from an offset on, as a tuple."),
        NativeDef::function("iter_unpack", "(format, buffer, /)", iter_unpack)
            .doc("An iterator over the tuples in a buffer of several times the format's size."),
        NativeDef::function("_clearcache", "()", clear_cache)
            .doc("Forgets the formats that were read before."),
    ],
);

static ERROR: ClassDef = ClassDef {
    class: Builtin::Exception,
    name: "struct.error",
    doc: "A format, or values or bytes that do not fit one.",
    flags: class_flag::BASE,
    ..ClassDef::DEFAULT
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let error = once(thread, &ERROR, native_class)?;
    dict.set(thread, thread.intern(b"error")?, error)?;
    let class = once(thread, &class::CLASS, native_class)?;
    dict.set(thread, thread.intern(b"Struct")?, class)
}

/// Raises `struct.error`.
#[cold]
fn error(thread: &Thread, message: impl AsRef<str>) -> Raised {
    let make = || -> Res {
        let class = once(thread, &ERROR, native_class)?;
        let message = Str::new_value(thread, message.as_ref())?;
        call_positional(thread, &class, &[message])
    };
    raise_made(thread, make())
}

fn calcsize(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(layout::layout_of(thread, &args[0])?.size)
}

/// The format and what follows it.
fn split<'a>(thread: &Thread, args: &'a [Value]) -> Res<(&'a Value, &'a [Value])> {
    args.split_first()
        .ok_or_else(|| thread.type_error("missing format argument"))
}

fn pack_args(thread: &Thread, args: &[Value]) -> Res {
    let (format, values) = split(thread, args)?;
    class::pack_values(thread, &*layout::layout_of(thread, format)?, values)
}

fn pack_into(thread: &Thread, args: &[Value]) -> Res {
    let (format, rest) = split(thread, args)?;
    class::pack_into(thread, &*layout::layout_of(thread, format)?, rest)
}

fn unpack_whole(thread: &Thread, args: &[Value]) -> Res {
    class::unpack_whole(thread, &*layout::layout_of(thread, &args[0])?, &args[1])
}

fn unpack_from(thread: &Thread, args: &[Value]) -> Res {
    let layout = layout::layout_of(thread, &args[0])?;
    class::unpack_part(thread, &layout, &args[1], &args[2])
}

fn iter_unpack(thread: &Thread, args: &[Value]) -> Res {
    class::iterate(thread, layout::layout_of(thread, &args[0])?, &args[1])
}

fn clear_cache(_: &Thread, _: &[Value]) -> Res {
    layout::forget();
    Ok(Value::NONE)
}
