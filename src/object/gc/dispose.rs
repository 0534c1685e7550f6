//! What becomes of garbage: finalisers, resurrection (PEP 442), destruction.
//!
//! Weak references to garbage are cleared first, and those of their callbacks run that are no garbage themselves, so that nothing can come back
//! through one. Finalisers see all of the garbage intact, each runs once in an object's life. Afterwards whatever they made reachable again lives on
//! with everything behind it. Weak references that they made to the rest are cleared too. The rest is freed without script code of its own: the contents of all objects are dropped in place while
//! each is held by one extra reference, so that none is freed by another one's end, and then all memory is given back.

use super::super::header::{Header, flag};
use super::super::list::List;
use super::super::thread::{Thread, hooks};
use super::super::value::Value;
use super::super::weak::DueCallback;
use super::super::{heap, layout};
use super::mark::{Garbage, Work};
use super::{OLDEST, Outcome, debug};

impl Thread {
    /// Finalises and frees the garbage in `work.objects`. `older` is the generation of what lives on; `counted` is how many of the objects
    /// CPython would count.
    pub(super) fn dispose(&self, work: &mut Work, older: u8, counted: usize) -> Outcome {
        let mut outcome = Outcome {
            collected: counted,
            uncollectable: 0,
        };
        if work.objects.is_empty() {
            return outcome;
        }
        // SAFETY: the objects are containers with exact counts that refer to each other alone.
        unsafe {
            let due = self.finalize_garbage(work, older, &mut outcome);
            if self.collector_debug() & debug::SAVEALL == 0 || !self.save_garbage(work, older) {
                self.destroy_garbage(work);
            }
            self.call_weak_callbacks(due);
        }
        outcome
    }

    /// Clears weak references, runs the finalisers and takes what they brought back, and what died of them, out of `work`. The callbacks of weak
    /// references that finalisers have made to what is left.
    unsafe fn finalize_garbage(
        &self,
        work: &mut Work,
        older: u8,
        outcome: &mut Outcome,
    ) -> Vec<DueCallback> {
        let wants = |object: *mut Header| {
            // SAFETY: garbage is intact, or dead with flags that say no.
            let flags = unsafe { (*object).all_flags() };
            flags & (flag::HAS_FINALIZER | flag::FINALIZED) == flag::HAS_FINALIZER
        };
        let verbose = self.collector_debug() & debug::COLLECTABLE != 0;
        // SAFETY: as above.
        let is_referenced = |object: *mut Header| unsafe { (*object).has(flag::HAS_WEAKREFS) };
        let calls_out = || {
            let mut objects = work.objects.iter().copied();
            verbose || objects.any(|object| wants(object) || is_referenced(object))
        };
        let mut due = Vec::new();
        let Some(hooks) = hooks().filter(|_| calls_out()) else {
            return due;
        };
        // SAFETY: the memory of condemned objects stays, whatever script code does to the cycle: `heap::free` passes them over.
        unsafe {
            for &object in &work.objects {
                let flags = (*object).all_flags();
                (*object).store_flags(flags & !flag::GENERATION | flag::CONDEMNED);
            }
            for &object in work.objects.iter().filter(|_| verbose) {
                if (*object).is_condemned() {
                    let name = self.shape_of(&*object).class_payload().name_text();
                    let text = format!("gc: collectable <{name} {object:p}>\n");
                    (hooks.write_error)(self, &text);
                }
            }
            for &object in &work.objects {
                if (*object).is_condemned() && is_referenced(object) {
                    self.clear_weak(object, &mut due);
                }
            }
            self.call_weak_callbacks(std::mem::take(&mut due));
            for &object in &work.objects {
                if wants(object) {
                    (*object).set(flag::FINALIZED);
                    let value = Value::clone_word(object as u64);
                    self.run_finalizer(hooks, &value);
                }
            }
            work.objects.retain(|&object| {
                if !(*object).is_condemned() {
                    heap::free(object);
                    return false;
                }
                if (*object).total() == 0 {
                    // It waits for its destruction, which deep nesting has put off.
                    (*object).clear(flag::CONDEMNED);
                    return false;
                }
                true
            });
            if older == OLDEST {
                work.reach_classes(self);
            }
            let (garbage, counted) = work.partition(self, Garbage, older == OLDEST);
            outcome.collected = counted;
            for &object in &work.objects[garbage..] {
                (*object).clear(flag::CONDEMNED);
                self.interp.heap.set_generation(object, older);
            }
            work.objects.truncate(garbage);
            for &object in work.objects.iter().filter(|object| is_referenced(**object)) {
                self.clear_weak(object, &mut due);
            }
        }
        due
    }

    /// Appends the garbage to `gc.garbage`. False if that is no list.
    unsafe fn save_garbage(&self, work: &Work, older: u8) -> bool {
        let list = self.interp.collector.garbage.get();
        let Some(list) = list.payload::<List>() else {
            return false;
        };
        for &object in &work.objects {
            // SAFETY: the objects are alive.
            unsafe {
                (*object).clear(flag::CONDEMNED);
                self.interp.heap.set_generation(object, older);
                let value = Value::clone_word(object as u64);
                if let Err(raised) = list.push(self, value) {
                    drop(self.take_raised(raised));
                }
            }
        }
        true
    }

    unsafe fn destroy_garbage(&self, work: &Work) {
        // SAFETY: nothing outside the garbage refers to any of it, so what runs below (finalisers of objects that only the garbage kept alive)
        // cannot reach it; walks of the heap pass over it, since it is marked as untracked. Dropping contents reads only shapes, which are
        // freed later, and code objects, which are no containers and die by their counts; payloads that would look further into others have
        // severed themselves before. One extra reference keeps every count above zero until the memory is given back.
        unsafe {
            for &object in &work.objects {
                (*object).increment();
                let flags = (*object).all_flags();
                (*object).store_flags(flags & !flag::CONDEMNED | flag::UNTRACKED);
            }
            for &object in &work.objects {
                let info = layout::info(layout::of_shape((*object).shape()));
                if let Some(sever) = info.and_then(|info| info.sever) {
                    sever(object);
                }
            }
            for &object in &work.objects {
                heap::drop_contents(object);
            }
            // Backwards, so that the cells are allocated again in ascending order.
            for &object in work.objects.iter().rev() {
                debug_assert_eq!((*object).total(), 1, "a reference to freed garbage is left");
                heap::free(object);
            }
        }
    }
}
