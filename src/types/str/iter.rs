//! Iterators over strings.
#![forbid(unsafe_code)]

use super::value::this;
use crate::base::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use crate::base::text::points::{count, decode_at};
use crate::object::class::{SlotDef, class_flag};
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Str, Thread, Tuple, Value, names};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::convert::index_ssize;
use crate::types::text::args::builtin;

/// Steps through the code points of a string.
pub struct StrIter {
    /// The string; unbound once its end was reached.
    text: Slot,
    /// The byte offset of the next code point.
    offset: AtomicUsize,
}

impl Payload for StrIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.text.trace(visit);
    }
}

impl StrIter {
    /// The next code point as a str.
    #[inline]
    pub fn step(&self, thread: &Thread) -> Res<Option<Value>> {
        let text = self.text.get();
        let Some(string) = text.as_str_object() else {
            return Ok(None);
        };
        let at = self.offset.load(Relaxed);
        match string.as_bytes().get(at) {
            Some(byte) if *byte < 0x80 => {
                self.offset.store(at + 1, Relaxed);
                Ok(Some(names::ascii(*byte).clone()))
            }
            Some(_) => self.step_wide(thread, string, at),
            None => {
                self.text.set(Value::UNBOUND);
                Ok(None)
            }
        }
    }

    fn step_wide(&self, thread: &Thread, string: &Str, at: usize) -> Res<Option<Value>> {
        let Some((c, next)) = decode_at(string.as_bytes(), at) else {
            return Ok(None);
        };
        self.offset.store(next, Relaxed);
        Str::from_point(thread, c).map(Some)
    }
}

/// `iter(self)`
pub fn iter(thread: &Thread, value: &Value) -> Res {
    let class = if this(value).is_ascii() {
        Builtin::StrAsciiIterator
    } else {
        Builtin::StrIterator
    };
    thread.alloc(
        class,
        StrIter {
            text: Slot::new(value.clone()),
            offset: AtomicUsize::new(0),
        },
    )
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
    let position = index_ssize(thread, &args[1])?.max(0) as usize;
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
