//! The methods and attributes of complex.

use super::new_value;
use super::operators::{exact, operand};
use crate::object::{Beside, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::classes::GetSetDef;
use crate::runtime::protocol::{self, format::format_complex};
use crate::types::int::methods::spec_argument;

fn conjugate(thread: &Thread, args: &[Value]) -> Res {
    let z = operand(thread, &args[0])?;
    new_value(thread, z.real, -z.imag)
}

fn to_complex(thread: &Thread, args: &[Value]) -> Res {
    exact(thread, &args[0])
}

fn new_arguments(thread: &Thread, args: &[Value]) -> Res {
    let z = operand(thread, &args[0])?;
    Tuple::pair(thread, thread.float(z.real)?, thread.float(z.imag)?)
}

fn format(thread: &Thread, args: &[Value]) -> Res {
    let spec = spec_argument(thread, &args[1])?;
    if spec.is_empty() {
        return protocol::str_of(thread, &args[0]);
    }
    let z = operand(thread, &args[0])?;
    let class = thread.class_of(&args[0]).name_text();
    format_complex(thread, z.real, z.imag, spec, &class)
}

/// The methods.
pub const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::method("conjugate", "(self, /)", conjugate).doc(
            "The number with the sign of its imaginary part turned: (3-4j).conjugate() is\n\
        (3+4j).",
        ),
        NativeDef::method("__complex__", "(self, /)", to_complex)
            .doc("The number as a complex, exactly."),
        NativeDef::method("__getnewargs__", "(self, /)", new_arguments),
        NativeDef::method("__format__", "(self, format_spec, /)", format),
    ],
);

/// The computed attributes.
pub const GETSET: &[GetSetDef] = &[
    GetSetDef::new("real", |thread, z| thread.float(operand(thread, z)?.real))
        .doc("The real part."),
    GetSetDef::new("imag", |thread, z| thread.float(operand(thread, z)?.imag))
        .doc("The imaginary part."),
];
