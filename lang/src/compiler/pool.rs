//! The constants and names of one code object, each value once.
#![forbid(unsafe_code)]

use rustc_hash::FxHashMap;

use super::symbols::Sym;
use crate::bytecode::code::Const;
use crate::bytecode::instr::{ConstIdx, NameIdx};

/// The constants of a code object. Two are one if they have the same type and value; `0.0` and
/// `-0.0` stay apart.
#[derive(Default)]
pub struct Constants {
    list: Vec<Const>,
    index: FxHashMap<Vec<u8>, u32>,
}

impl Constants {
    /// The index of a constant.
    pub fn add(&mut self, value: Const) -> ConstIdx {
        let mut key = Vec::new();
        if !write_key(&value, &mut key) {
            return self.push(value);
        }
        if let Some(&index) = self.index.get(&key) {
            return ConstIdx(index);
        }
        let index = self.push(value);
        self.index.insert(key, index.0);
        index
    }

    fn push(&mut self, value: Const) -> ConstIdx {
        self.list.push(value);
        ConstIdx(self.list.len() as u32 - 1)
    }

    /// All constants in the order of their indices.
    pub fn into_list(self) -> Vec<Const> {
        self.list
    }
}

/// Writes bytes that identify the constant; false for code, which is never shared.
pub fn write_key(value: &Const, key: &mut Vec<u8>) -> bool {
    let mut text = |tag: u8, bytes: &[u8]| {
        key.push(tag);
        key.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        key.extend_from_slice(bytes);
        true
    };
    match value {
        Const::None => text(0, &[]),
        Const::Bool(value) => text(1, &[u8::from(*value)]),
        Const::Ellipsis => text(2, &[]),
        Const::Int(value) => text(3, &value.to_le_bytes()),
        Const::BigInt(value) => text(4, &value.to_signed_bytes_le()),
        Const::Float(value) => text(5, &value.to_bits().to_le_bytes()),
        Const::Complex(re, im) => {
            let bits = u128::from(re.to_bits()) << 64 | u128::from(im.to_bits());
            text(6, &bits.to_le_bytes())
        }
        Const::Str(value) => text(7, value),
        Const::Bytes(value) => text(8, value),
        Const::Tuple(items) => {
            text(9, &(items.len() as u64).to_le_bytes());
            items.iter().all(|item| write_key(item, key))
        }
        Const::FrozenSet(items) => {
            // Equal sets are one constant, whatever the order in which they are written: the first one's order shows.
            let mut keys = Vec::with_capacity(items.len());
            for item in items {
                let mut key = Vec::new();
                if !write_key(item, &mut key) {
                    return false;
                }
                keys.push(key);
            }
            keys.sort_unstable();
            keys.dedup();
            text(10, &(keys.len() as u64).to_le_bytes());
            key.extend(keys.into_iter().flatten());
            true
        }
        Const::Code(_) => false,
    }
}

/// The names of a code object.
#[derive(Default)]
pub struct Names {
    /// In the order of their indices.
    pub list: Vec<Sym>,
    index: FxHashMap<Sym, u32>,
}

impl Names {
    /// The index of a name.
    pub fn add(&mut self, sym: Sym) -> NameIdx {
        let next = self.list.len() as u32;
        let index = *self.index.entry(sym).or_insert(next);
        if index == next {
            self.list.push(sym);
        }
        NameIdx(index)
    }
}
