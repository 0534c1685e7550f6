//! `int.__round__`: to a power of ten, halves to even.

use super::operators::{bounded_power, exact, operand, wide};
use crate::base::int::div;
use crate::object::int::IntRef;
use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::index;
use crate::runtime::raise::with_poll;
use num_bigint::BigInt;
use num_integer::Integer;

/// `round(a, ndigits)`
pub fn round(thread: &Thread, args: &[Value]) -> Res {
    let Some(digits) = args[1].bound() else {
        return exact(thread, &args[0]);
    };
    let digits = index(thread, digits)?;
    let (number, digits) = (operand(thread, &args[0])?, operand(thread, &digits)?);
    if !digits.is_negative() {
        return exact(thread, &args[0]);
    }
    let places = match digits {
        IntRef::Small(digits) => digits.unsigned_abs(),
        IntRef::Big(_) => u64::MAX,
    };
    let number = wide(number);
    // With more places than the number has digits nothing is left: ten to the third needs less than ten bits.
    if places > number.bits() / 3 + 2 {
        return Ok(Value::from_i32(0));
    }
    let unit = bounded_power(thread, 10, places)?;
    let (mut quotient, rest) = with_poll(thread, |poll| div::divmod(&number, &unit, poll))?;
    let double: BigInt = rest << 1u32;
    if double > unit || double == unit && quotient.is_odd() {
        quotient += 1;
    }
    thread.int_from_big(quotient * unit)
}
