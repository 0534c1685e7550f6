//! `_codecs`: encoding and decoding by name, as functions. Pickles of old protocols name them.
#![forbid(unsafe_code)]

use crate::object::{Bytes, NativeDef, Res, Thread, Value};
use crate::runtime::module::ModuleDef;
use crate::types::text::args::{optional_text, type_name};
use crate::types::text::codec;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_codecs",
    doc: "Encoding and decoding.",
    functions: &[
        NativeDef::function("encode", "(obj, encoding='utf-8', errors='strict')", encode)
            .doc("The bytes of a str in an encoding."),
        NativeDef::function("decode", "(obj, encoding='utf-8', errors='strict')", decode)
            .doc("The str that bytes stand for in an encoding."),
    ],
    init: None,
};

/// The names of encoding and error handler.
fn names<'v>(thread: &Thread, function: &str, args: &'v [Value]) -> Res<(&'v str, &'v str)> {
    let text = |value: &'v Value, name: &str, default: &'static str| -> Res<&'v str> {
        let what = format!("{function}() argument '{name}'");
        Ok(optional_text(thread, value, &what)?.unwrap_or(default))
    };
    Ok((
        text(&args[1], "encoding", "utf-8")?,
        text(&args[2], "errors", "strict")?,
    ))
}

fn encode(thread: &Thread, args: &[Value]) -> Res {
    let (encoding, errors) = names(thread, "encode", args)?;
    if args[0].as_str_object().is_none() {
        let given = type_name(thread, &args[0]);
        return Err(thread.type_error(format!("encode() argument 1 must be str, not {given}")));
    }
    Bytes::new_value(thread, &codec::encode(thread, &args[0], encoding, errors)?)
}

fn decode(thread: &Thread, args: &[Value]) -> Res {
    let (encoding, errors) = names(thread, "decode", args)?;
    codec::decode(thread, &args[0], encoding, errors)
}
