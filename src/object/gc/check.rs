//! The heap checker (debug switch `check-heap`): walks every block and recounts every reference.
//!
//! What it can know without the frames: an object's references from inside the heap are at most as many as its count says, freelists
//! hold free cells alone, and each block's counters are right. Findings are texts for the caller to report; nothing panics.

use super::super::header::Header;
use super::super::layout::{self, of_shape};
use super::super::thread::Thread;
use super::mark::each_reference;
use rustc_hash::FxHashMap;

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// Objects in blocks and large containers.
    pub objects: usize,
    /// References among them.
    pub references: usize,
    /// What is wrong, a line each.
    pub faults: Vec<String>,
}

/// More faults than this are not listed.
const MOST_FAULTS: usize = 50;

impl Thread {
    /// Checks the heap. Must not run inside a collection's marking.
    pub fn check_heap(&self) -> Checked {
        self.gather_counts();
        let mut checked = Checked::default();
        self.check_blocks(&mut checked);
        self.check_counts(&mut checked);
        checked
    }

    fn check_blocks(&self, checked: &mut Checked) {
        self.interp.heap.inspect_blocks(&mut |block| {
            let live = block.walk(&mut |object| {
                // SAFETY: the walk shows live headers.
                let header = unsafe { &*object };
                if layout::info(of_shape(header.shape())).is_none() {
                    checked.fault(format!(
                        "object {object:p} has the unknown layout {}",
                        of_shape(header.shape())
                    ));
                }
                if !block.containers && header.is_tracked() {
                    checked.fault(format!("leaf {object:p} is tracked"));
                }
            });
            if live != block.used {
                checked.fault(format!(
                    "block {:#x}: {live} objects, but {} cells in use",
                    block.address(),
                    block.used
                ));
            }
            match block.count_free() {
                Some(free) if free + live == block.carved && block.carved <= block.capacity => {}
                Some(free) => checked.fault(format!(
                    "block {:#x}: {free} free cells and {live} objects in {} of {} cells",
                    block.address(),
                    block.carved,
                    block.capacity
                )),
                None => checked.fault(format!("block {:#x}: unsound freelist", block.address())),
            }
        });
    }

    fn check_counts(&self, checked: &mut Checked) {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        let mut objects = Vec::new();
        self.interp.heap.walk_objects(&mut |header| {
            // An object without references is being destroyed: its contents are not to be looked at.
            if header.total() != 0 {
                objects.push(header as *const Header);
            }
        });
        checked.objects = objects.len();
        for &object in &objects {
            // SAFETY: the walk shows live objects, and nothing runs meanwhile.
            unsafe {
                each_reference(self, object, |value| {
                    let Some(target) = value.header() else {
                        return;
                    };
                    if target.is_free() {
                        checked.fault(format!(
                            "object {object:p} (layout {}) refers to the free cell {:#x}",
                            of_shape((*object).shape()),
                            value.word()
                        ));
                    } else if !target.is_immortal() {
                        checked.references += 1;
                        *counts.entry(value.word()).or_default() += 1;
                    }
                });
            }
        }
        for (word, found) in counts {
            // SAFETY: live objects refer to it.
            let header = unsafe { &*(word as *const Header) };
            let claimed = header.total();
            if found > claimed {
                checked.fault(format!(
                    "object {word:#x} (layout {}) has the count {claimed}, but {found} references in the heap",
                    of_shape(header.shape())
                ));
            }
        }
    }
}

impl Checked {
    fn fault(&mut self, text: String) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(text);
        }
    }
}
