//! What an instruction asks before it runs beside other threads (`runtime/gil/together.rs`, `object/access.rs`).

use crate::object::header::Header;
use crate::object::iters::ListIter;
use crate::object::layout::{core, of_shape};
use crate::object::value::{Word, word};
use crate::object::{Builtin, Value};
use crate::runtime::state::ThreadState;

/// The header of the object that a register refers to.
fn header<'a>(object: Word) -> &'a Header {
    // SAFETY: the callers give pointer words that a register of the running frame holds for the whole instruction.
    unsafe { &*(object as *const Header) }
}

/// Makes sure that the contents of an object that is not the thread's own can be read: published, or by a thread that is alone.
#[cold]
#[inline(never)]
pub fn read(ts: &ThreadState, object: Word) {
    if ts.core.runs_together() && !header(object).is_published() {
        ts.core.go_alone();
        header(object).publish();
    }
}

/// Makes sure that the contents of an object that is not the thread's own can be written, which it is afterwards, or that the thread is alone.
#[cold]
#[inline(never)]
pub fn write(ts: &ThreadState, object: Word) {
    if ts.core.runs_together() {
        ts.core.go_alone();
        ts.core.gather_count(header(object));
        header(object).take_over(ts.core.id());
    }
}

/// Has each thread count its references to the object at `place` by itself; the thread is alone afterwards.
#[cold]
#[inline(never)]
pub fn share(ts: &ThreadState, place: *const Word) {
    ts.core.go_alone();
    // SAFETY: cells of namespaces and constants of running code stay where they are; the object is alive as long as nobody else runs.
    let word = unsafe { *place };
    if word::is_pointer(word) {
        ts.core.shard(header(word));
    }
}

/// Makes sure that an iterator can make a step.
pub fn iterate(ts: &ThreadState, iterator: Word) {
    let iterator_header = header(iterator);
    if !iterator_header.is_own(ts.core.id()) {
        return write(ts, iterator);
    }
    match of_shape(iterator_header.shape()) {
        core::RANGE_ITER | core::TUPLE_ITER | core::STR_ITER => {}
        core::LIST_ITER => {
            // SAFETY: the register holds the word for the whole instruction.
            let iterator = unsafe { Value::borrow_word(&raw const iterator) };
            let list = iterator.payload::<ListIter>().map(|iter| iter.list.word());
            if let Some(list) = list.filter(|&list| word::is_pointer(list))
                && !header(list).is_own(ts.core.id())
            {
                read(ts, list);
            }
        }
        _ => ts.core.go_alone(),
    }
}

const INT: u32 = Builtin::Int.shape();
const FLOAT: u32 = Builtin::Float.shape();
const STR: u32 = Builtin::Str.shape();
const BYTES: u32 = Builtin::Bytes.shape();

/// Whether a value is an immediate, or a number of a built-in class: arithmetic uses nothing but the operands.
pub fn is_number(value: Word) -> bool {
    !word::is_pointer(value) || matches!(header(value).shape(), INT | FLOAT)
}

/// Whether a value is a number, a string or bytes: so do comparisons.
pub fn is_plain(value: Word) -> bool {
    is_number(value) || matches!(header(value).shape(), STR | BYTES)
}
