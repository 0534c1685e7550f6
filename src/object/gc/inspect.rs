//! Questions about containers: which there are, what refers to what, what is frozen.

use super::super::builtin::Builtin;
use super::super::header::{Header, flag};
use super::super::layout;
use super::super::thread::{Res, Thread};
use super::super::value::Value;
use super::OLDEST;
use super::mark::each_reference;

/// Whether an exact tuple refers to nothing that the collector looks at.
///
/// # Safety
/// `object` is a live, exact tuple.
pub(super) unsafe fn is_tuple_of_leaves(object: *const Header) -> bool {
    let word = object as u64;
    // SAFETY: the caller's promise.
    let tuple = unsafe { Value::borrow_word(&raw const word) };
    let items = tuple.as_tuple().unwrap_or_default();
    // What is frozen will be tracked again.
    items
        .iter()
        .all(|item| item.header().is_none_or(|header| !header.is_tracked()))
}

impl Thread {
    /// Whether the collector looks at this object, as far as CPython says so: dictionaries and tuples without containers in them are none of
    /// its business.
    pub fn is_collected(&self, value: &Value) -> bool {
        let Some(header) = value.header() else {
            return false;
        };
        if value.is_exact(Builtin::Dict) && !header.is_immortal() {
            let mut tracked = false;
            // SAFETY: the value is alive.
            unsafe {
                each_reference(self, header, |value| tracked |= may_be_collected(value));
            }
            return tracked;
        }
        may_be_collected(value)
    }

    /// Whether the object's finaliser has run.
    pub fn is_finalized(&self, value: &Value) -> bool {
        value
            .header()
            .is_some_and(|header| header.has(flag::FINALIZED))
    }

    /// The containers of one generation, or all of them but frozen ones.
    ///
    /// # Errors
    /// MemoryError
    pub fn containers(&self, generation: Option<u8>) -> Res<Vec<Value>> {
        self.matching_containers(|header| {
            generation.is_none_or(|wanted| header.generation() == wanted)
        })
    }

    fn matching_containers(&self, mut matches: impl FnMut(&Header) -> bool) -> Res<Vec<Value>> {
        self.gather_counts();
        let mut found = Vec::new();
        let mut memory = true;
        self.each_container(&mut |header| {
            if matches(header) {
                memory &= found.try_reserve(1).is_ok();
                if memory {
                    // SAFETY: the container is alive.
                    found.push(unsafe { Value::clone_word(header as *const Header as u64) });
                }
            }
        });
        if memory {
            Ok(found)
        } else {
            Err(self.memory_error())
        }
    }

    /// Shows every container that is neither dying, untracked nor frozen.
    fn each_container(&self, visit: &mut dyn FnMut(&Header)) {
        self.interp.heap.walk_containers(&mut |header| {
            let aside = header.generation() == flag::UNTRACKED || header.is_condemned();
            if !aside && header.total() != 0 {
                visit(header);
            }
        });
    }

    /// The containers that refer to any of `targets`.
    ///
    /// # Errors
    /// MemoryError
    pub fn referrers(&self, targets: &[Value]) -> Res<Vec<Value>> {
        self.matching_containers(|header| {
            let mut refers = false;
            // SAFETY: the container is alive.
            unsafe {
                each_reference(self, header, |value| {
                    refers |= targets.iter().any(|target| target.is(value));
                });
            }
            let class = self.shape_of(header).class();
            refers || targets.iter().any(|target| target.is(class))
        })
    }

    /// What the object refers to.
    pub fn referents(&self, value: &Value) -> Vec<Value> {
        let Some(header) = value.header() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        // SAFETY: the value is alive.
        unsafe {
            each_reference(self, header, |value| {
                if value.bound().is_some() {
                    found.push(value.clone());
                }
            });
        }
        let class = self.shape_of(header).class();
        if !header.is_immortal() && class.as_class().is_some_and(|class| !class.is_static()) {
            found.push(class.clone());
        }
        found
    }

    /// Takes all containers out of the collector's sight.
    ///
    /// # Errors
    /// MemoryError
    pub fn freeze_containers(&self) -> Res<()> {
        let all = self.containers(None)?;
        self.interp.heap.begin_epoch(OLDEST);
        for object in all.iter().filter_map(Value::as_ptr) {
            let object = object as *mut Header;
            // SAFETY: live containers of this heap.
            unsafe {
                self.interp.heap.set_generation(object, flag::UNTRACKED);
                (*object).set(flag::REACHED);
            }
        }
        Ok(())
    }

    /// Gives frozen containers to the oldest generation.
    pub fn unfreeze_containers(&self) {
        self.interp.heap.walk_containers(&mut |header| {
            if is_frozen(header) {
                header.clear(flag::REACHED);
                header.set_generation(OLDEST);
            }
        });
    }

    /// How many containers are frozen.
    pub fn frozen_count(&self) -> usize {
        let mut count = 0;
        self.interp
            .heap
            .walk_containers(&mut |header| count += is_frozen(header) as usize);
        count
    }

    /// How many containers there are in each generation.
    pub fn generation_sizes(&self) -> [usize; 3] {
        let mut sizes = [0; 3];
        self.each_container(&mut |header| sizes[header.generation() as usize] += 1);
        sizes
    }
}

/// As `is_collected`, but true for every dictionary: those with others in them are tracked.
fn may_be_collected(value: &Value) -> bool {
    let Some(header) = value.header() else {
        return false;
    };
    if value.is_exact(Builtin::Tuple) {
        // SAFETY: the value is a live, exact tuple.
        return header.is_tracked() && unsafe { !is_tuple_of_leaves(header) };
    }
    if header.is_immortal() {
        // Not looked at here, but CPython's static containers are tracked.
        return layout::info(value.layout()).is_some_and(|info| !info.leaf);
    }
    header.is_tracked() && !value.is_exact(Builtin::Object)
}

fn is_frozen(header: &Header) -> bool {
    header.generation() == flag::UNTRACKED && header.has(flag::REACHED)
}
