//! Interned strings: one object per name, so that names compare by address.
//!
//! Two tables: the process-wide one of the runtime's own names, immortal and complete after initialisation, and a weak one per interpreter
//! for names met at run time, whose strings leave it when they die. Threads use that one alone (`off`).

use super::Builtin;
use super::header::{Header, flag};
use super::purpose::Purpose;
use super::str::Str;
use super::thread::{Res, Thread};
use super::value::Value;
use crate::base::sync::Mutex;
use rustc_hash::FxHashMap;
use std::hash::{BuildHasher, Hasher};

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = rustc_hash::FxBuildHasher.build_hasher();
    hasher.write(bytes);
    hasher.finish()
}

/// The weak table of an interpreter: addresses by hash of the text.
pub struct InternTable {
    strings: Mutex<FxHashMap<u64, Vec<u64>>>,
}

impl InternTable {
    pub(super) fn new() -> InternTable {
        InternTable {
            strings: Mutex::new(FxHashMap::default()),
        }
    }

    /// Takes a dying string out.
    pub(super) fn forget(&self, object: *const Header) {
        let word = object as u64;
        // SAFETY: the object is a string that is still intact.
        let string = unsafe { Value::borrow_word(&raw const word) };
        let Some(text) = string.payload::<Str>() else {
            return;
        };
        let hash = hash(text.as_bytes());
        let mut strings = self.strings.lock();
        if let Some(list) = strings.get_mut(&hash) {
            list.retain(|w| *w != word);
            if list.is_empty() {
                strings.remove(&hash);
            }
        }
    }
}

impl Thread {
    /// The interned string with this generalised UTF-8.
    pub fn intern(&self, bytes: &[u8]) -> Res {
        if let Some(name) = super::names::lookup(bytes) {
            return Ok(name.clone());
        }
        if let Some(known) = self.find_interned(bytes) {
            return Ok(known);
        }
        let value = Str::from_bytes(self, bytes)?;
        self.add_interned(&value);
        Ok(value)
    }

    /// The interned string equal to `name`, which becomes it if there is none and it is an exact str.
    pub fn intern_value(&self, name: &Value) -> Res {
        if name.header().is_some_and(|h| h.has(flag::INTERNED)) && name.is_exact(Builtin::Str) {
            return Ok(name.clone());
        }
        let Some(text) = name.payload::<Str>() else {
            return Err(self.type_error("attribute name must be string"));
        };
        if !name.is_exact(Builtin::Str) {
            return self.intern(text.as_bytes());
        }
        if let Some(known) = super::names::lookup(text.as_bytes()) {
            return Ok(known.clone());
        }
        if let Some(known) = self.find_interned(text.as_bytes()) {
            return Ok(known);
        }
        self.add_interned(name);
        Ok(name.clone())
    }

    fn find_interned(&self, bytes: &[u8]) -> Option<Value> {
        self.go_alone_for(Purpose::Word("interning"));
        let strings = self.interp.names.strings.lock();
        for word in strings.get(&hash(bytes))? {
            // SAFETY: strings leave the table before their memory is given back, under the same lock.
            let value = unsafe { Value::borrow_word(word) };
            // One without references is dying: its thread waits for its turn to take it out.
            let lives = value.header().is_some_and(|h| h.reference_count() > 0);
            let has_text = |s: &Str| s.as_bytes() == bytes;
            if lives && value.payload::<Str>().is_some_and(has_text) {
                return Some(value.clone());
            }
        }
        None
    }

    fn add_interned(&self, value: &Value) {
        let (Some(header), Some(text)) = (value.header(), value.payload::<Str>()) else {
            return;
        };
        header.set(flag::INTERNED);
        if !header.is_immortal() {
            self.interp
                .names
                .strings
                .lock()
                .entry(hash(text.as_bytes()))
                .or_default()
                .push(value.word());
        }
    }
}

/// Whether the value is an interned string, so that its address stands for its text.
#[inline(always)]
pub fn is_interned(value: &Value) -> bool {
    value.header().is_some_and(|h| h.has(flag::INTERNED)) && value.is_exact(Builtin::Str)
}
