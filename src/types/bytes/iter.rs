//! Iterators over bytes and bytearrays.
#![forbid(unsafe_code)]

use super::value::this;
use crate::base::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use crate::object::class::{SlotDef, class_flag};
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::types::shared::position_argument;
use crate::types::text::args::builtin;

/// Steps through the bytes of an object by position.
pub struct BytesIter {
    /// The object; unbound once its end was reached.
    bytes: Slot,
    /// The position of the next byte.
    position: AtomicUsize,
}

impl Payload for BytesIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.bytes.trace(visit);
    }
}

impl BytesIter {
    fn over(value: &Value) -> BytesIter {
        BytesIter {
            bytes: Slot::new(value.clone()),
            position: AtomicUsize::new(0),
        }
    }

    fn step(&self) -> Option<u8> {
        let bytes = self.bytes.load()?;
        let at = self.position.load(Relaxed);
        let byte = this(&bytes).get(at).copied();
        match byte {
            Some(_) => self.position.store(at + 1, Relaxed),
            None => self.bytes.set(Value::UNBOUND),
        }
        byte
    }
}

/// `iter(self)` of bytes.
pub fn iter(thread: &Thread, value: &Value) -> Res {
    thread.alloc(Builtin::BytesIterator, BytesIter::over(value))
}

/// `iter(self)` of a bytearray.
pub fn iter_array(thread: &Thread, value: &Value) -> Res {
    thread.alloc(Builtin::ByteArrayIterator, BytesIter::over(value))
}

fn this_iter(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn next(_: &Thread, value: &Value) -> Res<Option<Value>> {
    Ok(value
        .payload::<BytesIter>()
        .and_then(BytesIter::step)
        .map(|byte| Value::from_i32(byte.into())))
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let rest = args[0].payload::<BytesIter>().and_then(|iter| {
        let bytes = iter.bytes.load()?;
        let len = this(&bytes).len();
        Some(len.saturating_sub(iter.position.load(Relaxed)))
    });
    thread.int_from_usize(rest.unwrap_or(0))
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let iter = builtin(thread, "iter")?;
    let Some(state) = args[0].payload::<BytesIter>() else {
        return Ok(Value::NONE);
    };
    match state.bytes.load() {
        Some(bytes) => {
            let arguments = Tuple::from_vec(thread, vec![bytes])?;
            let position = thread.int_from_usize(state.position.load(Relaxed))?;
            Tuple::from_vec(thread, vec![iter, arguments, position])
        }
        None => {
            let arguments = Tuple::from_vec(thread, vec![Tuple::empty()])?;
            Tuple::from_vec(thread, vec![iter, arguments])
        }
    }
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    let at = position_argument(thread, &args[1])?.max(0) as usize;
    if let Some(iter) = args[0].payload::<BytesIter>()
        && let Some(bytes) = iter.bytes.load()
    {
        let len = this(&bytes).len();
        iter.position.store(at.min(len), Relaxed);
    }
    Ok(Value::NONE)
}

const SLOTS: &[SlotDef] = &[SlotDef::Iter(this_iter), SlotDef::Next(next)];

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__setstate__", "(self, object, /)", set_state),
];

/// The class of iterators over bytes.
pub static BYTES_ITERATOR: ClassDef = ClassDef {
    class: Builtin::BytesIterator,
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<BytesIter>),
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};

/// The class of iterators over bytearrays.
pub static BYTEARRAY_ITERATOR: ClassDef = ClassDef {
    class: Builtin::ByteArrayIterator,
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<BytesIter>),
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};
