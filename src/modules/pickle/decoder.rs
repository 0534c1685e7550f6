//! Reading: the loop over the opcodes, the stack with its marks, and the memo.
//!
//! A decoder belongs to one call of `load` or `loads`. The stream may be anything: whatever an opcode takes from the stack or the memo is looked
//! for first, lengths are compared with what is there before anything is allocated, and nesting is a matter of the stack's length alone.
//!
//! **Invariant**: `marks` ascends and no mark lies beyond the stack's end; what lies below the last mark (`fence`) is not taken before the mark is.

use super::errors;
use super::input::{Input, Lack};
use super::memo::Read;
use super::opcodes as op;
use crate::base::int::bytes::{ByteOrder, from_bytes};
use crate::object::{Builtin, Bytes, Dict, List, Raised, Res, Set, Str, Thread, Tuple, Value};
use crate::runtime::safepoint::poll;
use crate::types::bytearray::ByteArray;
use crate::types::int::operators::made;
use crate::types::text::args::copied;
use crate::types::text::codec;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// What one call reads with.
pub struct Decoder<'t> {
    /// The thread.
    pub thread: &'t Thread,
    /// What is read.
    pub input: Input<'t>,
    /// The objects with numbers.
    pub memo: Read,
    /// How it is read.
    pub options: Options,
    pub(super) stack: Vec<Value>,
    marks: Vec<usize>,
    fence: usize,
    pub(super) protocol: u8,
    /// The unpickler, which is told the protocol.
    pub(super) on_protocol: Option<&'t AtomicU8>,
}

/// How pickles are read.
#[derive(Clone)]
pub struct Options {
    /// Whether names of Python 2 are taken for those of Python 3, before protocol 3.
    pub fix_imports: bool,
    /// The encoding of byte strings of Python 2; `bytes`: they stay bytes.
    pub encoding: String,
    /// What is done about bytes that the encoding does not know.
    pub errors: String,
    /// An iterator over the buffers that were handed over beside the pickle.
    pub buffers: Option<Value>,
    /// The unpickler, if it has a `find_class` of its own.
    pub finder: Option<Value>,
    /// The function that gives objects for persistent ids.
    pub persistent_load: Option<Value>,
}

impl<'t> Decoder<'t> {
    /// Has read nothing yet.
    pub fn new(thread: &'t Thread, input: Input<'t>, memo: Read, options: Options) -> Decoder<'t> {
        Decoder {
            thread,
            input,
            memo,
            options,
            stack: Vec::new(),
            marks: Vec::new(),
            fence: 0,
            protocol: 0,
            on_protocol: None,
        }
    }

    /// Reads one pickle.
    ///
    /// # Errors
    /// EOFError, UnpicklingError and others for a stream that is no pickle, and what the called functions raise.
    pub fn load(&mut self) -> Res {
        loop {
            poll(self.thread)?;
            let opcode = match self.input.opcode(self.thread) {
                Ok(op::STOP) => return self.pop(),
                Ok(opcode) => opcode,
                Err(Lack::End) => {
                    return Err(self.thread.error(Builtin::EOFError, "Ran out of input"));
                }
                Err(Lack::Raised(raised)) => return Err(raised),
            };
            self.step(opcode)?;
        }
    }

    #[inline]
    fn step(&mut self, opcode: u8) -> Res<()> {
        let thread = self.thread;
        match opcode {
            op::NONE => self.push(Value::NONE),
            op::NEWTRUE => self.push(Value::TRUE),
            op::NEWFALSE => self.push(Value::FALSE),
            op::BININT => {
                let int = i32::from_le_bytes(self.input.array(thread)?);
                self.push(Value::from_i32(int))
            }
            op::BININT1 => {
                let [int] = self.input.array(thread)?;
                self.push(Value::from_i32(int.into()))
            }
            op::BININT2 => {
                let int = u16::from_le_bytes(self.input.array(thread)?);
                self.push(Value::from_i32(int.into()))
            }
            op::BINFLOAT => {
                let float = f64::from_be_bytes(self.input.array(thread)?);
                self.push(thread.float(float)?)
            }
            op::SHORT_BINUNICODE | op::BINUNICODE | op::BINUNICODE8 => {
                let len = match opcode {
                    op::SHORT_BINUNICODE => self.length::<1>("BINUNICODE")?,
                    op::BINUNICODE => self.length::<4>("BINUNICODE")?,
                    _ => self.length::<8>("BINUNICODE")?,
                };
                let bytes = self.input.take(thread, len)?;
                let text = decode_text(thread, bytes)?;
                self.push(text)
            }
            op::SHORT_BINBYTES | op::BINBYTES | op::BINBYTES8 => {
                let len = match opcode {
                    op::SHORT_BINBYTES => self.length::<1>("BINBYTES")?,
                    op::BINBYTES => self.length::<4>("BINBYTES")?,
                    _ => self.length::<8>("BINBYTES")?,
                };
                let bytes = Bytes::new_value(thread, self.input.take(thread, len)?)?;
                self.push(bytes)
            }
            op::BYTEARRAY8 => {
                let len = self.length::<8>("BYTEARRAY8")?;
                let bytes = copied(thread, self.input.take(thread, len)?)?;
                let array = ByteArray::new_value(thread, bytes)?;
                self.push(array)
            }
            op::LONG1 => {
                let [len] = self.input.array(thread)?;
                self.read_long(len.into())
            }
            op::LONG4 => match usize::try_from(i32::from_le_bytes(self.input.array(thread)?)) {
                Ok(len) => self.read_long(len),
                Err(_) => Err(errors::reading(
                    thread,
                    "LONG pickle has negative byte count",
                )),
            },
            op::EMPTY_TUPLE => self.push(Tuple::empty()),
            op::TUPLE1 => self.make_tuple(1),
            op::TUPLE2 => self.make_tuple(2),
            op::TUPLE3 => self.make_tuple(3),
            op::TUPLE => {
                let start = self.take_mark()?;
                let count = self.stack.len() - start;
                self.make_tuple(count)
            }
            op::EMPTY_LIST => {
                let list = List::new_value(thread, Vec::new())?;
                self.push(list)
            }
            op::LIST => {
                let start = self.take_mark()?;
                let items = self.take_from(start)?;
                let list = List::new_value(thread, items)?;
                self.push(list)
            }
            op::EMPTY_DICT => {
                let dict = Dict::new_value(thread)?;
                self.push(dict)
            }
            op::DICT => self.make_dict(),
            op::EMPTY_SET => {
                let set = Set::new_value(thread, Builtin::Set)?;
                self.push(set)
            }
            op::FROZENSET => self.make_frozenset(),
            op::APPEND => {
                let at = self.stack.len().wrapping_sub(1);
                self.need(1)?;
                self.append_from(at)
            }
            op::APPENDS => {
                let start = self.take_mark()?;
                self.append_from(start)
            }
            op::SETITEM => {
                let at = self.stack.len().wrapping_sub(2);
                self.need(2)?;
                self.set_from(at)
            }
            op::SETITEMS => {
                let start = self.take_mark()?;
                self.set_from(start)
            }
            op::ADDITEMS => {
                let start = self.take_mark()?;
                self.add_from(start)
            }
            op::MARK => self.push_mark(),
            op::BINGET => {
                let [number] = self.input.array(thread)?;
                self.get(number.into())
            }
            op::LONG_BINGET => {
                let number = u32::from_le_bytes(self.input.array(thread)?);
                self.get(number.into())
            }
            op::BINPUT => {
                let [number] = self.input.array(thread)?;
                self.put(number.into())
            }
            op::LONG_BINPUT => {
                let number = u32::from_le_bytes(self.input.array(thread)?);
                self.put(number.into())
            }
            op::MEMOIZE => self.put(self.memo.count() as u64),
            op::POP => self.drop_top(),
            op::POP_MARK => {
                let start = self.take_mark()?;
                drop(self.take_from(start)?);
                Ok(())
            }
            op::DUP => {
                self.need(1)?;
                match self.stack.last().cloned() {
                    Some(top) => self.push(top),
                    None => Err(self.underflow()),
                }
            }
            op::FRAME => self.begin_frame(),
            op::PROTO => {
                let [protocol] = self.input.array(thread)?;
                if protocol > op::HIGHEST {
                    let message = format!("unsupported pickle protocol: {protocol}");
                    return Err(thread.value_error(message));
                }
                self.protocol = protocol;
                if let Some(known) = self.on_protocol {
                    known.store(protocol, Relaxed);
                }
                Ok(())
            }
            op::REDUCE => self.reduce(),
            op::NEWOBJ => self.new_object(false),
            op::NEWOBJ_EX => self.new_object(true),
            op::BUILD => self.build(),
            op::STACK_GLOBAL => self.stack_global(),
            _ => self.rare_step(opcode),
        }
    }

    /// The opcodes of old protocols, and those for what lies outside of the pickle.
    #[cold]
    #[inline(never)]
    fn rare_step(&mut self, opcode: u8) -> Res<()> {
        let thread = self.thread;
        match opcode {
            op::INT => self.read_int_line(),
            op::LONG => self.read_long_line(),
            op::FLOAT => self.read_float_line(),
            op::STRING => self.read_string_line(),
            op::UNICODE => self.read_text_line(),
            op::BINSTRING | op::SHORT_BINSTRING => {
                let len = match opcode {
                    op::SHORT_BINSTRING => self.length::<1>("BINSTRING")?,
                    _ => self.length::<4>("BINSTRING")?,
                };
                let bytes = copied(thread, self.input.take(thread, len)?)?;
                let string = self.old_string(&bytes)?;
                self.push(string)
            }
            op::GET => {
                let number = self.number_line()?;
                match u64::try_from(number) {
                    Ok(number) => self.get(number),
                    Err(_) => Err(self.no_such_number(number)),
                }
            }
            op::PUT => {
                let number = self.number_line()?;
                match u64::try_from(number) {
                    Ok(number) => self.put(number),
                    Err(_) => Err(thread.value_error("negative PUT argument")),
                }
            }
            op::GLOBAL => self.global_lines(),
            op::INST => self.instance_lines(),
            op::OBJ => self.make_instance(),
            op::PERSID => self.persistent_line(),
            op::BINPERSID => {
                let id = self.pop()?;
                self.persistent(&id)
            }
            op::EXT1 => {
                let [code] = self.input.array(thread)?;
                self.extension(code.into())
            }
            op::EXT2 => {
                let code = u16::from_le_bytes(self.input.array(thread)?);
                self.extension(code.into())
            }
            op::EXT4 => {
                let code = i32::from_le_bytes(self.input.array(thread)?);
                self.extension(code.into())
            }
            op::NEXT_BUFFER => self.next_buffer(),
            op::READONLY_BUFFER => self.read_only_buffer(),
            _ => Err(invalid(thread, opcode)),
        }
    }

    // The stack.

    #[inline(always)]
    pub(super) fn push(&mut self, value: Value) -> Res<()> {
        if self.stack.len() == self.stack.capacity() {
            self.grow()?;
        }
        self.stack.push(value);
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) -> Res<()> {
        let more = self.stack.len().max(64);
        self.thread.check_memory(more.saturating_mul(8))?;
        match self.stack.try_reserve(more) {
            Ok(()) => Ok(()),
            Err(_) => Err(self.thread.memory_error()),
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn underflow(&self) -> Raised {
        errors::reading(
            self.thread,
            match self.marks.is_empty() {
                true => "unpickling stack underflow",
                false => "unexpected MARK found",
            },
        )
    }

    /// Makes sure that there are so many items behind the last mark.
    #[inline(always)]
    pub(super) fn need(&self, count: usize) -> Res<()> {
        match self.stack.len() - self.fence < count {
            true => Err(self.underflow()),
            false => Ok(()),
        }
    }

    #[inline(always)]
    pub(super) fn pop(&mut self) -> Res {
        self.need(1)?;
        match self.stack.pop() {
            Some(value) => Ok(value),
            None => Err(self.underflow()),
        }
    }

    fn push_mark(&mut self) -> Res<()> {
        if self.marks.len() == self.marks.capacity() {
            let more = self.marks.len().max(16);
            self.thread.check_memory(more.saturating_mul(8))?;
            if self.marks.try_reserve(more).is_err() {
                return Err(self.thread.memory_error());
            }
        }
        self.fence = self.stack.len();
        self.marks.push(self.fence);
        Ok(())
    }

    /// Takes the last mark off; where it stood.
    #[inline]
    pub(super) fn take_mark(&mut self) -> Res<usize> {
        match self.marks.pop() {
            Some(mark) => {
                self.fence = self.marks.last().copied().unwrap_or(0);
                Ok(mark)
            }
            None => Err(errors::reading(self.thread, "could not find MARK")),
        }
    }

    /// Takes the items from a place on.
    pub(super) fn take_from(&mut self, start: usize) -> Res<Vec<Value>> {
        if start < self.fence || start > self.stack.len() {
            return Err(self.underflow());
        }
        let count = self.stack.len() - start;
        let mut items = crate::object::list::vec_for(self.thread, count)?;
        items.extend(self.stack.drain(start..));
        Ok(items)
    }

    fn drop_top(&mut self) -> Res<()> {
        if self.marks.last() == Some(&self.stack.len()) {
            return self.take_mark().map(drop);
        }
        self.pop().map(drop)
    }

    // The memo.

    #[cold]
    fn no_such_number(&self, number: i64) -> Raised {
        errors::reading(
            self.thread,
            format!("Memo value not found at index {number}"),
        )
    }

    #[inline]
    fn get(&mut self, number: u64) -> Res<()> {
        match self.memo.get(number).cloned() {
            Some(value) => self.push(value),
            None => Err(self.no_such_number(number as i64)),
        }
    }

    #[inline]
    fn put(&mut self, number: u64) -> Res<()> {
        self.need(1)?;
        match self.stack.last() {
            Some(top) => self.memo.put(self.thread, number, top.clone()),
            None => Ok(()),
        }
    }

    // Sizes.

    /// A length of `N` bytes.
    #[inline(always)]
    fn length<const N: usize>(&mut self, what: &str) -> Res<usize> {
        let bytes = self.input.array::<N>(self.thread)?;
        let mut word = [0; 8];
        word[..N].copy_from_slice(&bytes);
        match usize::try_from(u64::from_le_bytes(word)) {
            Ok(len) if len <= isize::MAX as usize => Ok(len),
            _ => Err(too_long(self.thread, what)),
        }
    }

    fn begin_frame(&mut self) -> Res<()> {
        let len = u64::from_le_bytes(self.input.array(self.thread)?);
        match usize::try_from(len) {
            Ok(len) if len <= isize::MAX as usize => self.input.need(self.thread, len),
            _ => Err(self.thread.overflow_error(format!(
                "FRAME length exceeds system's maximum of {} bytes",
                isize::MAX
            ))),
        }
    }

    fn read_long(&mut self, len: usize) -> Res<()> {
        let thread = self.thread;
        let bytes = self.input.take(thread, len)?;
        thread.check_memory(len.saturating_mul(3))?;
        let int = from_bytes(bytes, ByteOrder::Little, true);
        self.push(made(thread, int)?)
    }

    // Containers.

    #[inline]
    fn make_tuple(&mut self, count: usize) -> Res<()> {
        self.need(count)?;
        let start = self.stack.len() - count;
        let tuple = Tuple::from_slice(self.thread, &self.stack[start..])?;
        self.stack.truncate(start);
        self.push(tuple)
    }

    fn make_dict(&mut self) -> Res<()> {
        let thread = self.thread;
        let start = self.take_mark()?;
        let items = self.take_from(start)?;
        if !items.len().is_multiple_of(2) {
            return Err(errors::reading(thread, "odd number of items for DICT"));
        }
        let dict = Dict::new_value(thread)?;
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            thread.before_write(&dict);
            if let Some(dict) = dict.as_dict() {
                dict.set(thread, key, value)?;
            }
            poll(thread)?;
        }
        self.push(dict)
    }

    fn make_frozenset(&mut self) -> Res<()> {
        let thread = self.thread;
        let start = self.take_mark()?;
        let items = self.take_from(start)?;
        let set = Set::new_value(thread, Builtin::FrozenSet)?;
        if let Some(set) = set.as_set() {
            for item in items {
                set.add(thread, item)?;
                poll(thread)?;
            }
        }
        self.push(set)
    }
}

#[cold]
#[inline(never)]
fn too_long(thread: &Thread, what: &str) -> Raised {
    thread.overflow_error(format!(
        "{what} exceeds system's maximum size of {} bytes",
        isize::MAX
    ))
}

#[cold]
fn invalid(thread: &Thread, opcode: u8) -> Raised {
    let shown = match opcode {
        b'\'' | b'\\' => format!("\\x{opcode:02x}"),
        0x20..=0x7E => char::from(opcode).to_string(),
        _ => format!("\\x{opcode:02x}"),
    };
    errors::reading(thread, format!("invalid load key, '{shown}'."))
}

/// A str from UTF-8, in which surrogates may stand.
#[inline]
pub fn decode_text(thread: &Thread, bytes: &[u8]) -> Res {
    if std::str::from_utf8(bytes).is_ok() {
        return Str::from_bytes(thread, bytes);
    }
    let object = Bytes::new_value(thread, bytes)?;
    codec::decode(thread, &object, "utf-8", "surrogatepass")
}
