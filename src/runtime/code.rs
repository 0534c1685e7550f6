//! Code objects: compiled code with its constants as values and its instruction words ready to be rewritten by quickening.
#![forbid(unsafe_code)]

use crate::bytecode::code as plain;
use crate::bytecode::code::{Const, flags};
use crate::object::layout::core;
use crate::object::names;
use crate::object::{Builtin, Bytes, Payload, Res, Set, Slot, Str, Thread, Tuple, Value};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::*};

/// The payload of code objects.
pub struct Code {
    /// Instruction, operand and cache words. Quickening rewrites opcodes and caches, one whole word at a time.
    pub words: Box<[AtomicU64]>,
    /// Constants as values.
    pub consts: Box<[Value]>,
    /// Names, interned.
    pub names: Box<[Value]>,
    /// The names of keyword-only parameters, interned.
    pub keyword_only: Box<[Value]>,
    /// The compiled code; its words are the originals.
    pub plain: Arc<plain::Code>,
    /// `co_name`
    pub name: Slot,
    /// `co_qualname`
    pub qualname: Slot,
    /// `co_filename`
    pub filename: Value,
    /// Number of local registers.
    pub nlocals: u16,
    /// Number of registers.
    pub nregs: u16,
    /// Positional parameters.
    pub arg_count: u16,
    /// A call with exactly `arg_count` positional arguments needs no binding: no `*`, `**` or keyword-only parameters, and the body is there.
    pub plain_parameters: bool,
    /// A call makes a generator, coroutine or asynchronous generator.
    pub is_generator: bool,
    /// The namespace (a dict's address) that the inline caches of globals were filled for; 0: none yet.
    pub globals_owner: AtomicU64,
    /// How often this code was entered, for deciding when to specialise.
    pub entries: AtomicU32,
}

impl Payload for Code {
    const LAYOUT: u8 = core::CODE;
    // Constants and names are no part of cycles; and a dying generator looks into its code, which therefore dies by its count.
    const LEAF: bool = true;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.consts.iter().for_each(&mut *visit);
        self.names.iter().for_each(&mut *visit);
        self.keyword_only.iter().for_each(&mut *visit);
        self.name.trace(visit);
        self.qualname.trace(visit);
        visit(&self.filename);
    }
}

impl Code {
    /// A code object for compiled code, nested ones included.
    ///
    /// # Errors
    /// MemoryError
    pub fn load(thread: &Thread, code: plain::Code) -> Res {
        let filename = Str::new_value(thread, &code.filename)?;
        Code::load_plain(thread, Arc::new(code), &filename)
    }

    /// The whole code, if this is the head alone of one.
    ///
    /// # Errors
    /// MemoryError
    pub fn whole(&self, thread: &Thread) -> Res<Option<Value>> {
        let Some(deferral) = self.plain.deferral else {
            return Ok(None);
        };
        let Some(plain) = deferral.read(&self.plain.filename) else {
            return Err(thread.error(Builtin::SystemError, "a damaged image of a code"));
        };
        Code::load_plain(thread, Arc::new(plain), &self.filename).map(Some)
    }

    fn load_plain(thread: &Thread, plain: Arc<plain::Code>, filename: &Value) -> Res {
        let mut consts = Vec::with_capacity(plain.consts.len());
        for constant in &plain.consts {
            consts.push(constant_value(thread, constant, filename)?);
        }
        let names = plain
            .names
            .iter()
            .map(|name| thread.intern(name.as_bytes()))
            .collect::<Res<Vec<_>>>()?;
        Code::assemble(thread, plain, consts, names, filename.clone())
    }

    fn assemble(
        thread: &Thread,
        plain: Arc<plain::Code>,
        consts: Vec<Value>,
        names: Vec<Value>,
        filename: Value,
    ) -> Res {
        let special = flags::VARARGS | flags::VARKEYWORDS;
        let (positional, keyword_only) = (plain.arg_count as usize, plain.kwonly_count as usize);
        let keyword_only = plain.locals[positional..positional + keyword_only]
            .iter()
            .map(|local| thread.intern(local.name.as_bytes()))
            .collect::<Res<Box<[Value]>>>()?;
        let generator = flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR;
        let code = Code {
            words: plain
                .words
                .iter()
                .map(|word| AtomicU64::new(*word))
                .collect(),
            consts: consts.into_boxed_slice(),
            names: names.into_boxed_slice(),
            keyword_only,
            name: Slot::new(thread.intern(plain.name.as_bytes())?),
            // Interned as well: generators tell by identity whether a function has its code's name.
            qualname: Slot::new(thread.intern(plain.qualname.as_bytes())?),
            filename,
            nlocals: plain.nlocals,
            nregs: plain.nregs,
            arg_count: plain.arg_count as u16,
            plain_parameters: plain.flags & special == 0
                && plain.kwonly_count == 0
                && plain.deferral.is_none(),
            is_generator: plain.flags & generator != 0,
            globals_owner: AtomicU64::new(0),
            entries: AtomicU32::new(0),
            plain,
        };
        thread.alloc(Builtin::Code, code)
    }

    /// A copy for compiled code that differs in names, file or line only: constants are shared.
    ///
    /// # Errors
    /// MemoryError
    pub fn replaced(&self, thread: &Thread, plain: plain::Code) -> Res {
        let filename = Str::new_value(thread, &plain.filename)?;
        let (consts, names) = (self.consts.to_vec(), self.names.to_vec());
        Code::assemble(thread, Arc::new(plain), consts, names, filename)
    }

    /// A copy with fresh instruction words, for running the same code with other globals; nested code is copied too.
    pub fn copy(&self, thread: &Thread) -> Res {
        let mut consts = Vec::with_capacity(self.consts.len());
        for constant in &self.consts {
            consts.push(match constant.payload::<Code>() {
                Some(code) => code.copy(thread)?,
                None => constant.clone(),
            });
        }
        Code::assemble(
            thread,
            self.plain.clone(),
            consts,
            self.names.to_vec(),
            self.filename.clone(),
        )
    }
}

impl Code {
    /// The code object to run with `globals`: this one, or a copy if its inline caches belong to other globals.
    ///
    /// # Errors
    /// MemoryError
    pub fn for_globals(thread: &Thread, code: &Value, globals: &Value) -> Res {
        let Some(payload) = code.payload::<Code>() else {
            return Ok(code.clone());
        };
        // Mostly they are its own, which is found out without writing to what all threads read.
        if payload.globals_owner.load(Acquire) == globals.word() {
            return Ok(code.clone());
        }
        match payload
            .globals_owner
            .compare_exchange(0, globals.word(), AcqRel, Acquire)
        {
            Ok(_) => Ok(code.clone()),
            Err(owner) if owner == globals.word() => Ok(code.clone()),
            Err(_) => {
                let copy = payload.copy(thread)?;
                if let Some(copied) = copy.payload::<Code>() {
                    copied.globals_owner.store(globals.word(), Release);
                }
                Ok(copy)
            }
        }
    }
}

/// Takes everything that running has written into the instruction words of a code object out again; leaves other objects alone.
pub fn empty_caches(code: &Value) {
    if let Some(code) = code.payload::<Code>() {
        for (word, original) in code.words.iter().zip(&code.plain.words) {
            word.store(*original, Release);
        }
    }
}

fn constant_value(thread: &Thread, constant: &Const, filename: &Value) -> Res {
    Ok(match constant {
        Const::None => Value::NONE,
        Const::Bool(b) => Value::from_bool(*b),
        Const::Ellipsis => Value::ELLIPSIS,
        Const::Int(i) => thread.int(*i)?,
        Const::BigInt(b) => thread.int_from_big(b.clone())?,
        Const::Float(f) => thread.float(*f)?,
        Const::Complex(re, im) => super::complex_value(thread, *re, *im)?,
        Const::Str(bytes) => {
            // Constants that look like names are interned, as attribute and keyword names are made of them.
            if bytes.len() <= 64
                && bytes
                    .iter()
                    .all(|b| b.is_ascii_alphanumeric() || *b == b'_')
            {
                thread.intern(bytes)?
            } else if bytes.is_empty() {
                names::EMPTY.value().clone()
            } else {
                Str::from_bytes(thread, bytes)?
            }
        }
        Const::Bytes(bytes) => Bytes::new_value(thread, bytes)?,
        Const::Tuple(items) => {
            let items = items
                .iter()
                .map(|item| constant_value(thread, item, filename))
                .collect::<Res<Vec<_>>>()?;
            Tuple::from_vec(thread, items)?
        }
        Const::FrozenSet(items) => {
            let value = Set::new_value(thread, Builtin::FrozenSet)?;
            if let Some(set) = value.payload::<Set>() {
                for item in items {
                    set.add(thread, constant_value(thread, item, filename)?)?;
                }
                // CPython makes the constant anew from the first one's elements, which shows in the order of colliding ones.
                let elements = set.elements();
                drop(set.take_all(thread));
                for (item, hash) in elements {
                    set.add_hashed(thread, item, hash)?;
                }
            }
            value
        }
        Const::Code(code) => Code::load_plain(thread, code.clone(), filename)?,
    })
}
