//! `reversed`.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, SlotId, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Sharing, Slot, Thread, Tuple, Value, names};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{call_positional, get_item, length, lookup_class, lookup_special};
use crate::runtime::raise;
use crate::types::shared::{class_argument, make, no_keywords, position_argument};
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

/// Steps backward through a sequence that has no `__reversed__` of its own.
struct Reversed {
    /// Unbound once the beginning was passed.
    sequence: Slot,
    /// The index of the next item.
    index: AtomicI64,
}

impl Payload for Reversed {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.sequence.trace(visit);
    }
}

/// `reversed(sequence)`: what its `__reversed__` gives, or an iterator over its indices.
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::Reversed, SlotId::Init, args)?;
    let [sequence] = args.positional() else {
        return Err(thread.type_error(format!(
            "reversed expected 1 argument, got {}",
            args.positional().len()
        )));
    };
    let own_class = thread.class_of(sequence);
    let own_name = names::REVERSED.value();
    match lookup_class(thread, own_class, own_name) {
        Some(method) if method.is_none() => return Err(not_reversible(thread, sequence)),
        Some(_) => {
            if let Some(method) = lookup_special(thread, sequence, own_name)? {
                return call_positional(thread, &method, &[]);
            }
        }
        None => {}
    }
    let is_sequence = own_class.get_item().is_some()
        && !own_class.has(class_flag::MAPPING)
        && (!own_class.is_static() || own_class.has(class_flag::SEQUENCE));
    let indexed = is_sequence || is_text(sequence);
    if !indexed {
        return Err(not_reversible(thread, sequence));
    }
    let len = length(thread, sequence)? as i64;
    let state = Reversed {
        sequence: Slot::new(sequence.clone()),
        index: AtomicI64::new(len - 1),
    };
    make(thread, class, Builtin::Reversed, state)
}

/// Text and bytes are sequences, though not for sequence patterns.
fn is_text(value: &Value) -> bool {
    [Builtin::Str, Builtin::Bytes, Builtin::ByteArray]
        .into_iter()
        .any(|class| value.is_exact(class))
}

#[cold]
fn not_reversible(thread: &Thread, value: &Value) -> crate::object::Raised {
    let name = thread.class_of(value).name_text();
    thread.type_error(format!("'{name}' object is not reversible"))
}

fn next_item(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(state) = value.payload::<Reversed>() else {
        return Ok(None);
    };
    let Some(sequence) = state.sequence.load() else {
        return Ok(None);
    };
    let index = state.index.load(Relaxed);
    if index >= 0 {
        match get_item(thread, &sequence, &thread.int(index)?) {
            Ok(item) => {
                state.index.store(index - 1, Relaxed);
                return Ok(Some(item));
            }
            Err(raised)
                if raise::raised_is(thread, Builtin::IndexError)
                    || raise::raised_is(thread, Builtin::StopIteration) =>
            {
                drop(thread.take_raised(raised));
            }
            Err(raised) => return Err(raised),
        }
    }
    state.index.store(-1, Relaxed);
    drop(state.sequence.take());
    Ok(None)
}

fn same(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<Reversed>() else {
        return Ok(Value::from_i32(0));
    };
    let Some(sequence) = state.sequence.load() else {
        return Ok(Value::from_i32(0));
    };
    let len = length(thread, &sequence)? as i64;
    let left = state.index.load(Relaxed) + 1;
    thread.int(if len < left { 0 } else { left })
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_of(&args[0]).object();
    if let Some(state) = args[0].payload::<Reversed>()
        && let Some(sequence) = state.sequence.load()
    {
        let arguments = Tuple::from_vec(thread, vec![sequence])?;
        let index = thread.int(state.index.load(Relaxed))?;
        return Tuple::from_vec(thread, vec![class, arguments, index]);
    }
    let empty = Tuple::from_vec(thread, Vec::new())?;
    let arguments = Tuple::from_vec(thread, vec![empty])?;
    Tuple::from_vec(thread, vec![class, arguments])
}

/// Goes to a position of the sequence, or before its beginning.
fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let position = position_argument(thread, &args[1])?;
    if let Some(state) = args[0].payload::<Reversed>()
        && let Some(sequence) = state.sequence.load()
    {
        let last = length(thread, &sequence)? as i64 - 1;
        state.index.store(position.clamp(-1, last.max(-1)), Relaxed);
    }
    Ok(Value::NONE)
}

/// `reversed`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Reversed,
    doc: "The items of a sequence, the last one first.",
    signature: "(sequence, /)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Reversed>),
    methods: &[
        NativeDef::method("__length_hint__", "(self, /)", length_hint),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate)
            .shown_as("($self, object, /)"),
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Iter(same),
        SlotDef::Next(next_item),
    ],
    ..ClassDef::DEFAULT
};
