//! The method table of bytearray, and the methods that only it has and that leave it as it is.
#![forbid(unsafe_code)]

use super::mutate;
use super::operators::array;
use crate::object::{NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::protocol::convert::index_i64;
use crate::types::bytes::methods::byte_methods;
use crate::types::bytes::value::{Kind, snapshot};
use crate::types::bytes::{search, split, transform};
use crate::types::shared::state_of;

fn copy(thread: &Thread, args: &[Value]) -> Res {
    Kind::ByteArray.make(thread, &snapshot(&args[0]))
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let bytes = snapshot(&args[0]);
    let mut text = Vec::new();
    for byte in &*bytes {
        crate::base::text::points::push(&mut text, (*byte).into());
    }
    let arguments = vec![
        Str::from_bytes(thread, &text)?,
        Str::new_value(thread, "latin-1")?,
    ];
    let arguments = if bytes.is_empty() {
        Tuple::empty()
    } else {
        Tuple::from_vec(thread, arguments)?
    };
    let parts = vec![
        thread.class_object(&args[0]),
        arguments,
        state_of(thread, &args[0])?,
    ];
    Tuple::from_vec(thread, parts)
}

fn reduce_ex(thread: &Thread, args: &[Value]) -> Res {
    let protocol = match args[1].bound() {
        Some(protocol) => index_i64(thread, protocol)?,
        None => 0,
    };
    if protocol < 3 {
        return reduce(thread, args);
    }
    let bytes = snapshot(&args[0]);
    let arguments = if bytes.is_empty() {
        Tuple::empty()
    } else {
        Tuple::from_vec(thread, vec![Kind::Bytes.make(thread, &bytes)?])?
    };
    let parts = vec![
        thread.class_object(&args[0]),
        arguments,
        state_of(thread, &args[0])?,
    ];
    Tuple::from_vec(thread, parts)
}

fn allocated(args: &[Value]) -> usize {
    match array(&args[0]) {
        Some(array) if !array.is_empty() => array.len() + 1,
        _ => 0,
    }
}

fn alloc(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(allocated(args))
}

fn size_of(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(allocated(args) + 56)
}

/// The methods of bytearray.
pub const METHODS: &[NativeDef] = &byte_methods![
    NativeDef::method("__alloc__", "(self, /)", alloc).doc(
        "B.__alloc__() -> int\n\n\
        How many bytes are reserved."
    ),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__reduce_ex__", "(self, proto=0, /)", reduce_ex),
    NativeDef::method("__sizeof__", "(self, /)", size_of),
    NativeDef::method("append", "(self, item, /)", mutate::append).doc("Adds a byte at the end."),
    NativeDef::method("clear", "(self, /)", mutate::clear).doc("Removes all bytes."),
    NativeDef::method("copy", "(self, /)", copy).doc("A new bytearray of the same bytes."),
    NativeDef::method("extend", "(self, iterable_of_ints, /)", mutate::extend)
        .doc("Adds the bytes of an iterable of ints, or of a buffer, at the end."),
    NativeDef::method("insert", "(self, index, item, /)", mutate::insert)
        .doc("Puts a byte before the one at index."),
    NativeDef::method("pop", "(self, index=-1, /)", mutate::pop).doc(
        "Removes the byte at index and gives it back; the last one, if no index is\n\
        given. IndexError if there is none."
    ),
    NativeDef::method("remove", "(self, value, /)", mutate::remove)
        .doc("Removes the first byte of that value. ValueError if there is none."),
    NativeDef::method("reverse", "(self, /)", mutate::reverse)
        .doc("Turns the order of the bytes around, in place."),
];
