//! Functions on numbers and characters: abs, round, divmod, pow, hex, oct, bin, chr, ord.

use crate::base::int::print::to_text;
use crate::base::text::points::Points;
use crate::object::int::IntRef;
use crate::object::{Beside, NativeDef, Res, Str, Thread, Value, names};
use crate::runtime::protocol::{self, BinaryOp, binary, convert::index};
use crate::runtime::raise::with_poll;
use crate::types::int::operators::operand;

fn abs(thread: &Thread, args: &[Value]) -> Res {
    thread.before_read(&args[0]);
    let class = thread.class_of(&args[0]);
    match class.absolute() {
        Some(f) => f(thread, &args[0]),
        None => Err(thread.type_error(format!(
            "bad operand type for abs(): '{}'",
            class.name_text()
        ))),
    }
}

fn round(thread: &Thread, args: &[Value]) -> Res {
    let Some(method) = protocol::lookup_special(thread, &args[0], names::ROUND.value())? else {
        let name = thread.class_of(&args[0]).name_text();
        return Err(thread.type_error(format!("type {name} doesn't define __round__ method")));
    };
    match args[1].bound() {
        Some(digits) if !digits.is_none() => {
            protocol::call_positional(thread, &method, std::slice::from_ref(digits))
        }
        _ => protocol::call_positional(thread, &method, &[]),
    }
}

fn divmod(thread: &Thread, args: &[Value]) -> Res {
    binary(thread, BinaryOp::DivMod, &args[0], &args[1])
}

fn pow(thread: &Thread, args: &[Value]) -> Res {
    let none = Value::NONE;
    let modulus = args[2].bound().unwrap_or(&none);
    protocol::power(thread, &args[0], &args[1], modulus)
}

/// An int in a base that is a power of two, with its prefix.
fn in_base(thread: &Thread, value: &Value, base: u32, prefix: &str) -> Res {
    let int = index(thread, value)?;
    let (negative, digits) = match operand(thread, &int)? {
        IntRef::Small(int) => {
            let magnitude = int.unsigned_abs();
            let digits = match base {
                2 => format!("{magnitude:b}"),
                8 => format!("{magnitude:o}"),
                _ => format!("{magnitude:x}"),
            };
            (int < 0, digits)
        }
        IntRef::Big(big) => {
            thread.check_memory(big.bits() as usize / base.ilog2() as usize)?;
            let text = with_poll(thread, |poll| to_text(big, base, poll))?;
            let digits = text.trim_start_matches('-').to_owned();
            (text.starts_with('-'), digits)
        }
    };
    let sign = if negative { "-" } else { "" };
    Str::new_value(thread, &format!("{sign}{prefix}{digits}"))
}

fn hex(thread: &Thread, args: &[Value]) -> Res {
    in_base(thread, &args[0], 16, "0x")
}

fn oct(thread: &Thread, args: &[Value]) -> Res {
    in_base(thread, &args[0], 8, "0o")
}

fn bin(thread: &Thread, args: &[Value]) -> Res {
    in_base(thread, &args[0], 2, "0b")
}

fn chr(thread: &Thread, args: &[Value]) -> Res {
    let int = index(thread, &args[0])?;
    let point = operand(thread, &int)?.to_i64();
    match point.and_then(|point| u32::try_from(point).ok()) {
        Some(point) if point < 0x11_0000 => Str::from_point(thread, point),
        _ => Err(thread.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    let size = if let Some(text) = value.as_str_object() {
        let mut points = Points::new(text.as_bytes());
        match (points.next(), points.next()) {
            (Some(point), None) => return thread.int(i64::from(point)),
            _ => text.len(),
        }
    } else {
        let bytes = match value.as_bytes() {
            Some(bytes) => bytes.to_vec(),
            None => match value.payload::<crate::types::bytearray::ByteArray>() {
                Some(array) => array.read().to_vec(),
                None => {
                    return Err(thread.type_error(format!(
                        "ord() expected string of length 1, but {} found",
                        thread.class_of(value).name_text()
                    )));
                }
            },
        };
        match bytes[..] {
            [byte] => return Ok(Value::from_i32(i32::from(byte))),
            _ => bytes.len(),
        }
    };
    Err(thread.type_error(format!(
        "ord() expected a character, but string of length {size} found"
    )))
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("abs", "(x, /)", abs)
        .beside(Beside::Reads(1))
        .doc("The magnitude of a number."),
    NativeDef::function("round", "(number, ndigits=None)", round)
        .beside(Beside::PROTOCOLS)
        .doc(
            "The number rounded to so many digits behind the point; a tie goes to the\n\
        even digit.\n\n\
        Without ndigits the result is an int, else it has the type of the number.\n\
        ndigits below zero stands for tens, hundreds and so on.",
        ),
    NativeDef::function("divmod", "(x, y, /)", divmod)
        .beside(Beside::PROTOCOLS)
        .doc("Quotient and remainder of a floor division: (x // y, x % y)."),
    NativeDef::function("pow", "(base, exp, mod=None)", pow)
        .beside(Beside::PROTOCOLS)
        .doc(
            "base to the power exp; with mod, the remainder of that by mod, computed\n\
        without the large number between.\n\n\
        An int may have a negative exponent together with mod if it has an inverse.",
        ),
    NativeDef::function("hex", "(number, /)", hex)
        .beside(Beside::PROTOCOLS)
        .doc("The number as text in base 16: hex(255) is '0xff'."),
    NativeDef::function("oct", "(number, /)", oct)
        .beside(Beside::PROTOCOLS)
        .doc("The number as text in base 8: oct(8) is '0o10'."),
    NativeDef::function("bin", "(number, /)", bin)
        .beside(Beside::PROTOCOLS)
        .doc("The number as text in base 2: bin(5) is '0b101'."),
    NativeDef::function("chr", "(i, /)", chr)
        .beside(Beside::Reads(1))
        .doc("The string of the one character with that code point, 0 to 0x10ffff."),
    NativeDef::function("ord", "(c, /)", ord)
        .beside(Beside::Reads(1))
        .doc("The code point of a character, or the value of a single byte."),
];
