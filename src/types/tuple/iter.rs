//! `tuple_iterator`.

use crate::object::class::SlotDef;
use crate::object::iters::TupleIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::types::shared::{position_argument, reduced};
use std::sync::atomic::Ordering::Relaxed;

/// `iter(tuple)`
pub fn iter(thread: &Thread, tuple: &Value) -> Res {
    TupleIter::new_value(thread, tuple)
}

fn next(_: &Thread, iterator: &Value) -> Res<Option<Value>> {
    Ok(iterator.payload::<TupleIter>().and_then(TupleIter::step))
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0].payload::<TupleIter>().map_or(0, |iterator| {
        let len = iterator.tuple.get().as_tuple().map_or(0, <[Value]>::len);
        len.saturating_sub(iterator.index.load(Relaxed))
    });
    thread.int_from_usize(left)
}

/// Goes to a position of the tuple; one beyond its end exhausts the iterator at the next step.
fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let position = position_argument(thread, &args[1])?.max(0) as usize;
    if let Some(iterator) = args[0].payload::<TupleIter>() {
        iterator.index.store(position, Relaxed);
    }
    Ok(Value::NONE)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    if let Some(state) = args[0].payload::<TupleIter>()
        && let Some(tuple) = state.tuple.load()
    {
        let index = thread.int_from_usize(state.index.load(Relaxed))?;
        return reduced(thread, "iter", vec![tuple], Some(index));
    }
    reduced(
        thread,
        "iter",
        vec![Tuple::from_vec(thread, Vec::new())?],
        None,
    )
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__setstate__", "(self, state, /)", setstate).shown_as("($self, object, /)"),
];

/// `tuple_iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::TupleIterator,
    layout: Some(id_of::<TupleIter>),
    methods: METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
