//! The methods and attributes of float.

use super::operators::{exact, int, operand};
use crate::base::float::{hex, ops};
use crate::object::{Beside, Builtin, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::GetSetDef;
use crate::runtime::protocol::{self, format::format_float, index_saturating};
use crate::runtime::raise::lift;
use crate::types::int::methods::spec_argument;
use crate::types::int::operators::made;

fn conjugate(thread: &Thread, args: &[Value]) -> Res {
    exact(thread, &args[0])
}

fn trunc(thread: &Thread, args: &[Value]) -> Res {
    int(thread, &args[0])
}

fn floor(thread: &Thread, args: &[Value]) -> Res {
    made(
        thread,
        lift(thread, ops::floor_to_int(operand(thread, &args[0])?))?,
    )
}

fn ceil(thread: &Thread, args: &[Value]) -> Res {
    made(
        thread,
        lift(thread, ops::ceil_to_int(operand(thread, &args[0])?))?,
    )
}

fn round(thread: &Thread, args: &[Value]) -> Res {
    let float = operand(thread, &args[0])?;
    match args[1].bound() {
        Some(digits) if !digits.is_none() => {
            let digits = index_saturating(thread, digits)?;
            thread.float(lift(thread, ops::round_digits(float, digits))?)
        }
        _ => made(thread, lift(thread, ops::round_to_int(float))?),
    }
}

fn as_integer_ratio(thread: &Thread, args: &[Value]) -> Res {
    let (above, below) = lift(thread, ops::as_integer_ratio(operand(thread, &args[0])?))?;
    Tuple::pair(
        thread,
        thread.int_from_big(above)?,
        thread.int_from_big(below)?,
    )
}

fn is_integer(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(ops::is_integer(operand(
        thread, &args[0],
    )?)))
}

fn to_hex(thread: &Thread, args: &[Value]) -> Res {
    Str::new_value(thread, &hex::to_hex(operand(thread, &args[0])?))
}

fn from_hex(thread: &Thread, args: &[Value]) -> Res {
    let Some(text) = args[1].as_str_object() else {
        return Err(thread.type_error("bad argument type for built-in operation"));
    };
    let number = thread.float(lift(thread, hex::from_hex(text.as_bytes()))?)?;
    if args[0].is(Builtin::Float.class()) {
        return Ok(number);
    }
    protocol::call_positional(thread, &args[0], &[number])
}

fn new_arguments(thread: &Thread, args: &[Value]) -> Res {
    Tuple::from_vec(thread, vec![exact(thread, &args[0])?])
}

fn get_format(thread: &Thread, args: &[Value]) -> Res {
    match args[1].as_str() {
        Some("double" | "float") => Str::new_value(thread, "IEEE, little-endian"),
        Some(_) => {
            Err(thread.value_error("__getformat__() argument 1 must be 'double' or 'float'"))
        }
        None => Err(thread.type_error(format!(
            "__getformat__() argument must be str, not {}",
            crate::types::text::args::type_name(thread, &args[1])
        ))),
    }
}

fn format(thread: &Thread, args: &[Value]) -> Res {
    let spec = spec_argument(thread, &args[1])?;
    if spec.is_empty() {
        return protocol::str_of(thread, &args[0]);
    }
    let class = thread.class_of(&args[0]).name_text();
    format_float(thread, operand(thread, &args[0])?, spec, &class)
}

/// The methods.
pub const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::method("conjugate", "(self, /)", conjugate)
            .doc("The number itself, as its imaginary part is zero."),
        NativeDef::method("__trunc__", "(self, /)", trunc)
            .doc("The integer next to it in the direction of zero."),
        NativeDef::method("__floor__", "(self, /)", floor)
            .doc("The greatest integer that is not above it."),
        NativeDef::method("__ceil__", "(self, /)", ceil)
            .doc("The least integer that is not below it."),
        NativeDef::method("__round__", "(self, ndigits=None, /)", round).doc(
            "The number rounded to so many digits behind the point; an int, if ndigits is\n\
        left out.",
        ),
        NativeDef::method("as_integer_ratio", "(self, /)", as_integer_ratio).doc(
            "Numerator and positive denominator of the fraction, in lowest terms, that\n\
        equals the number.\n\n\
        OverflowError for infinities, ValueError for a NaN.",
        ),
        NativeDef::class_method("fromhex", "(type, string, /)", from_hex)
            .doc("The float that a hexadecimal text such as '0x1.8p+3' stands for."),
        NativeDef::method("hex", "(self, /)", to_hex).doc(
            "The number as hexadecimal text, exactly: (1.5).hex() is\n\
        '0x1.8000000000000p+0'.",
        ),
        NativeDef::method("is_integer", "(self, /)", is_integer)
            .doc("Whether the number is an integer."),
        NativeDef::method("__getnewargs__", "(self, /)", new_arguments),
        NativeDef::class_method("__getformat__", "(type, typestr, /)", get_format)
            .doc("How C's type 'double' or 'float' is laid out here; for tests."),
        NativeDef::method("__format__", "(self, format_spec, /)", format),
    ],
);

/// The computed attributes.
pub const GETSET: &[GetSetDef] = &[
    GetSetDef::new("real", exact).doc("The real part: the number itself."),
    GetSetDef::new("imag", |thread, _| thread.float(0.0)).doc("The imaginary part, which is zero."),
];
