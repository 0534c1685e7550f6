//! What instructions do before they use, beside other threads, what registers and cells refer to (`object/beside.rs`, `object/sharded.rs`).
//!
//! The loop has the tests; here is what follows when one says no. Op bodies ask through the protocols, as all native code does.

use crate::object::Value;
use crate::object::header::Header;
use crate::object::purpose::Purpose;
use crate::object::value::{Word, word};
use crate::runtime::state::ThreadState;

/// The header of the object that a register refers to.
fn header<'a>(object: Word) -> &'a Header {
    // SAFETY: the callers give pointer words that a register of the running frame holds for the whole instruction.
    unsafe { &*(object as *const Header) }
}

/// Makes sure that the contents of an object that is not the thread's own can be read. True: the thread is alone now, and others may have run before that.
#[cold]
#[inline(never)]
pub fn publish(ts: &ThreadState, object: Word) -> bool {
    let header = header(object);
    let waits = ts.core.runs_together() && !header.is_published();
    ts.core.publish(header);
    waits
}

/// Makes sure that the contents of an object that is not the thread's own can be written, which it is afterwards, or that the thread is alone. True:
/// it is alone now, and others may have run before that.
#[cold]
#[inline(never)]
pub fn take_over(ts: &ThreadState, object: Word) -> bool {
    let waits = ts.core.runs_together();
    ts.core.take_over(header(object));
    waits
}

/// What a thread is alone for that has references counted apart.
const APART: Purpose<'_> = Purpose::Word("counting references apart");

/// Has each thread count its references to the object at `place` by itself, which takes half as long as to count with atomics also where the thread
/// is alone. True: others may have run before that.
#[cold]
#[inline(never)]
pub fn share(ts: &ThreadState, place: *const Word) -> bool {
    let waits = ts.core.runs_together();
    ts.core.go_alone_for(APART);
    // SAFETY: cells of namespaces and constants of running code stay where they are; the object is alive as long as nobody else runs.
    let word = unsafe { *place };
    if word::is_pointer(word) {
        ts.core.shard(header(word));
    }
    waits
}

/// Has each thread count its references to a method that many may call by itself.
pub fn share_function(ts: &ThreadState, function: &Value) {
    if ts.core.runs_together()
        && let Some(header) = function.header()
        && !header.is_counted_apart(ts.core.id())
    {
        ts.core.go_alone_for(APART);
        ts.core.shard(header);
    }
}
