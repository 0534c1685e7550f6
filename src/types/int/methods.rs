//! The methods and attributes of int.

use super::operators::{exact, made, operand, wide};
use super::round::round;
use crate::base::int::{bits, bytes};
use crate::object::int::IntRef;
use crate::object::{Beside, Builtin, Bytes, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::classes::GetSetDef;
use crate::runtime::protocol::{self, convert::index_ssize, format::format_int, truth};
use crate::runtime::raise::lift;
use crate::types::text::args::type_name;

fn first(thread: &Thread, args: &[Value]) -> Res {
    exact(thread, &args[0])
}

fn bit_length(thread: &Thread, args: &[Value]) -> Res {
    match operand(thread, &args[0])? {
        IntRef::Small(x) => thread.int(i64::from(bits::bit_length_small(x))),
        IntRef::Big(x) => thread.int(bits::bit_length(x) as i64),
    }
}

fn bit_count(thread: &Thread, args: &[Value]) -> Res {
    match operand(thread, &args[0])? {
        IntRef::Small(x) => thread.int(i64::from(x.unsigned_abs().count_ones())),
        IntRef::Big(x) => thread.int(bits::bit_count(x) as i64),
    }
}

fn byte_order(thread: &Thread, value: &Value, method: &str) -> Res<bytes::ByteOrder> {
    let Some(value) = value.bound() else {
        return Ok(bytes::ByteOrder::Big);
    };
    match value.as_str_object() {
        Some(name) => lift(thread, bytes::ByteOrder::from_name(name.as_bytes())),
        None => Err(thread.type_error(format!(
            "{method}() argument 'byteorder' must be str, not {}",
            type_name(thread, value)
        ))),
    }
}

fn flag(thread: &Thread, value: &Value) -> Res<bool> {
    value
        .bound()
        .map_or(Ok(false), |value| truth(thread, value))
}

fn to_bytes(thread: &Thread, args: &[Value]) -> Res {
    let length = match args[1].bound() {
        Some(length) => index_ssize(thread, length)?,
        None => 1,
    };
    let order = byte_order(thread, &args[2], "to_bytes")?;
    let signed = flag(thread, &args[3])?;
    if length > 0 {
        thread.check_memory(length as usize)?;
    }
    let number = wide(operand(thread, &args[0])?);
    let bytes = lift(thread, bytes::to_bytes(&number, length, order, signed))?;
    Bytes::new_value(thread, &bytes)
}

fn from_bytes(thread: &Thread, args: &[Value]) -> Res {
    let source = &args[1];
    let order = byte_order(thread, &args[2], "from_bytes")?;
    let signed = flag(thread, &args[3])?;
    let number = match source.as_bytes() {
        Some(data) => bytes::from_bytes(data, order, signed),
        None => {
            if source.as_int().is_some() || source.as_str_object().is_some() {
                let class = thread.class_of(source).name_text();
                return Err(thread.type_error(format!("cannot convert '{class}' object to bytes")));
            }
            let class = Builtin::Bytes.class();
            let data = protocol::call_positional(thread, class, std::slice::from_ref(source))?;
            bytes::from_bytes(data.as_bytes().unwrap_or(&[]), order, signed)
        }
    };
    let number = made(thread, number)?;
    let class = &args[0];
    if class.is(Builtin::Int.class()) {
        return Ok(number);
    }
    protocol::call_positional(thread, class, &[number])
}

fn as_integer_ratio(thread: &Thread, args: &[Value]) -> Res {
    Tuple::pair(thread, exact(thread, &args[0])?, Value::from_i32(1))
}

fn is_integer(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::TRUE)
}

fn new_arguments(thread: &Thread, args: &[Value]) -> Res {
    Tuple::from_vec(thread, vec![exact(thread, &args[0])?])
}

fn format(thread: &Thread, args: &[Value]) -> Res {
    let spec = spec_argument(thread, &args[1])?;
    let class = thread.class_of(&args[0]).name_text();
    if spec.is_empty() {
        return protocol::str_of(thread, &args[0]);
    }
    format_int(thread, operand(thread, &args[0])?, spec, &class)
}

/// The format specification that a `__format__` was given.
///
/// # Errors
/// TypeError if it is no str.
pub fn spec_argument<'v>(thread: &Thread, value: &'v Value) -> Res<&'v [u8]> {
    match value.as_str_object() {
        Some(text) => Ok(text.as_bytes()),
        None => Err(thread.type_error(format!(
            "__format__() argument must be str, not {}",
            type_name(thread, value)
        ))),
    }
}

fn size_of(thread: &Thread, args: &[Value]) -> Res {
    let bits = match operand(thread, &args[0])? {
        IntRef::Small(x) => u64::from(bits::bit_length_small(x)),
        IntRef::Big(x) => bits::bit_length(x),
    };
    thread.int(24 + 4 * bits.div_ceil(30).max(1) as i64)
}

/// The methods.
pub const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::method("conjugate", "(self, /)", first)
            .doc("The number itself, as its imaginary part is zero."),
        NativeDef::method("bit_length", "(self, /)", bit_length)
            .doc("How many bits the number has, without its sign: (37).bit_length() is 6."),
        NativeDef::method("bit_count", "(self, /)", bit_count)
            .doc("How many bits of the magnitude are 1: (13).bit_count() is 3."),
        NativeDef::method(
            "to_bytes",
            "(self, /, length=1, byteorder='big', *, signed=False)",
            to_bytes,
        )
        .doc(
            "The number as so many bytes.\n\n\
        \x20 length\n\
        \x20   how many bytes. OverflowError if they are too few.\n\
        \x20 byteorder\n\
        \x20   'big' if the most significant byte comes first, 'little' if it comes last.\n\
        \x20 signed\n\
        \x20   whether negative numbers are possible, in two's complement.",
        ),
        NativeDef::class_method(
            "from_bytes",
            "(type, /, bytes, byteorder='big', *, signed=False)",
            from_bytes,
        )
        .doc(
            "The number that bytes stand for.\n\n\
        \x20 bytes\n\
        \x20   a buffer or an iterable of ints.\n\
        \x20 byteorder\n\
        \x20   'big' if the most significant byte comes first, 'little' if it comes last.\n\
        \x20 signed\n\
        \x20   whether they are in two's complement.",
        ),
        NativeDef::method("as_integer_ratio", "(self, /)", as_integer_ratio)
            .doc("The number as a fraction: itself and 1."),
        NativeDef::method("is_integer", "(self, /)", is_integer)
            .doc("True, as for a float without a fraction."),
        NativeDef::method("__trunc__", "(self, /)", first).doc("The number itself."),
        NativeDef::method("__floor__", "(self, /)", first).doc("The number itself."),
        NativeDef::method("__ceil__", "(self, /)", first).doc("The number itself."),
        NativeDef::method("__round__", "(self, ndigits=<unrepresentable>, /)", round)
            .doc("The number itself, or rounded to a power of ten if ndigits is negative."),
        NativeDef::method("__getnewargs__", "(self, /)", new_arguments),
        NativeDef::method("__format__", "(self, format_spec, /)", format),
        NativeDef::method("__sizeof__", "(self, /)", size_of),
    ],
);

/// The computed attributes.
pub const GETSET: &[GetSetDef] = &[
    GetSetDef::new("real", exact).doc("The real part: the number itself."),
    GetSetDef::new("imag", |_, _| Ok(Value::from_i32(0))).doc("The imaginary part, which is zero."),
    GetSetDef::new("numerator", exact).doc("The numerator: the number itself."),
    GetSetDef::new("denominator", |_, _| Ok(Value::from_i32(1)))
        .doc("The denominator, which is one."),
];
