//! Writing objects: which way each takes, the memo, and numbers and text.
//!
//! An encoder belongs to one call of `dump` or `dumps`. Every look into a container asks for access first (`before_read`), since persistent ids,
//! reducers and files run script code, and safepoints let other threads in; no borrow lasts longer than that. Nesting is limited by the native
//! stack.

use super::memo::Written;
use super::opcodes as op;
use super::output::Output;
use super::{buffer, errors};
use crate::base::float::format::repr as float_text;
use crate::base::text::points::Points;
use crate::object::int::IntRef;
use crate::object::layout::core;
use crate::object::{Builtin, Bytes, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::protocol::{self, call_positional};
use crate::runtime::safepoint::poll;
use crate::types::bytearray::ByteArray;
use crate::types::text::args::{buffer as vec_for, buffer_for};
use rustc_hash::FxHashMap;

/// What one call writes with.
pub struct Encoder<'t> {
    /// The thread.
    pub thread: &'t Thread,
    /// What has been written.
    pub out: Output,
    /// The objects that have been written.
    pub memo: Written,
    /// How it is written.
    pub options: Options,
    /// For classes by identity: their version, if their instances are written by `instance.rs`.
    pub(super) plain: FxHashMap<u64, u32>,
    /// How many containers are being written without a memo.
    nesting: usize,
    /// Those of them that lie deep, by identity.
    open: Vec<u64>,
}

/// How objects are written.
#[derive(Default)]
pub struct Options {
    /// The protocol.
    pub protocol: u8,
    /// Whether names of Python 3 are written as those of Python 2, before protocol 3.
    pub fix_imports: bool,
    /// Whether the memo is left alone.
    pub fast: bool,
    /// Gives ids of objects that are not written themselves.
    pub persistent_id: Option<Value>,
    /// Says how objects are taken apart, before anything else does.
    pub reducer_override: Option<Value>,
    /// Functions that take instances of classes apart; None: those of copyreg.
    pub dispatch_table: Option<Value>,
    /// Takes buffers that are not written themselves.
    pub buffer_callback: Option<Value>,
}

/// Containers nested deeper than this are looked at for cycles when there is no memo.
const FAST_NESTING: usize = 50;

impl<'t> Encoder<'t> {
    /// Writes nothing yet.
    pub fn new(
        thread: &'t Thread,
        options: Options,
        memo: Written,
        sink: Option<Value>,
    ) -> Encoder<'t> {
        Encoder {
            thread,
            out: Output::new(sink),
            memo,
            options,
            plain: FxHashMap::default(),
            nesting: 0,
            open: Vec::new(),
        }
    }

    /// Writes a whole pickle.
    ///
    /// # Errors
    /// What `save` raises.
    pub fn dump(&mut self, object: &Value) -> Res<()> {
        let protocol = self.options.protocol;
        if protocol >= 2 {
            self.write(&[op::PROTO, protocol])?;
        }
        if protocol >= 4 {
            self.out.start_framing();
        }
        self.save(object)?;
        self.write(&[op::STOP])
    }

    /// Whether the protocol is one of bytes, not of text.
    #[inline]
    pub fn is_binary(&self) -> bool {
        self.options.protocol > 0
    }

    /// Writes a few bytes.
    #[inline(always)]
    pub fn write(&mut self, bytes: &[u8]) -> Res<()> {
        self.out.write(self.thread, bytes)
    }

    /// Writes an object.
    ///
    /// # Errors
    /// PicklingError and TypeError for objects that cannot be written, RecursionError if they are nested too deeply, and what their hooks raise.
    #[inline]
    pub fn save(&mut self, object: &Value) -> Res<()> {
        poll(self.thread)?;
        self.out.boundary(self.thread)?;
        if self.options.persistent_id.is_some() && self.save_persistent(object)? {
            return Ok(());
        }
        self.save_itself(object)
    }

    /// The id of an object that is not written itself; false if it has none.
    #[cold]
    fn save_persistent(&mut self, object: &Value) -> Res<bool> {
        let Some(function) = &self.options.persistent_id else {
            return Ok(false);
        };
        let id = call_positional(self.thread, function, std::slice::from_ref(object))?;
        if id.is_none() {
            return Ok(false);
        }
        if self.is_binary() {
            self.out.boundary(self.thread)?;
            self.save_itself(&id)?;
            self.write(&[op::BINPERSID])?;
            return Ok(true);
        }
        let text = protocol::str_of(self.thread, &id)?;
        let bytes = text.as_str_object().map_or(&[] as &[u8], Str::as_bytes);
        if !bytes.is_ascii() {
            let message = "persistent IDs in protocol 0 must be ASCII strings";
            return Err(errors::writing(self.thread, message));
        }
        self.write_line(op::PERSID, bytes)?;
        Ok(true)
    }

    /// Writes an object without asking for a persistent id.
    #[inline]
    fn save_itself(&mut self, object: &Value) -> Res<()> {
        if let Some(int) = object.as_small_int() {
            return self.save_int(int);
        }
        let layout = match object.header() {
            Some(_) => object.layout(),
            None => {
                if object.is_none() {
                    return self.write(&[op::NONE]);
                }
                if let Some(truth) = object.as_bool() {
                    return self.save_bool(truth);
                }
                if let Some(float) = object.as_inline_float() {
                    return self.save_float(float);
                }
                core::INSTANCE
            }
        };
        match layout {
            core::INT if object.is_exact(Builtin::Int) => return self.save_long(object),
            core::FLOAT if object.is_exact(Builtin::Float) => {
                return self.save_float(object.as_float().unwrap_or(0.0));
            }
            _ => {}
        }
        if let Some(number) = self.memo.get(object) {
            return self.write_get(number);
        }
        match layout {
            core::STR if object.is_exact(Builtin::Str) => return self.save_str(object),
            core::BYTES if object.is_exact(Builtin::Bytes) => return self.save_bytes(object),
            _ => {}
        }
        self.thread.check_stack(" while pickling an object")?;
        match layout {
            core::DICT if object.is_exact(Builtin::Dict) => self.save_dict(object),
            core::LIST if object.is_exact(Builtin::List) => self.save_list(object),
            core::TUPLE if object.is_exact(Builtin::Tuple) => self.save_tuple(object),
            core::SET if object.is_exact(Builtin::Set) => self.save_set(object),
            core::SET if object.is_exact(Builtin::FrozenSet) => self.save_frozenset(object),
            _ if object.is_exact(Builtin::ByteArray) => self.save_bytearray(object),
            _ if buffer::is_one(object) => self.save_buffer(object),
            _ => self.save_other(object),
        }
    }

    /// Writes a line of text behind an opcode.
    pub fn write_line(&mut self, opcode: u8, text: &[u8]) -> Res<()> {
        self.write(&[opcode])?;
        self.write(text)?;
        self.write(b"\n")
    }

    /// Writes which object of the memo comes next.
    pub fn write_get(&mut self, number: u32) -> Res<()> {
        if !self.is_binary() {
            return self.write_line(op::GET, number.to_string().as_bytes());
        }
        match u8::try_from(number) {
            Ok(byte) => self.write(&[op::BINGET, byte]),
            Err(_) => {
                let [a, b, c, d] = number.to_le_bytes();
                self.write(&[op::LONG_BINGET, a, b, c, d])
            }
        }
    }

    /// Gives an object the next number.
    #[inline]
    pub fn memoize(&mut self, object: &Value) -> Res<()> {
        if self.options.fast {
            return Ok(());
        }
        match self.memo.put(self.thread, object)? {
            Some(number) => self.write_put(number),
            None => Err(self.memo_is_full()),
        }
    }

    /// Gives what was written last the next number, though there is no such object.
    #[inline]
    pub fn memoize_nothing(&mut self) -> Res<()> {
        match self.memo.skip() {
            Some(number) => self.write_put(number),
            None => Err(self.memo_is_full()),
        }
    }

    #[cold]
    fn memo_is_full(&self) -> crate::object::Raised {
        errors::writing(self.thread, "memo id too large for LONG_BINPUT")
    }

    #[inline]
    fn write_put(&mut self, number: u32) -> Res<()> {
        if self.options.protocol >= 4 {
            return self.write(&[op::MEMOIZE]);
        }
        if !self.is_binary() {
            return self.write_line(op::PUT, number.to_string().as_bytes());
        }
        match u8::try_from(number) {
            Ok(byte) => self.write(&[op::BINPUT, byte]),
            Err(_) => {
                let [a, b, c, d] = number.to_le_bytes();
                self.write(&[op::LONG_BINPUT, a, b, c, d])
            }
        }
    }

    /// The number of an object that has been written meanwhile: a container that holds itself, whose parts lie on the stack in vain.
    pub fn known(&self, object: &Value) -> Option<u32> {
        self.memo.get(object)
    }

    fn save_bool(&mut self, truth: bool) -> Res<()> {
        match (self.options.protocol >= 2, truth) {
            (true, true) => self.write(&[op::NEWTRUE]),
            (true, false) => self.write(&[op::NEWFALSE]),
            (false, true) => self.write_line(op::INT, b"01"),
            (false, false) => self.write_line(op::INT, b"00"),
        }
    }

    #[inline]
    fn save_int(&mut self, int: i64) -> Res<()> {
        match i32::try_from(int) {
            Ok(_) if !self.is_binary() => self.write_line(op::INT, int.to_string().as_bytes()),
            Ok(int) => {
                let [a, b, c, d] = int.to_le_bytes();
                match int {
                    0..=0xFF => self.write(&[op::BININT1, a]),
                    0x100..=0xFFFF => self.write(&[op::BININT2, a, b]),
                    _ => self.write(&[op::BININT, a, b, c, d]),
                }
            }
            Err(_) if self.options.protocol < 2 => {
                let text = format!("{int}L");
                self.write_line(op::LONG, text.as_bytes())
            }
            Err(_) => {
                let bytes = int.to_le_bytes();
                self.write_long_bytes(shortest(&bytes))
            }
        }
    }

    fn save_long(&mut self, object: &Value) -> Res<()> {
        let Some(int) = object.as_int() else {
            return Ok(());
        };
        if let Some(int) = int.to_i64() {
            return self.save_int(int);
        }
        if self.options.protocol < 2 {
            let text = protocol::convert::int_repr(self.thread, int)?;
            let digits = text.as_str().unwrap_or("").as_bytes();
            let mut line = vec_for(self.thread, digits.len() + 1)?;
            line.extend_from_slice(digits);
            line.push(b'L');
            return self.write_line(op::LONG, &line);
        }
        let bytes = match int {
            IntRef::Small(int) => int.to_le_bytes().to_vec(),
            IntRef::Big(int) => {
                let len = usize::try_from(int.bits() / 8).unwrap_or(usize::MAX);
                self.thread.check_memory(len.saturating_mul(3))?;
                int.to_signed_bytes_le()
            }
        };
        self.write_long_bytes(shortest(&bytes))
    }

    fn write_long_bytes(&mut self, bytes: &[u8]) -> Res<()> {
        if let Ok(len) = u8::try_from(bytes.len()) {
            self.write(&[op::LONG1, len])?;
        } else if let Ok(len) = i32::try_from(bytes.len()) {
            let [a, b, c, d] = len.to_le_bytes();
            self.write(&[op::LONG4, a, b, c, d])?;
        } else {
            return Err(self.thread.overflow_error("int too large to pickle"));
        }
        self.write(bytes)
    }

    fn save_float(&mut self, float: f64) -> Res<()> {
        if !self.is_binary() {
            return self.write_line(op::FLOAT, float_text(float).as_bytes());
        }
        let mut bytes = [op::BINFLOAT; 9];
        bytes[1..].copy_from_slice(&float.to_be_bytes());
        self.write(&bytes)
    }

    fn save_str(&mut self, object: &Value) -> Res<()> {
        let Some(text) = object.as_str_object() else {
            return Ok(());
        };
        if self.is_binary() {
            let header = Sized {
                short: Some(op::SHORT_BINUNICODE).filter(|_| self.options.protocol >= 4),
                medium: op::BINUNICODE,
                long: Some(op::BINUNICODE8).filter(|_| self.options.protocol >= 4),
                what: "string",
            };
            self.write_sized(&header, text.as_bytes())?;
        } else {
            let line = escaped(self.thread, text)?;
            self.write_line(op::UNICODE, &line)?;
        }
        self.memoize(object)
    }

    fn write_sized(&mut self, header: &Sized, data: &[u8]) -> Res<()> {
        let thread = self.thread;
        let len = data.len();
        match (header.short, u8::try_from(len), u32::try_from(len)) {
            (Some(opcode), Ok(len), _) => self.out.write_object(thread, &[opcode, len], data),
            (_, _, Ok(len)) => {
                let [a, b, c, d] = len.to_le_bytes();
                self.out
                    .write_object(thread, &[header.medium, a, b, c, d], data)
            }
            _ => match header.long {
                Some(opcode) => self.write_eight(opcode, data),
                None => Err(thread.overflow_error(format!(
                    "serializing a {} larger than 4 GiB requires pickle protocol 4 or higher",
                    header.what
                ))),
            },
        }
    }

    /// Writes bytes behind an opcode and a length of eight bytes.
    fn write_eight(&mut self, opcode: u8, data: &[u8]) -> Res<()> {
        let mut header = [opcode; 9];
        header[1..].copy_from_slice(&(data.len() as u64).to_le_bytes());
        self.out.write_object(self.thread, &header, data)
    }

    fn save_bytes(&mut self, object: &Value) -> Res<()> {
        let bytes = object.as_bytes().unwrap_or(&[]);
        if self.options.protocol >= 3 {
            self.write_bytes(bytes)?;
            return self.memoize(object);
        }
        // There is no opcode: Python 2 is to read a byte string, Python 3 bytes.
        let thread = self.thread;
        if bytes.is_empty() {
            let callable = Builtin::Bytes.class().clone();
            let reduced = Tuple::pair(thread, callable, Tuple::empty())?;
            return self.save_reduced(&reduced, Some(object));
        }
        let text = latin1(thread, bytes)?;
        let encode = super::find::library(thread, "_codecs", "encode")?;
        let arguments = Tuple::pair(thread, text, thread.intern(b"latin1")?)?;
        let reduced = Tuple::pair(thread, encode, arguments)?;
        self.save_reduced(&reduced, Some(object))
    }

    fn write_bytes(&mut self, bytes: &[u8]) -> Res<()> {
        let header = Sized {
            short: Some(op::SHORT_BINBYTES),
            medium: op::BINBYTES,
            long: Some(op::BINBYTES8).filter(|_| self.options.protocol >= 4),
            what: "bytes object",
        };
        self.write_sized(&header, bytes)
    }

    fn save_bytearray(&mut self, object: &Value) -> Res<()> {
        let thread = self.thread;
        thread.before_read(object);
        let Some(array) = object.payload::<ByteArray>() else {
            return Ok(());
        };
        // A copy: writing may run script code or wait for memory.
        let mut bytes = vec_for(thread, array.len())?;
        bytes.extend_from_slice(&array.read());
        if self.options.protocol >= 5 {
            self.write_eight(op::BYTEARRAY8, &bytes)?;
            return self.memoize(object);
        }
        let callable = Builtin::ByteArray.class().clone();
        let arguments = match bytes.is_empty() {
            true => Tuple::empty(),
            false => Tuple::from_vec(thread, vec![Bytes::new_value(thread, &bytes)?])?,
        };
        let reduced = Tuple::pair(thread, callable, arguments)?;
        self.save_reduced(&reduced, Some(object))
    }

    fn save_buffer(&mut self, object: &Value) -> Res<()> {
        let thread = self.thread;
        if self.options.protocol < 5 {
            let message = "PickleBuffer can only be pickled with protocol >= 5";
            return Err(errors::writing(thread, message));
        }
        let (bytes, read_only) = buffer::contents(thread, object)?;
        let in_band = match &self.options.buffer_callback {
            Some(callback) => {
                let answer = call_positional(thread, callback, std::slice::from_ref(object))?;
                protocol::truth(thread, &answer)?
            }
            None => true,
        };
        if !in_band {
            self.write(&[op::NEXT_BUFFER])?;
            return match read_only {
                true => self.write(&[op::READONLY_BUFFER]),
                false => Ok(()),
            };
        }
        match read_only {
            true => self.write_bytes(&bytes)?,
            false => self.write_eight(op::BYTEARRAY8, &bytes)?,
        }
        self.memoize(object)
    }

    /// Before the contents of a container are written, if there is no memo that would notice a cycle.
    ///
    /// # Errors
    /// ValueError for a container that lies within itself.
    pub fn enter(&mut self, object: &Value) -> Res<()> {
        if !self.options.fast {
            return Ok(());
        }
        self.nesting += 1;
        if self.nesting >= FAST_NESTING {
            let identity = object.word();
            if self.open.contains(&identity) {
                return Err(self.thread.value_error(format!(
                    "fast mode: can't pickle cyclic objects including object type {} at {:#x}",
                    self.thread.class_of(object).name_text(),
                    self.thread.identity(object)
                )));
            }
            self.open.push(identity);
        }
        Ok(())
    }

    /// After the contents of a container have been written.
    pub fn leave(&mut self) {
        if self.options.fast {
            if self.nesting >= FAST_NESTING {
                self.open.pop();
            }
            self.nesting -= 1;
        }
    }

    /// What names an object with `__reduce_ex__` and the like are looked up by is known; classes and functions go by name.
    pub fn save_other(&mut self, object: &Value) -> Res<()> {
        let thread = self.thread;
        if let Some(function) = &self.options.reducer_override {
            let answer = call_positional(thread, function, std::slice::from_ref(object))?;
            if !answer.is_not_implemented() {
                return self.save_answer(&answer, object);
            }
        }
        if object.is_exact(Builtin::Type) {
            return self.save_class(object);
        }
        if object.is_exact(Builtin::Function) {
            return self.save_global(object, None);
        }
        let class = thread.class_object(object);
        if let Some(function) = self.registered_reducer(&class)? {
            let answer = call_positional(thread, &function, std::slice::from_ref(object))?;
            return self.save_answer(&answer, object);
        }
        if object.as_class().is_some() {
            return self.save_global(object, None);
        }
        if self.is_plain(object, &class) {
            return self.save_plain(object, &class);
        }
        let answer = self.reduce(object)?;
        self.save_answer(&answer, object)?;
        self.note_plain(object, &class);
        Ok(())
    }

    /// What `__reduce_ex__` or `__reduce__` of an object answers.
    fn reduce(&self, object: &Value) -> Res {
        let thread = self.thread;
        let protocol = Value::from_i32(self.options.protocol.into());
        if let Some((function, needs_self)) =
            protocol::attribute::get_method(thread, object, names::REDUCE_EX.value())?
        {
            return protocol::attribute::call_unbound(
                thread,
                &function,
                needs_self,
                object,
                &[&protocol],
            );
        }
        if let Some(function) = protocol::get_attr_opt(thread, object, names::REDUCE_EX.value())? {
            return call_positional(thread, &function, &[protocol]);
        }
        match protocol::get_attr_opt(thread, object, names::REDUCE.value())? {
            Some(function) => call_positional(thread, &function, &[]),
            None => {
                let shown = protocol::repr(thread, object)?;
                Err(errors::writing(
                    thread,
                    format!(
                        "can't pickle '{}' object: {}",
                        thread.class_of(object).name_text(),
                        protocol::attribute::shown_name(&shown)
                    ),
                ))
            }
        }
    }

    /// Writes an object as its reducer says: by name, or by what it is made of.
    pub(super) fn save_answer(&mut self, answer: &Value, object: &Value) -> Res<()> {
        if answer.as_str_object().is_some() {
            return self.save_global(object, Some(answer));
        }
        if answer.as_tuple().is_none() {
            let message = "__reduce__ must return a string or tuple";
            return Err(errors::writing(self.thread, message));
        }
        self.save_reduced(answer, Some(object))
    }
}

/// The opcodes for bytes of various lengths.
struct Sized {
    short: Option<u8>,
    medium: u8,
    long: Option<u8>,
    what: &'static str,
}

/// The bytes of an int in two's complement, least significant first, without those that say nothing.
fn shortest(bytes: &[u8]) -> &[u8] {
    let mut len = bytes.len();
    while len > 1 {
        let (last, before) = (bytes[len - 1], bytes[len - 2]);
        let is_needless = (last == 0 && before < 0x80) || (last == 0xFF && before >= 0x80);
        if !is_needless {
            break;
        }
        len -= 1;
    }
    &bytes[..len]
}

/// The str whose code points are these bytes.
fn latin1(thread: &Thread, bytes: &[u8]) -> Res {
    let mut text = buffer_for(thread, bytes.len(), 2, 0)?;
    for byte in bytes {
        match byte {
            0x80.. => text.extend([0xC0 | byte >> 6, 0x80 | byte & 0x3F]),
            _ => text.push(*byte),
        }
    }
    Str::from_bytes(thread, &text)
}

/// A str in Latin-1, what is not in it and what would end the line or begin an escape as escapes.
fn escaped(thread: &Thread, text: &Str) -> Res<Vec<u8>> {
    use std::io::Write;
    // A code point of one byte or two becomes six at most, one of three as many, one of four ten.
    let mut line = buffer_for(thread, text.byte_len(), 6, 0)?;
    for (i, c) in Points::new(text.as_bytes()).enumerate() {
        if i % 8192 == 8191 {
            poll(thread)?;
        }
        let written = match c {
            0x10000.. => write!(line, "\\U{c:08x}"),
            0x100.. | 0x5C | 0 | 0x0A | 0x0D | 0x1A => write!(line, "\\u{c:04x}"),
            _ => {
                line.push(c as u8);
                Ok(())
            }
        };
        // A vector takes all.
        debug_assert!(written.is_ok());
    }
    Ok(line)
}
