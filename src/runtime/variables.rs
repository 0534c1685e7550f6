//! The named variables in a frame's registers: which register a name means, and what it holds.
//!
//! A name has one register, or several where inlined comprehensions have a variable of the same name: then the innermost of these that is bound
//! hides the others. **Invariant**: a [`Variables`] is used while the registers that it was made for hold valid words, and no longer.

use super::code::Code;
use super::function::Cell;
use crate::bytecode::code::{Local, LocalKind, flags};
use crate::object::value::Word;
use crate::object::{Dict, Res, Thread, Value};
use rustc_hash::FxHashMap;

/// The local registers of one frame.
#[derive(Clone, Copy)]
pub struct Variables<'a> {
    code: &'a Code,
    base: *mut Word,
    /// How many registers there are: those of the code, or none if a frame was cleared without memory to keep them.
    count: usize,
}

impl<'a> Variables<'a> {
    /// The first `count` local registers of a frame of `code`.
    ///
    /// # Safety
    /// `base` leads to `count` valid words, for as long as the result is used.
    pub unsafe fn new(code: &'a Code, base: *mut Word, count: usize) -> Variables<'a> {
        Variables {
            code,
            base,
            count: count.min(code.plain.locals.len()),
        }
    }

    fn local(&self, i: usize) -> &'a Local {
        &self.code.plain.locals[i]
    }

    /// Whether the variables of a frame live in registers, not in a namespace.
    pub fn optimized(&self) -> bool {
        self.code.plain.flags & flags::OPTIMIZED != 0
    }

    /// Whether register `i` belongs to an inlined comprehension.
    pub fn inlined(&self, i: usize) -> bool {
        matches!(
            self.local(i).kind,
            LocalKind::Inlined | LocalKind::InlinedCell
        )
    }

    /// The name of register `i`.
    pub fn name(&self, i: usize) -> &'a str {
        &self.local(i).name
    }

    /// The cell in register `i`, if the variable lives in one and it has been made.
    pub fn cell(&self, i: usize) -> Option<Value> {
        if matches!(self.local(i).kind, LocalKind::Plain | LocalKind::Inlined) {
            return None;
        }
        let value = self.register(i);
        value.payload::<Cell>().is_some().then_some(value)
    }

    /// What register `i` holds.
    fn register(&self, i: usize) -> Value {
        debug_assert!(i < self.count);
        // SAFETY: below `count` there are valid words.
        unsafe { Value::clone_word(*self.base.add(i)) }
    }

    /// The value of the variable in register `i`; unbound if it has none.
    pub fn value(&self, i: usize) -> Value {
        let register = self.register(i);
        match register.payload::<Cell>() {
            Some(cell) if !matches!(self.local(i).kind, LocalKind::Plain | LocalKind::Inlined) => {
                cell.content.get()
            }
            _ => register,
        }
    }

    /// Whether the variable in register `i` can be given a value from outside: it lives in the register, or its cell has been made. What belongs to a
    /// comprehension within a class body or module cannot.
    pub fn can_set(&self, i: usize) -> bool {
        if self.inlined(i) && !self.optimized() {
            return false;
        }
        let kind = self.local(i).kind;
        matches!(kind, LocalKind::Plain | LocalKind::Inlined)
            || self.cell(i).is_some()
            || (kind == LocalKind::Cell && !self.register(i).is_unbound())
    }

    /// Puts `value` into register `i` and gives back what it held. The variable must not live in a cell.
    pub fn exchange(&self, i: usize, value: Value) -> Value {
        debug_assert!(i < self.count);
        // SAFETY: below `count` there are valid words, which are owned by the frame.
        unsafe { Value::from_word(std::ptr::replace(self.base.add(i), value.into_word())) }
    }

    /// The register that `name` means now: that of the innermost inlined comprehension which has bound it, or else the function's own.
    pub fn find(&self, name: &[u8]) -> Option<usize> {
        let mut own = None;
        for i in (0..self.count).rev() {
            if self.name(i).as_bytes() == name {
                if self.inlined(i) && self.value(i).is_unbound() {
                    own = own.or(Some(i));
                } else if self.inlined(i) {
                    return Some(i);
                } else {
                    own = Some(i);
                }
            }
        }
        own
    }

    /// The registers of the bound variables, one for each name, in their order.
    pub fn bound(&self) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        if (0..self.count).any(|i| self.inlined(i)) {
            let mut places: FxHashMap<&str, usize> = FxHashMap::default();
            for i in 0..self.count {
                let place = *places.entry(self.name(i)).or_insert(chosen.len());
                if place == chosen.len() {
                    chosen.push(i);
                } else if !self.value(i).is_unbound() {
                    chosen[place] = i;
                }
            }
        } else {
            chosen.extend(0..self.count);
        }
        chosen.retain(|i| !self.value(*i).is_unbound());
        chosen
    }

    /// Whether the code, that of a module or class, is inside of an inlined comprehension: then its local names are those of the comprehension alone.
    pub fn has_hidden(&self) -> bool {
        (0..self.count).any(|i| self.inlined(i) && !self.value(i).is_unbound())
    }

    /// A new dictionary of the bound variables.
    ///
    /// # Errors
    /// MemoryError
    pub fn snapshot(&self, thread: &Thread) -> Res {
        let result = Dict::new_value(thread)?;
        if let Some(dict) = result.as_dict() {
            for i in self.bound() {
                let name = thread.intern(self.name(i).as_bytes())?;
                let value = self.value(i);
                if !value.is_unbound() {
                    dict.set(thread, name, value)?;
                }
            }
        }
        Ok(result)
    }
}
