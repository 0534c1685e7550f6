//! `self % arguments` of bytes and bytearray.
#![forbid(unsafe_code)]

use super::value::{kind_of, snapshot};
use crate::object::{Bytes, Res, Thread, Value};
use crate::types::bytearray::ByteArray;
use crate::types::text::percent::format_bytes;

/// `template % arguments`; NotImplemented if the left operand is no template.
pub fn remainder(thread: &Thread, template: &Value, arguments: &Value) -> Res {
    if template.payload::<Bytes>().is_none() && template.payload::<ByteArray>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let formatted = format_bytes(thread, &snapshot(template), arguments)?;
    kind_of(template).make_from(thread, formatted)
}
