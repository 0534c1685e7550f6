//! Iterators over strings.
#![forbid(unsafe_code)]

use super::value::this;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::text::points::count;
use crate::object::class::{SlotDef, class_flag};
use crate::object::iters::StrIter;
use crate::object::{Builtin, NativeDef, Res, Thread, Tuple, Value, names};
use crate::runtime::classes::ClassDef;
use crate::types::shared::position_argument;
use crate::types::text::args::builtin;

/// `iter(self)`
pub fn iter(thread: &Thread, value: &Value) -> Res {
    StrIter::new_value(thread, value)
}

fn this_iter(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    match value.payload::<StrIter>() {
        Some(iter) => iter.step(thread),
        None => Ok(None),
    }
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let rest = args[0].payload::<StrIter>().and_then(|iter| {
        let text = iter.text.load()?;
        let rest = this(&text).as_bytes().get(iter.offset.load(Relaxed)..)?;
        Some(count(rest))
    });
    thread.int_from_usize(rest.unwrap_or(0))
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let iter = builtin(thread, "iter")?;
    let Some(state) = args[0].payload::<StrIter>() else {
        return Ok(Value::NONE);
    };
    match state.text.load() {
        Some(text) => {
            let position = this(&text).position_of(state.offset.load(Relaxed));
            let position = thread.int_from_usize(position)?;
            let arguments = Tuple::from_vec(thread, vec![text])?;
            Tuple::from_vec(thread, vec![iter, arguments, position])
        }
        None => {
            let arguments = Tuple::from_vec(thread, vec![names::EMPTY.value().clone()])?;
            Tuple::from_vec(thread, vec![iter, arguments])
        }
    }
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    let position = position_argument(thread, &args[1])?.max(0) as usize;
    if let Some(iter) = args[0].payload::<StrIter>()
        && let Some(text) = iter.text.load()
    {
        iter.offset
            .store(this(&text).byte_offset(position), Relaxed);
    }
    Ok(Value::NONE)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__setstate__", "(self, object, /)", set_state),
];

const fn class(class: Builtin) -> ClassDef {
    ClassDef {
        class,
        flags: class_flag::NO_NEW,
        layout: Some(crate::object::layout::id_of::<StrIter>),
        methods: METHODS,
        slots: &[SlotDef::Iter(this_iter), SlotDef::Next(next)],
        ..ClassDef::DEFAULT
    }
}

/// The class of iterators over strings.
pub static ITERATOR: ClassDef = class(Builtin::StrIterator);

/// The class of iterators over ASCII strings.
pub static ASCII_ITERATOR: ClassDef = class(Builtin::StrAsciiIterator);
