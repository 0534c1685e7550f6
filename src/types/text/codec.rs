//! `str.encode` and `bytes.decode`: the codecs of `base::text::codec` with their faults raised as exceptions.
#![forbid(unsafe_code)]

use super::buffer;
use crate::base::error::Error;
use crate::base::text::codec::{self, Codec, Failure, Fault, Handler};
use crate::base::{Interrupted, Poll};
use crate::object::{Builtin, Bytes, Raised, Res, Str, Thread, Value};
use crate::runtime::protocol::call_positional;
use crate::runtime::{raise, safepoint};

/// Encodings that are no text encodings: `codecs.encode` knows them, `str.encode` does not.
const NOT_TEXT: &[&str] = &[
    "base64",
    "base64_codec",
    "bz2",
    "bz2_codec",
    "hex",
    "hex_codec",
    "quopri",
    "quopri_codec",
    "rot13",
    "rot_13",
    "uu",
    "uu_codec",
    "zlib",
    "zlib_codec",
];

/// The codec of an encoding's name.
///
/// # Errors
/// LookupError
pub fn lookup(thread: &Thread, encoding: &str, doing: &str) -> Res<Codec> {
    match Codec::from_name(encoding) {
        Some(codec) => Ok(codec),
        None if NOT_TEXT.contains(&encoding) => Err(thread.error(
            Builtin::LookupError,
            format!(
                "'{encoding}' is not a text encoding; use codecs.{doing}() to handle arbitrary codecs"
            ),
        )),
        None => Err(thread.error(
            Builtin::LookupError,
            format!("unknown encoding: {encoding}"),
        )),
    }
}

/// Runs a conversion with a poll that serves safepoints; a fault is for the caller to raise.
fn run(
    thread: &Thread,
    convert: impl FnOnce(Poll<'_>) -> Result<Vec<u8>, Failure>,
) -> Res<Result<Vec<u8>, Fault>> {
    let mut interruption = None;
    let result = convert(&mut || {
        safepoint::poll(thread).map_err(|raised| {
            interruption = Some(raised);
            Interrupted
        })
    });
    match (result, interruption) {
        (_, Some(raised)) => Err(raised),
        (Ok(converted), None) => Ok(Ok(converted)),
        (Err(Failure::Fault(fault)), None) => Ok(Err(fault)),
        (Err(Failure::Error(error)), None) => Err(raise::base_error(thread, error)),
        (Err(Failure::Raised), None) => Err(raise::base_error(thread, Error::Interrupted)),
    }
}

/// The bytes of a str in an encoding.
///
/// # Errors
/// UnicodeEncodeError, LookupError for unknown encodings and error handlers.
pub fn encode(thread: &Thread, text: &Value, encoding: &str, errors: &str) -> Res<Vec<u8>> {
    let codec = lookup(thread, encoding, "encode")?;
    encode_as(thread, text, codec, errors)
}

/// The bytes of a str in an encoding that is known.
///
/// # Errors
/// UnicodeEncodeError, LookupError for unknown error handlers.
pub fn encode_as(thread: &Thread, text: &Value, codec: Codec, errors: &str) -> Res<Vec<u8>> {
    let bytes = text.as_str_object().map_or(&[] as &[u8], Str::as_bytes);
    thread.check_memory(bytes.len())?;
    let converted = run(thread, |poll| match Handler::from_name(errors.as_bytes()) {
        Some(handler) => codec::encode_builtin(codec, bytes, handler, poll),
        None => codec::encode(
            codec,
            bytes,
            &mut |_| Err(Failure::Error(Handler::unknown(errors.as_bytes()))),
            poll,
        ),
    })?;
    converted
        .map_err(|fault| raise_fault(thread, Builtin::UnicodeEncodeError, text.clone(), &fault))
}

/// The text that a bytes-like object stands for in an encoding.
///
/// # Errors
/// UnicodeDecodeError, LookupError for unknown encodings and error handlers.
pub fn decode(thread: &Thread, value: &Value, encoding: &str, errors: &str) -> Res {
    let bytes = buffer::require(thread, value)?.unlocked();
    if encoding == "utf-8" && errors == "strict" && std::str::from_utf8(&bytes).is_ok() {
        return Str::from_bytes(thread, &bytes);
    }
    if bytes.is_empty() {
        return Str::from_ascii(thread, b"");
    }
    let codec = lookup(thread, encoding, "decode")?;
    let object = || match value.is_exact(Builtin::Bytes) {
        true => Ok(value.clone()),
        false => Bytes::new_value(thread, &bytes),
    };
    Str::from_bytes(thread, &decoded(thread, &bytes, codec, errors, &object)?)
}

/// The text, in generalised UTF-8, that bytes stand for in an encoding that is known.
///
/// # Errors
/// UnicodeDecodeError, LookupError for unknown error handlers.
pub fn decode_as(thread: &Thread, bytes: &[u8], codec: Codec, errors: &str) -> Res<Vec<u8>> {
    decoded(thread, bytes, codec, errors, &|| {
        Bytes::new_value(thread, bytes)
    })
}

/// As [`decode_as`]; `object` gives what the exception names.
fn decoded(
    thread: &Thread,
    bytes: &[u8],
    codec: Codec,
    errors: &str,
    object: &dyn Fn() -> Res,
) -> Res<Vec<u8>> {
    thread.check_memory(bytes.len())?;
    let converted = run(thread, |poll| match Handler::from_name(errors.as_bytes()) {
        Some(handler) => codec::decode_builtin(codec, bytes, handler, poll),
        None => codec::decode(
            codec,
            bytes,
            &mut |_, _| Err(Failure::Error(Handler::unknown(errors.as_bytes()))),
            poll,
        ),
    })?;
    converted.or_else(|fault| {
        Err(raise_fault(
            thread,
            Builtin::UnicodeDecodeError,
            object()?,
            &fault,
        ))
    })
}

/// Raises UnicodeEncodeError or UnicodeDecodeError.
#[cold]
fn raise_fault(thread: &Thread, class: Builtin, object: Value, fault: &Fault) -> Raised {
    let make = || {
        let args = [
            Str::new_value(thread, fault.encoding)?,
            object,
            thread.int_from_usize(fault.start)?,
            thread.int_from_usize(fault.end)?,
            Str::new_value(thread, fault.reason)?,
        ];
        call_positional(thread, class.class(), &args)
    };
    raise::raise_made(thread, make())
}

/// The UnicodeEncodeError for a str with lone surrogates where UTF-8 is wanted.
#[cold]
pub fn surrogates_error(thread: &Thread, text: &Value) -> Raised {
    match encode(thread, text, "utf-8", "strict") {
        Err(raised) => raised,
        Ok(_) => thread.value_error("surrogates not allowed"),
    }
}
