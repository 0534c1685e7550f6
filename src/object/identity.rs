//! Serial numbers in place of addresses, for replays: what `id()`, default hashes and default reprs show has to be the same each time.
//!
//! An object gets its number when somebody first asks. It is marked with the flag of weakly referenced objects, which has its death looked up in the
//! side tables; so its number goes with it. **Invariant**: an object of the table is alive, or immortal.

use super::header::flag;
use super::thread::Thread;
use super::value::Value;
use crate::base::sync::Mutex;
use crate::base::sync::atomic::{AtomicBool, Ordering::*};
use rustc_hash::FxHashMap;

/// The table of an interpreter.
#[derive(Default)]
pub struct Identities {
    on: AtomicBool,
    table: Mutex<Table>,
}

#[derive(Default)]
struct Table {
    numbers: FxHashMap<u64, u64>,
    next: u64,
}

/// Serial numbers are shown as multiples of 16 from here on, as addresses are.
const FIRST: u64 = 0x7f00_0000_0000;

impl Identities {
    /// From now on objects have serial numbers.
    pub fn enable(&self) {
        self.on.store(true, Release);
    }

    /// Whether objects have serial numbers.
    #[inline]
    pub fn is_on(&self) -> bool {
        self.on.load(Relaxed)
    }

    /// The object at this address goes.
    pub(super) fn forget(&self, address: u64) {
        if self.is_on() {
            self.table.lock().numbers.remove(&address);
        }
    }

    fn number(&self, address: u64) -> u64 {
        let mut table = self.table.lock();
        let Table { numbers, next } = &mut *table;
        *numbers.entry(address).or_insert_with(|| {
            *next += 1;
            FIRST + *next * 16
        })
    }
}

impl Thread {
    /// What stands for the identity of a value: its word, or in a replay a serial number.
    #[inline]
    pub fn identity(&self, value: &Value) -> u64 {
        match self.interp.identities.is_on() {
            true => self.serial_number(value),
            false => value.word(),
        }
    }

    #[cold]
    fn serial_number(&self, value: &Value) -> u64 {
        let Some(header) = value.header() else {
            return value.word();
        };
        if !header.is_immortal() {
            header.set(flag::HAS_WEAKREFS);
        }
        self.interp.identities.number(value.word())
    }
}
