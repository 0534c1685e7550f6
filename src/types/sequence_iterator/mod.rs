//! `iterator`: iteration by `__getitem__` over classes without `__iter__`.
#![forbid(unsafe_code)]

use crate::object::class::SlotDef;
use crate::object::iters::SequenceIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{get_item, length};
use crate::runtime::raise;
use crate::types::shared::{position_argument, reduced};
use std::sync::atomic::Ordering::Relaxed;

fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(state) = iterator.payload::<SequenceIter>() else {
        return Ok(None);
    };
    let Some(sequence) = state.sequence.load() else {
        return Ok(None);
    };
    let index = state.index.load(Relaxed);
    let Some(after) = index.checked_add(1) else {
        return Err(thread.overflow_error("iter index too large"));
    };
    match get_item(thread, &sequence, &thread.int(index)?) {
        Ok(item) => {
            state.index.store(after, Relaxed);
            Ok(Some(item))
        }
        Err(raised)
            if raise::raised_is(thread, Builtin::IndexError)
                || raise::raised_is(thread, Builtin::StopIteration) =>
        {
            drop(thread.take_raised(raised));
            drop(state.sequence.take());
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<SequenceIter>() else {
        return Ok(Value::from_i32(0));
    };
    let Some(sequence) = state.sequence.load() else {
        return Ok(Value::from_i32(0));
    };
    if thread.class_of(&sequence).len().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let len = length(thread, &sequence)? as i64;
    thread.int((len - state.index.load(Relaxed)).max(0))
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    if let Some(state) = args[0].payload::<SequenceIter>()
        && let Some(sequence) = state.sequence.load()
    {
        let index = thread.int(state.index.load(Relaxed))?;
        return reduced(thread, "iter", vec![sequence], Some(index));
    }
    reduced(
        thread,
        "iter",
        vec![Tuple::from_vec(thread, Vec::new())?],
        None,
    )
}

fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let position = position_argument(thread, &args[1])?.max(0);
    if let Some(state) = args[0].payload::<SequenceIter>() {
        state.index.store(position, Relaxed);
    }
    Ok(Value::NONE)
}

/// `iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::SequenceIterator,
    layout: Some(id_of::<SequenceIter>),
    methods: &[
        NativeDef::method("__length_hint__", "(self, /)", length_hint),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate)
            .shown_as("($self, object, /)"),
    ],
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
