//! `tuple_iterator`.

use crate::object::class::SlotDef;
use crate::object::iters::TupleIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::convert::index_ssize;
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
    let position = index_ssize(thread, &args[1])?.max(0) as usize;
    if let Some(iterator) = args[0].payload::<TupleIter>() {
        iterator.index.store(position, Relaxed);
    }
    Ok(Value::NONE)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__setstate__", "(self, state, /)", setstate),
];

/// `tuple_iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::TupleIterator,
    layout: Some(id_of::<TupleIter>),
    methods: METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
