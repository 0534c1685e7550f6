//! `template % arguments` for str and bytes: fetching arguments and converting them; parsing and layout are `base::format::percent`.
#![forbid(unsafe_code)]

use crate::base::format::Limits;
use crate::base::format::percent::{self, Conversion, Layout, Piece, Star, Template};
use crate::base::int::convert::to_f64;
use crate::base::text::points;
use crate::object::int::IntRef;
use crate::object::{Builtin, Bytes, Raised, Res, Str, Thread, Value, names};
use crate::runtime::protocol::convert::decimal;
use crate::runtime::protocol::format::{ShortText, fixed_digits, limits};
use crate::runtime::protocol::{self, ascii, get_item, index, lookup_special, repr, str_of};
use crate::runtime::raise;
use crate::types::bytearray::ByteArray;
use crate::types::text::buffer;

/// Which operator formats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Str,
    Bytes,
}

/// The right operand, as the conversions take from it.
struct Arguments<'a> {
    /// The tuple, or the one argument.
    values: &'a [Value],
    next: usize,
    /// What the last key found: it stands for all arguments then.
    found: Option<Value>,
    found_taken: bool,
    mapping: Option<&'a Value>,
}

impl<'a> Arguments<'a> {
    fn new(thread: &Thread, operand: &'a Value, mode: Mode) -> Arguments<'a> {
        let values = operand.as_tuple();
        let plain = values.is_some()
            || operand.as_str_object().is_some()
            || mode == Mode::Bytes
                && (operand.as_bytes().is_some() || operand.payload::<ByteArray>().is_some());
        let mapping = !plain && thread.class_of(operand).get_item().is_some();
        Arguments {
            values: values.unwrap_or(std::slice::from_ref(operand)),
            next: 0,
            found: None,
            found_taken: false,
            mapping: mapping.then_some(operand),
        }
    }

    fn look_up(&mut self, thread: &Thread, key: &[u8], mode: Mode) -> Res<()> {
        let Some(mapping) = self.mapping else {
            return Err(raise::base_error(thread, percent::requires_mapping()));
        };
        let key = match mode {
            Mode::Str => Str::from_bytes(thread, key)?,
            Mode::Bytes => Bytes::new_value(thread, key)?,
        };
        self.found = Some(get_item(thread, mapping, &key)?);
        self.found_taken = false;
        Ok(())
    }

    fn take(&mut self, thread: &Thread) -> Res {
        if let Some(found) = &self.found {
            if !self.found_taken {
                self.found_taken = true;
                return Ok(found.clone());
            }
        } else if let Some(value) = self.values.get(self.next) {
            self.next += 1;
            return Ok(value.clone());
        }
        Err(raise::base_error(thread, percent::not_enough_arguments()))
    }

    fn take_star(&mut self, thread: &Thread) -> Res<IntArgument> {
        let value = self.take(thread)?;
        if value.as_int().is_none() {
            return Err(raise::base_error(thread, percent::wants_int()));
        }
        Ok(IntArgument(value))
    }

    fn all_taken(&self) -> bool {
        self.mapping.is_some() || self.next >= self.values.len()
    }
}

/// A `*` argument: an int.
struct IntArgument(Value);

impl IntArgument {
    fn fit<T: TryFrom<i64>>(&self, thread: &Thread, c_type: &str) -> Res<T> {
        (self.0.as_int())
            .and_then(IntRef::to_i64)
            .and_then(|int| T::try_from(int).ok())
            .ok_or_else(|| {
                thread.overflow_error(format!("Python int too large to convert to C {c_type}"))
            })
    }
}

struct Formatter<'t> {
    thread: &'t Thread,
    mode: Mode,
    limits: Limits,
    out: Vec<u8>,
}

/// `template % operand` of str.
pub fn format_text(thread: &Thread, template: &Str, operand: &Value) -> Res {
    let out = format(thread, template.as_bytes(), operand, Mode::Str)?;
    Str::from_bytes(thread, &out)
}

/// `template % operand` of bytes and bytearray.
pub fn format_bytes(thread: &Thread, template: &[u8], operand: &Value) -> Res<Vec<u8>> {
    format(thread, template, operand, Mode::Bytes)
}

fn format(thread: &Thread, template: &[u8], operand: &Value, mode: Mode) -> Res<Vec<u8>> {
    let mut arguments = Arguments::new(thread, operand, mode);
    let mut formatter = Formatter {
        thread,
        mode,
        limits: limits(thread),
        out: Vec::with_capacity(template.len().min(1 << 16) + 32),
    };
    let mapping = arguments.mapping.is_some();
    let pieces = match mode {
        Mode::Str => Template::of_text(template, mapping),
        Mode::Bytes => Template::of_bytes(template, mapping),
    };
    for piece in pieces {
        match raise::lift(thread, piece)? {
            Piece::Literal(text) => formatter.push(text)?,
            Piece::Conversion(conversion) => formatter.convert(&conversion, &mut arguments)?,
        }
    }
    if !arguments.all_taken() {
        let error = percent::not_all_converted(mode == Mode::Bytes);
        return Err(raise::base_error(thread, error));
    }
    Ok(formatter.out)
}

impl Formatter<'_> {
    fn push(&mut self, text: &[u8]) -> Res<()> {
        if self.out.len().saturating_add(text.len()) > self.limits.max_bytes
            || self.out.try_reserve(text.len()).is_err()
        {
            return Err(self.thread.memory_error());
        }
        self.out.extend_from_slice(text);
        Ok(())
    }

    fn convert(&mut self, conversion: &Conversion<'_>, arguments: &mut Arguments<'_>) -> Res<()> {
        let thread = self.thread;
        if let Some(key) = conversion.key {
            arguments.look_up(thread, key, self.mode)?;
        }
        let width = match conversion.width {
            Star::Argument => {
                Some(arguments.take_star(thread)?.fit::<i64>(thread, "ssize_t")? as isize)
            }
            _ => None,
        };
        let precision = match conversion.precision {
            Star::Argument => Some(arguments.take_star(thread)?.fit::<i32>(thread, "int")?),
            _ => None,
        };
        if conversion.kind == percent::CUT_OFF {
            return Err(raise::base_error(thread, conversion.incomplete()));
        }
        let value = arguments.take(thread)?;
        let layout = Layout::new(conversion, width, precision);
        let kind = u8::try_from(conversion.kind).unwrap_or(0);
        match (kind, self.mode) {
            (b'd' | b'i' | b'u' | b'o' | b'x' | b'X', _) => self.int(&value, kind, &layout),
            (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', _) => self.float(&value, kind, &layout),
            (b'c', Mode::Str) => {
                let c = character(thread, &value)?;
                let (bytes, len) = points::encode(c);
                self.text(&bytes[..len], &without_precision(layout))
            }
            (b'c', Mode::Bytes) => {
                let byte = single_byte(thread, &value)?;
                self.text(&[byte], &without_precision(layout))
            }
            (b's', Mode::Str) => {
                let text = str_of(thread, &value)?;
                self.str_object(&text, &layout)
            }
            (b'r', Mode::Str) => {
                let text = repr(thread, &value)?;
                self.str_object(&text, &layout)
            }
            (b'a', Mode::Str) | (b'a' | b'r', Mode::Bytes) => {
                let text = ascii(thread, &value)?;
                self.str_object(&text, &layout)
            }
            (b's' | b'b', Mode::Bytes) => {
                let bytes = bytes_of(thread, &value)?;
                self.text(&bytes, &layout)
            }
            _ => Err(raise::base_error(
                thread,
                conversion.unsupported(self.mode == Mode::Bytes),
            )),
        }
    }

    fn str_object(&mut self, text: &Value, layout: &Layout) -> Res<()> {
        match text.as_str_object() {
            Some(text) => self.text(text.as_bytes(), layout),
            None => Ok(()),
        }
    }

    fn text(&mut self, text: &[u8], layout: &Layout) -> Res<()> {
        if layout.width == 0 && layout.precision.is_none() {
            return self.push(text);
        }
        let (bytes, limits) = (self.mode == Mode::Bytes, self.limits);
        raise::with_poll(self.thread, |poll| {
            percent::push_text(&mut self.out, text, layout, bytes, limits, poll)
        })
    }

    fn int(&mut self, value: &Value, kind: u8, layout: &Layout) -> Res<()> {
        let thread = self.thread;
        let shown = match (kind, self.mode) {
            (b'i', Mode::Bytes) => b'd',
            _ => kind,
        };
        let value = integer(thread, value, shown)?;
        let Some(int) = value.as_int() else {
            return Ok(());
        };
        if let IntRef::Small(small) = int
            && matches!(kind, b'd' | b'i' | b'u')
        {
            let mut buffer = [0; 20];
            let digits = decimal(small, &mut buffer);
            let flags = layout.flags;
            if layout.width <= digits.len()
                && layout.precision.is_none()
                && !flags.plus
                && !flags.space
            {
                return self.push(digits);
            }
            let digits = digits.strip_prefix(b"-").unwrap_or(digits);
            let limits = self.limits;
            return raise::with_poll(thread, |poll| {
                percent::push_digits(&mut self.out, small < 0, digits, layout, limits, poll)
            });
        }
        let (big, limits) = (int.to_big(), self.limits);
        raise::with_poll(thread, |poll| {
            percent::push_int(&mut self.out, &big, kind.into(), layout, limits, poll)
        })
    }

    fn float(&mut self, value: &Value, kind: u8, layout: &Layout) -> Res<()> {
        let thread = self.thread;
        let float = match float_of(thread, value) {
            Err(raised)
                if self.mode == Mode::Bytes && raise::raised_is(thread, Builtin::TypeError) =>
            {
                drop(thread.take_raised(raised));
                return Err(thread.type_error(format!(
                    "float argument required, not {}",
                    thread.class_of(value).name_text()
                )));
            }
            result => result?,
        };
        let limits = self.limits;
        if matches!(kind, b'f' | b'F') && !layout.flags.alternate {
            let mut text = ShortText::default();
            let places = layout.precision.unwrap_or(6);
            if let Some(digits) = fixed_digits(float, places, &mut text) {
                let (negative, layout) = (float.is_sign_negative(), without_precision(*layout));
                return raise::with_poll(thread, |poll| {
                    percent::push_digits(&mut self.out, negative, digits, &layout, limits, poll)
                });
            }
        }
        raise::with_poll(thread, |poll| {
            percent::push_float(&mut self.out, float, kind.into(), layout, limits, poll)
        })
    }
}

fn without_precision(layout: Layout) -> Layout {
    Layout {
        precision: None,
        ..layout
    }
}

#[cold]
fn wrong_type(thread: &Thread, value: &Value, kind: u8) -> Raised {
    let wanted = match kind {
        b'o' | b'x' | b'X' => "an integer",
        _ => "a real number",
    };
    thread.type_error(format!(
        "%{} format: {wanted} is required, not {}",
        char::from(kind),
        thread.class_of(value).name_text()
    ))
}

/// The integer that `d` and its kin format: the value itself, or what `__index__` (and, for decimal, `__int__`) gives.
fn integer(thread: &Thread, value: &Value, kind: u8) -> Res {
    if value.as_int().is_some() {
        return Ok(value.clone());
    }
    let class = thread.class_of(value);
    let converted = match (class.int(), class.index()) {
        (Some(f), _) if !matches!(kind, b'o' | b'x' | b'X') => f(thread, value).and_then(|int| {
            if int.as_int().is_some() {
                return Ok(int);
            }
            Err(thread.type_error(format!(
                "__int__ returned non-int (type {})",
                thread.class_of(&int).name_text()
            )))
        }),
        (_, Some(_)) => index(thread, value),
        _ => return Err(wrong_type(thread, value, kind)),
    };
    match raise::catch(thread, Builtin::TypeError, converted)? {
        Some(int) => Ok(int),
        None => Err(wrong_type(thread, value, kind)),
    }
}

/// The float that `e`, `f` and `g` format: as `float(value)`, but not from text.
fn float_of(thread: &Thread, value: &Value) -> Res<f64> {
    if let Some(float) = value.as_float() {
        return Ok(float);
    }
    if let Some(int) = value.as_int() {
        return match int {
            IntRef::Small(int) => Ok(int as f64),
            IntRef::Big(int) => raise::lift(thread, to_f64(int)),
        };
    }
    let class = thread.class_of(value);
    if let Some(f) = class.float() {
        let answer = f(thread, value)?;
        return answer.as_float().ok_or_else(|| {
            thread.type_error(format!(
                "{}.__float__ returned non-float (type {})",
                class.name_text(),
                thread.class_of(&answer).name_text()
            ))
        });
    }
    if class.index().is_some() {
        return float_of(thread, &index(thread, value)?);
    }
    Err(thread.type_error(format!("must be real number, not {}", class.name_text())))
}

/// The code point that `%c` of str shows.
fn character(thread: &Thread, value: &Value) -> Res<u32> {
    let wrong = || thread.type_error("%c requires int or char");
    if let Some(text) = value.as_str_object() {
        return match points::decode_at(text.as_bytes(), 0) {
            Some((c, _)) if text.len() == 1 => Ok(c),
            _ => Err(wrong()),
        };
    }
    let int = raise::catch(thread, Builtin::TypeError, index(thread, value))?;
    let Some(int) = int else {
        return Err(wrong());
    };
    int.as_int()
        .and_then(IntRef::to_i64)
        .and_then(|int| u32::try_from(int).ok())
        .filter(|c| *c <= 0x10_FFFF)
        .ok_or_else(|| thread.overflow_error("%c arg not in range(0x110000)"))
}

/// The byte that `%c` of bytes shows.
fn single_byte(thread: &Thread, value: &Value) -> Res<u8> {
    let wrong = || thread.type_error("%c requires an integer in range(256) or a single byte");
    if value.as_bytes().is_some() || value.payload::<ByteArray>().is_some() {
        return match buffer::get(value).as_deref() {
            Some([byte]) => Ok(*byte),
            _ => Err(wrong()),
        };
    }
    let Some(int) = raise::catch(thread, Builtin::TypeError, index(thread, value))? else {
        return Err(wrong());
    };
    int.as_int()
        .and_then(IntRef::to_i64)
        .and_then(|int| u8::try_from(int).ok())
        .ok_or_else(|| thread.overflow_error("%c arg not in range(256)"))
}

/// The bytes that `%s` and `%b` of bytes show.
fn bytes_of(thread: &Thread, value: &Value) -> Res<Vec<u8>> {
    let own = value.as_bytes().is_some() || value.payload::<ByteArray>().is_some();
    if !own && let Some(method) = lookup_special(thread, value, names::BYTES.value())? {
        let answer = protocol::call_positional(thread, &method, &[])?;
        return match answer.as_bytes() {
            Some(bytes) => Ok(bytes.to_vec()),
            None => Err(thread.type_error(format!(
                "__bytes__ returned non-bytes (type {})",
                thread.class_of(&answer).name_text()
            ))),
        };
    }
    match buffer::gather(value) {
        Some(bytes) => Ok(bytes.into_vec()),
        None => Err(thread.type_error(format!(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
            thread.class_of(value).name_text()
        ))),
    }
}
