//! Iteration in `for` loops.

use super::{Step, special};
use crate::bytecode::instr::Instr;
use crate::object::iters::{DictIter, ListIter, RangeIter, StrIter, TupleIter};
use crate::object::layout::{core, of_shape};
use crate::object::value::Word;
use crate::object::{Builtin, Raised, Res, Value, names};
use crate::runtime::frame::{Continuation, Frame};
use crate::runtime::generator::Generator;
use crate::runtime::protocol;
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
use crate::vm::registers::Registers;
use crate::vm::resume;

/// What a step of a `for` loop gave.
pub enum Stepped {
    /// The next item, owned.
    Item(Word),
    /// Nothing more.
    Exhausted,
    /// A generator's frame was pushed.
    Enter,
    /// An exception.
    Raised(Raised),
}

/// `a := iter(b)`
pub fn get_iter(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let iterable = registers.get(instr.b());
    if let Some(method) = special::method(thread, iterable, names::ITER) {
        let ret = Return::operator(1, instr.a());
        special::enter(ts, &method, std::slice::from_ref(iterable), ret)?;
        return Ok(Step::Enter);
    }
    let iterator = protocol::iter(thread, iterable)?;
    registers.consume(instr.b());
    registers.put(instr.a(), iterator);
    Ok(Step::Next)
}

fn stepped(item: Option<Value>) -> Stepped {
    match item {
        Some(item) => Stepped::Item(item.into_word()),
        None => Stepped::Exhausted,
    }
}

fn stepped_res(item: Res<Option<Value>>) -> Stepped {
    match item {
        Ok(item) => stepped(item),
        Err(raised) => Stepped::Raised(raised),
    }
}

/// The next item of the iterator in a register.
#[inline(always)]
pub fn step(ts: &ThreadState, iterator: Word, w: u64) -> Stepped {
    // SAFETY: the register holds a valid word for the whole step; iterators are never immediates.
    let iterator = unsafe { Value::borrow_word(&raw const iterator) };
    let Some(header) = iterator.header() else {
        return Stepped::Exhausted;
    };
    ts.core.before_step(iterator);
    // SAFETY: the layout tells the payload.
    unsafe {
        match of_shape(header.shape()) {
            core::RANGE_ITER => {
                let range = iterator.payload_unchecked::<RangeIter>();
                stepped_res(range.step(&ts.core))
            }
            core::LIST_ITER => stepped(iterator.payload_unchecked::<ListIter>().step()),
            core::TUPLE_ITER => stepped(iterator.payload_unchecked::<TupleIter>().step()),
            core::STR_ITER => stepped_res(iterator.payload_unchecked::<StrIter>().step(&ts.core)),
            _ => step_other(ts, iterator, w),
        }
    }
}

#[inline(never)]
fn step_other(ts: &ThreadState, iterator: &Value, w: u64) -> Stepped {
    if let Some(dict) = iterator.payload::<DictIter>() {
        return stepped_res(dict.step(&ts.core));
    }
    if let Some(generator) = iterator.payload::<Generator>()
        && iterator.is_exact(Builtin::Generator)
    {
        let ret = Return {
            continuation: Continuation::ForIter,
            ..Return::operator(1, Instr(w).a())
        };
        return match resume::enter(ts, iterator, generator, Value::NONE, ret) {
            Ok(true) => Stepped::Enter,
            Ok(false) => Stepped::Exhausted,
            Err(raised) => Stepped::Raised(raised),
        };
    }
    if let Some(method) = special::method(&ts.core, iterator, names::NEXT) {
        let ret = Return {
            continuation: Continuation::Next,
            ..Return::operator(1, Instr(w).a())
        };
        return match special::enter(ts, &method, std::slice::from_ref(iterator), ret) {
            Ok(()) => Stepped::Enter,
            Err(raised) => Stepped::Raised(raised),
        };
    }
    ts.core.mark_direct(iterator.word());
    stepped_res(protocol::next(&ts.core, iterator))
}
