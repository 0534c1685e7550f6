//! Truth, hash, text, length and index of values: what every type can be asked for.
//!
//! Each function looks at the exact built-in types first, which need no call, and then goes through the class's slot; what the
//! slot of a script's class answers is checked here. **Invariant**: `repr`, `str_of`, `ascii` and `format` answer an instance of str
//! (maybe of a subclass, as the method gave it); `index` answers an exact int; `hash` never answers -1.

use super::call::call_positional;
use super::lookup_special;
use crate::base::hash as hashing;
use crate::base::int::convert::{hash as int_hash, hash_small};
use crate::base::int::print::to_decimal;
use crate::base::text::points::Points;
use crate::base::text::repr::{push_escape, push_str_ascii, push_str_repr};
use crate::object::int::IntRef;
use crate::object::{Builtin, Res, Str, Thread, Value, names};
use crate::runtime::{raise, state, warnings};
use num_traits::ToPrimitive;

/// `bool(value)`
#[inline]
pub fn truth(thread: &Thread, value: &Value) -> Res<bool> {
    if let Some(truth) = value.as_bool() {
        return Ok(truth);
    }
    if let Some(int) = value.as_small_int() {
        return Ok(int != 0);
    }
    if value.is_none() {
        return Ok(false);
    }
    truth_of_object(thread, value)
}

#[inline(never)]
fn truth_of_object(thread: &Thread, value: &Value) -> Res<bool> {
    if let Some(float) = value.as_inline_float() {
        return Ok(float != 0.0);
    }
    thread.before_read(value);
    let class = thread.class_of(value);
    if let Some(f) = class.truth() {
        return f(thread, value);
    }
    match class.len() {
        Some(f) => Ok(f(thread, value)? != 0),
        None => Ok(true),
    }
}

/// `hash(value)`
#[inline]
pub fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    if value.is_exact(Builtin::Str)
        && let Some(text) = value.as_str_object()
    {
        return Ok(text.hash(thread));
    }
    if let Some(int) = value.as_small_int() {
        return Ok(hash_small(int));
    }
    hash_of_object(thread, value)
}

#[inline(never)]
fn hash_of_object(thread: &Thread, value: &Value) -> Res<i64> {
    if let Some(float) = value.as_inline_float() {
        return Ok(hashing::hash_float(float).unwrap_or(0));
    }
    if let Some(truth) = value.as_bool() {
        return Ok(i64::from(truth));
    }
    if value.is_none() {
        return Ok(hashing::HASH_NONE);
    }
    if value.is_exact(Builtin::Int)
        && let Some(IntRef::Big(int)) = value.as_int()
    {
        return Ok(int_hash(int));
    }
    thread.before_read(value);
    let class = thread.class_of(value);
    match class.hash() {
        Some(f) => {
            thread.check_stack("")?;
            f(thread, value)
        }
        None => Err(thread.type_error(format!("unhashable type: '{}'", class.name_text()))),
    }
}

/// `repr(value)`, a str.
pub fn repr(thread: &Thread, value: &Value) -> Res {
    if let Some(text) = plain_repr(thread, value) {
        return text;
    }
    thread.check_stack(" while getting the repr of an object")?;
    thread.before_read(value);
    let class = thread.class_of(value);
    let text = match class.repr() {
        Some(f) => f(thread, value)?,
        None => return default_repr(thread, value),
    };
    check_text(thread, text, "__repr__")
}

/// `repr` of a value whose class is exactly a built-in scalar, None for the rest.
fn plain_repr(thread: &Thread, value: &Value) -> Option<Res> {
    if value.is_exact(Builtin::Str) {
        let text = value.as_str_object()?;
        let mut out = Vec::with_capacity(text.byte_len() + 2);
        push_str_repr(&mut out, text.as_bytes());
        return Some(Str::from_bytes(thread, &out));
    }
    plain_number(thread, value)
}

/// The text of exact ints, floats, bools and None, None for the rest.
pub(super) fn plain_number(thread: &Thread, value: &Value) -> Option<Res> {
    if let Some(int) = value.as_small_int() {
        return Some(int_text(thread, int));
    }
    if let Some(float) = value.as_inline_float() {
        return Some(super::format::float_repr(thread, float));
    }
    if let Some(truth) = value.as_bool() {
        return Some(Str::new_value(thread, if truth { "True" } else { "False" }));
    }
    if value.is_none() {
        return Some(Str::new_value(thread, "None"));
    }
    None
}

/// `str(int)` of an inline integer.
fn int_text(thread: &Thread, int: i64) -> Res {
    let mut buffer = [0; 20];
    Str::from_ascii(thread, decimal(int, &mut buffer))
}

/// Writes an integer in decimal; the digits stand at the end of the buffer.
pub fn decimal(int: i64, buffer: &mut [u8; 20]) -> &[u8] {
    let mut rest = int.unsigned_abs();
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if int < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

/// `repr` of an integer of any size, within the limit on conversions that `sys.set_int_max_str_digits` sets.
pub fn int_repr(thread: &Thread, int: IntRef<'_>) -> Res {
    match int {
        IntRef::Small(int) => int_text(thread, int),
        IntRef::Big(int) => {
            if let Some(int) = int.to_i64() {
                return int_text(thread, int);
            }
            let digits = state::interpreter(thread)
                .int_max_str_digits
                .load(std::sync::atomic::Ordering::Relaxed);
            let text = raise::with_poll(thread, |poll| to_decimal(int, digits as usize, poll))?;
            Str::new_value(thread, &text)
        }
    }
}

/// `repr(value)` as plain text, for messages.
///
/// # Errors
/// What `__repr__` raises.
pub fn repr_text(thread: &Thread, value: &Value) -> Res<String> {
    let text = super::repr(thread, value)?;
    let text = text.as_str_object();
    Ok(text.map_or_else(String::new, |text| text.to_text().into_owned()))
}

/// `<X object at 0x…>`, the representation that `object` gives to everything.
pub fn default_repr(thread: &Thread, value: &Value) -> Res {
    let class = thread.class_of(value);
    let module = match class.namespace().payload::<crate::object::Dict>() {
        Some(namespace) if !class.is_static() => namespace.get_str(thread, names::MODULE.value()),
        _ => None,
    };
    let name = class.qualname.load().unwrap_or_else(|| class.name.get());
    let name = name
        .as_str_object()
        .map_or_else(|| class.name_text(), |name| name.to_text().into_owned());
    let shown = match module.as_ref().and_then(|module| module.as_str()) {
        Some(module) if module != "builtins" => format!("{module}.{name}"),
        // The names of static classes are dotted.
        _ if class.is_static() => class.name_text(),
        _ => name,
    };
    Str::new_value(
        thread,
        &format!("<{shown} object at {:#x}>", thread.identity(value)),
    )
}

fn check_text(thread: &Thread, text: Value, method: &str) -> Res {
    if text.as_str_object().is_some() {
        return Ok(text);
    }
    Err(thread.type_error(format!(
        "{method} returned non-string (type {})",
        thread.class_of(&text).name_text()
    )))
}

/// `ascii(value)`, a str.
pub fn ascii(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Str)
        && let Some(text) = value.as_str_object()
    {
        let mut out = Vec::with_capacity(text.byte_len() + 2);
        push_str_ascii(&mut out, text.as_bytes());
        return Str::from_bytes(thread, &out);
    }
    let shown = repr(thread, value)?;
    let Some(text) = shown.as_str_object() else {
        return Ok(shown);
    };
    if text.is_ascii() {
        return Ok(shown);
    }
    let mut out = Vec::with_capacity(text.byte_len() * 2);
    for c in Points::new(text.as_bytes()) {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => out.push(byte),
            _ => push_escape(&mut out, c),
        }
    }
    Str::from_bytes(thread, &out)
}

/// `str(value)`, a str.
#[inline]
pub fn str_of(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Str) {
        return Ok(value.clone());
    }
    if let Some(text) = plain_number(thread, value) {
        return text;
    }
    str_of_object(thread, value)
}

#[inline(never)]
fn str_of_object(thread: &Thread, value: &Value) -> Res {
    thread.before_read(value);
    let class = thread.class_of(value);
    let Some(f) = class.str() else {
        return repr(thread, value);
    };
    thread.check_stack(" while getting the str of an object")?;
    check_text(thread, f(thread, value)?, "__str__")
}

/// `format(value, spec)`, a str; `spec` is a str.
///
/// # Errors
/// TypeError if the class has no `__format__` or that answers no str, and what it raises.
pub fn format(thread: &Thread, value: &Value, spec: &Value) -> Res {
    if let Some(spec) = spec.as_str_object() {
        if !spec.is_empty() {
            if let Some(text) = super::format::format_exact(thread, value, spec.as_bytes()) {
                return text;
            }
        } else if value.is_exact(Builtin::Str) {
            return Ok(value.clone());
        } else if let Some(text) = plain_number(thread, value) {
            return text;
        }
    }
    thread.before_read(value);
    let Some(method) = lookup_special(thread, value, names::FORMAT.value())? else {
        return Err(thread.type_error(format!(
            "Type {} doesn't define __format__",
            thread.class_of(value).name_text()
        )));
    };
    let text = call_positional(thread, &method, std::slice::from_ref(spec))?;
    if text.as_str_object().is_some() {
        return Ok(text);
    }
    Err(thread.type_error(format!(
        "__format__ must return a str, not {}",
        thread.class_of(&text).name_text()
    )))
}

/// `len(value)`
pub fn length(thread: &Thread, value: &Value) -> Res<usize> {
    thread.before_read(value);
    let class = thread.class_of(value);
    match class.len() {
        Some(f) => f(thread, value),
        None => Err(thread.type_error(format!(
            "object of type '{}' has no len()",
            class.name_text()
        ))),
    }
}

/// `operator.index(value)`: an exact int.
pub fn index(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Int) {
        return Ok(value.clone());
    }
    thread.before_read(value);
    if let Some(int) = value.as_int() {
        return exact_int(thread, int);
    }
    let class = thread.class_of(value);
    let Some(f) = class.index() else {
        return Err(thread.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            class.name_text()
        )));
    };
    exact_answer(thread, f(thread, value)?, "__index__")
}

/// What a `method` that converts to int has answered, as an exact int.
///
/// # Errors
/// TypeError for anything that is no int; DeprecationWarning, for an instance of a subclass, where that is an error.
pub fn exact_answer(thread: &Thread, answer: Value, method: &str) -> Res {
    if answer.is_exact(Builtin::Int) {
        return Ok(answer);
    }
    let class = thread.class_of(&answer).name_text();
    let Some(int) = answer.as_int() else {
        return Err(thread.type_error(format!("{method} returned non-int (type {class})")));
    };
    let message = format!(
        "{method} returned non-int (type {class}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."
    );
    warnings::warn(thread, Builtin::DeprecationWarning, &message)?;
    exact_int(thread, int)
}

fn exact_int(thread: &Thread, int: IntRef<'_>) -> Res {
    match int {
        IntRef::Small(int) => thread.int(int),
        IntRef::Big(int) => thread.int_from_big(int.clone()),
    }
}

/// `operator.index(value)` as i64; IndexError "cannot fit 'int' into an index-sized integer" beyond.
#[inline]
pub fn index_i64(thread: &Thread, value: &Value) -> Res<i64> {
    match value.as_small_int() {
        Some(int) => Ok(int),
        None => index_or(thread, value, Builtin::IndexError),
    }
}

/// `operator.index(value)` as i64; OverflowError with the same message beyond, as repetition counts and sizes have it.
#[inline]
pub fn index_size(thread: &Thread, value: &Value) -> Res<i64> {
    match value.as_small_int() {
        Some(int) => Ok(int),
        None => index_or(thread, value, Builtin::OverflowError),
    }
}

/// `operator.index(value)` as an argument of the C type Py_ssize_t: OverflowError "Python int too large to convert to C ssize_t".
pub fn index_ssize(thread: &Thread, value: &Value) -> Res<i64> {
    if let Some(int) = value.as_small_int() {
        return Ok(int);
    }
    let int = index(thread, value)?;
    int.as_int()
        .and_then(IntRef::to_i64)
        .ok_or_else(|| thread.overflow_error("Python int too large to convert to C ssize_t"))
}

#[cold]
fn index_or(thread: &Thread, value: &Value, error: Builtin) -> Res<i64> {
    let int = index(thread, value)?;
    int.as_int().and_then(IntRef::to_i64).ok_or_else(|| {
        thread.error(
            error,
            format!(
                "cannot fit '{}' into an index-sized integer",
                thread.class_of(value).name_text()
            ),
        )
    })
}

/// `operator.index(value)` clamped to the range of i64, as slices take their bounds.
#[inline]
pub fn index_saturating(thread: &Thread, value: &Value) -> Res<i64> {
    if let Some(int) = value.as_small_int() {
        return Ok(int);
    }
    let int = index(thread, value)?;
    let Some(int) = int.as_int() else {
        return Ok(0);
    };
    Ok(int.to_i64().unwrap_or(if int.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    }))
}
