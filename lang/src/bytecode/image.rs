//! Images: compiled code as bytes, for the modules of the library, which are compiled when the program is built.
//!
//! Numbers are LEB128, signed ones zigzag; texts and lists begin with their length. A code is a head (what makes a function of it: names,
//! parameters, docstring) and a body. Most functions of an imported module are never called, so the code of a function at the top of a module or
//! of a class there is read as its head alone, with a [`Deferral`] that leads to the rest.
//!
//! Images are trusted as the instructions of the program are: they are made by [`write`] and lie in its read-only data.
//! File names are not in them.

use super::code::{
    Code, Const, Handler, LineEntry, LiveSet, Liveness, Local, LocalKind, Position, flags,
};
use super::instr::Instr;
use super::opcodes::Op;
use crate::base::sync::Arc;
use num_bigint::{BigInt, Sign};
use std::fmt;

/// Codes of fewer bytes are read whole.
const SMALL: usize = 300;

/// Local kinds by their number in an image.
const KINDS: [LocalKind; 5] = [
    LocalKind::Plain,
    LocalKind::Cell,
    LocalKind::Free,
    LocalKind::Inlined,
    LocalKind::InlinedCell,
];

/// What a constant begins with.
mod tag {
    pub const NONE: u8 = 0;
    pub const FALSE: u8 = 1;
    pub const TRUE: u8 = 2;
    pub const ELLIPSIS: u8 = 3;
    pub const INT: u8 = 4;
    pub const BIG_INT: u8 = 5;
    pub const FLOAT: u8 = 6;
    pub const COMPLEX: u8 = 7;
    pub const STR: u8 = 8;
    pub const BYTES: u8 = 9;
    pub const TUPLE: u8 = 10;
    pub const FROZEN_SET: u8 = 11;
    /// A code that is read whole.
    pub const CODE: u8 = 12;
    /// A code that is read as its head.
    pub const DEFERRED: u8 = 13;
}

/// The whole code of a function of which the head has been read.
#[derive(Clone, Copy)]
pub struct Deferral(&'static [u8]);

impl fmt::Debug for Deferral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Deferral({} bytes)", self.0.len())
    }
}

impl Deferral {
    /// The code, with the name of its file.
    pub fn read(self, filename: &str) -> Option<Code> {
        read(self.0, filename)
    }
}

/// The image of a module's code.
pub fn write(code: &Code) -> Vec<u8> {
    let mut writer = Writer(Vec::new());
    writer.code(code, true);
    writer.0
}

/// The code that [`write`] made an image of, with heads alone of functions that are called later; None for other bytes.
pub fn read(image: &'static [u8], filename: &str) -> Option<Code> {
    let mut reader = Reader {
        rest: image,
        filename,
    };
    let code = reader.code()?;
    reader.rest.is_empty().then_some(code)
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.0.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    fn signed(&mut self, n: i64) {
        self.number((n << 1 ^ n >> 63) as u64);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    /// `defers`: functions among the constants are called later, if ever.
    fn code(&mut self, code: &Code, defers: bool) {
        self.head(code);
        self.body(code, defers);
    }

    fn head(&mut self, code: &Code) {
        self.bytes(code.name.as_bytes());
        self.bytes(code.qualname.as_bytes());
        for n in [
            code.first_line,
            code.flags,
            code.arg_count,
            code.posonly_count,
            code.kwonly_count,
            code.nlocals.into(),
            code.nregs.into(),
            code.free_count.into(),
        ] {
            self.number(n.into());
        }
        self.number(code.locals.len() as u64);
        for local in &code.locals {
            self.bytes(local.name.as_bytes());
            let kind = KINDS.iter().position(|kind| *kind == local.kind);
            self.number(kind.unwrap_or_default() as u64);
        }
        if let Some(docstring) = docstring(code) {
            self.constant(docstring, false);
        }
    }

    fn body(&mut self, code: &Code, defers: bool) {
        let is_class = code.flags & flags::OPTIMIZED == 0;
        let consts = &code.consts[docstring(code).is_some() as usize..];
        self.number(consts.len() as u64);
        for constant in consts {
            self.constant(constant, defers && is_class);
        }
        self.number(code.names.len() as u64);
        for name in &code.names {
            self.bytes(name.as_bytes());
        }
        self.number(code.words.len() as u64);
        for word in &code.words {
            self.0.extend_from_slice(&word.to_le_bytes());
        }
        self.number(code.handlers.len() as u64);
        for handler in &code.handlers {
            for n in [handler.start, handler.end, handler.target] {
                self.number(n.into());
            }
            self.number(handler.depth.into());
        }
        self.number(code.live_sets.len() as u64);
        for set in &code.live_sets {
            let words = set.to_words();
            self.number(words.len() as u64);
            for word in words {
                self.number(word);
            }
        }
        self.number(code.liveness.len() as u64);
        for entry in &code.liveness {
            self.number(entry.start.into());
            self.number(entry.set.into());
        }
        self.lines(code);
    }

    /// Each entry by its difference to the one before.
    fn lines(&mut self, code: &Code) {
        self.number(code.lines.len() as u64);
        let (mut start, mut line) = (0, code.first_line);
        for entry in &code.lines {
            let position = entry.position;
            self.number((entry.start - start).into());
            self.signed(i64::from(position.line) - i64::from(line));
            self.signed(i64::from(position.end_line) - i64::from(position.line));
            self.number(position.column.into());
            self.number(position.end_column.into());
            (start, line) = (entry.start, position.line);
        }
    }

    fn constant(&mut self, constant: &Const, defers: bool) {
        match constant {
            Const::None => self.0.push(tag::NONE),
            Const::Bool(value) => self.0.push(if *value { tag::TRUE } else { tag::FALSE }),
            Const::Ellipsis => self.0.push(tag::ELLIPSIS),
            Const::Int(value) => {
                self.0.push(tag::INT);
                self.signed(*value);
            }
            Const::BigInt(value) => {
                self.0.push(tag::BIG_INT);
                let (sign, bytes) = value.to_bytes_le();
                self.0.push((sign == Sign::Minus).into());
                self.bytes(&bytes);
            }
            Const::Float(value) => {
                self.0.push(tag::FLOAT);
                self.0.extend_from_slice(&value.to_le_bytes());
            }
            Const::Complex(re, im) => {
                self.0.push(tag::COMPLEX);
                self.0.extend_from_slice(&re.to_le_bytes());
                self.0.extend_from_slice(&im.to_le_bytes());
            }
            Const::Str(bytes) => {
                self.0.push(tag::STR);
                self.bytes(bytes);
            }
            Const::Bytes(bytes) => {
                self.0.push(tag::BYTES);
                self.bytes(bytes);
            }
            Const::Tuple(items) => self.constants(tag::TUPLE, items),
            Const::FrozenSet(items) => self.constants(tag::FROZEN_SET, items),
            Const::Code(code) => self.nested(code, defers),
        }
    }

    fn constants(&mut self, tag: u8, items: &[Const]) {
        self.0.push(tag);
        self.number(items.len() as u64);
        for item in items {
            self.constant(item, false);
        }
    }

    fn nested(&mut self, code: &Code, defers: bool) {
        // Lambdas and comprehensions are mostly called by what makes them.
        let is_function = code.flags & flags::OPTIMIZED != 0 && !code.name.starts_with('<');
        let mut whole = Writer(Vec::new());
        whole.code(code, defers);
        if defers && is_function && whole.0.len() >= SMALL {
            self.0.push(tag::DEFERRED);
            self.number(whole.0.len() as u64);
        } else {
            self.0.push(tag::CODE);
        }
        self.0.extend_from_slice(&whole.0);
    }
}

fn docstring(code: &Code) -> Option<&Const> {
    let has_docstring = code.flags & flags::HAS_DOCSTRING != 0;
    code.consts.first().filter(|_| has_docstring)
}

struct Reader<'f> {
    rest: &'static [u8],
    filename: &'f str,
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    fn number(&mut self) -> Option<u64> {
        let mut byte = self.byte()?;
        let mut n = u64::from(byte & 0x7F);
        let mut shift = 7;
        while byte >= 0x80 {
            byte = self.byte()?;
            n |= u64::from(byte & 0x7F).checked_shl(shift)?;
            shift += 7;
        }
        Some(n)
    }

    fn int<T: TryFrom<u64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    fn signed(&mut self) -> Option<i64> {
        let n = self.number()?;
        Some((n >> 1) as i64 ^ -((n & 1) as i64))
    }

    fn bytes(&mut self) -> Option<&'static [u8]> {
        let count = self.int()?;
        self.take(count)
    }

    fn text(&mut self) -> Option<Box<str>> {
        std::str::from_utf8(self.bytes()?).ok().map(Into::into)
    }

    fn fixed<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.int()?;
        // No item takes less than a byte.
        let mut items = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(items)
    }

    fn code(&mut self) -> Option<Code> {
        let mut code = self.head()?;
        self.body(&mut code)?;
        Some(code)
    }

    /// A code without its body.
    fn head(&mut self) -> Option<Code> {
        let mut code = Code {
            name: self.text()?,
            qualname: self.text()?,
            filename: self.filename.into(),
            first_line: self.int()?,
            flags: self.int()?,
            arg_count: self.int()?,
            posonly_count: self.int()?,
            kwonly_count: self.int()?,
            nlocals: self.int()?,
            nregs: self.int()?,
            free_count: self.int()?,
            locals: self.list(|reader| {
                Some(Local {
                    name: reader.text()?,
                    kind: *KINDS.get(reader.byte()? as usize)?,
                })
            })?,
            ..Code::default()
        };
        if code.flags & flags::HAS_DOCSTRING != 0 {
            code.consts.push(self.constant()?);
        }
        Some(code)
    }

    fn body(&mut self, code: &mut Code) -> Option<()> {
        let mut consts = self.list(Self::constant)?;
        if code.consts.is_empty() {
            code.consts = consts;
        } else {
            code.consts.append(&mut consts);
        }
        code.names = self.list(Self::text)?;
        let count: usize = self.int()?;
        let words = self.take(count.checked_mul(8)?)?.as_chunks().0;
        code.words = words.iter().copied().map(u64::from_le_bytes).collect();
        code.handlers = self.list(|reader| {
            Some(Handler {
                start: reader.int()?,
                end: reader.int()?,
                target: reader.int()?,
                depth: reader.int()?,
            })
        })?;
        code.live_sets = self.list(|reader| {
            let words = reader.list(Self::number)?;
            Some(LiveSet::of_words(&words))
        })?;
        code.liveness = self.list(|reader| {
            Some(Liveness {
                start: reader.int()?,
                set: reader.int()?,
            })
        })?;
        let (mut start, mut line) = (0, i64::from(code.first_line));
        code.lines = self.list(|reader| {
            start += reader.int::<u32>()?;
            line += reader.signed()?;
            let position = Position {
                line: line.try_into().ok()?,
                end_line: (line + reader.signed()?).try_into().ok()?,
                column: reader.int()?,
                end_column: reader.int()?,
            };
            Some(LineEntry { start, position })
        })?;
        Some(())
    }

    fn constant(&mut self) -> Option<Const> {
        Some(match self.byte()? {
            tag::NONE => Const::None,
            tag::FALSE => Const::Bool(false),
            tag::TRUE => Const::Bool(true),
            tag::ELLIPSIS => Const::Ellipsis,
            tag::INT => Const::Int(self.signed()?),
            tag::BIG_INT => {
                let sign = [Sign::Plus, Sign::Minus][usize::from(self.byte()? != 0)];
                Const::BigInt(BigInt::from_bytes_le(sign, self.bytes()?))
            }
            tag::FLOAT => Const::Float(self.float()?),
            tag::COMPLEX => Const::Complex(self.float()?, self.float()?),
            tag::STR => Const::Str(self.bytes()?.into()),
            tag::BYTES => Const::Bytes(self.bytes()?.into()),
            tag::TUPLE => Const::Tuple(self.list(Self::constant)?.into()),
            tag::FROZEN_SET => Const::FrozenSet(self.list(Self::constant)?.into()),
            tag::CODE => Const::Code(Arc::new(self.code()?)),
            tag::DEFERRED => Const::Code(Arc::new(self.deferred()?)),
            _ => return None,
        })
    }

    fn float(&mut self) -> Option<f64> {
        self.fixed().map(f64::from_le_bytes)
    }

    /// A code that has no body but `return None`, until it is read whole.
    fn deferred(&mut self) -> Option<Code> {
        let whole = self.bytes()?;
        let mut reader = Reader {
            rest: whole,
            filename: self.filename,
        };
        Some(Code {
            deferral: Some(Deferral(whole)),
            words: vec![Instr::new(Op::ReturnNone, 0, 0, 0, 0).0],
            ..reader.head()?
        })
    }
}
