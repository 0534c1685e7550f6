//! `zip`.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Sharing, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{iter, next, truth};
use crate::types::shared::{class_argument, make};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Steps through several iterators at once.
struct Zip {
    iterators: Box<[Value]>,
    /// Iterators that end at different times are an error.
    strict: AtomicBool,
}

impl Payload for Zip {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterators.iter().for_each(visit);
    }
}

/// `zip(*iterables, strict=False)`
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    let mut strict = false;
    for (name, value) in args.keywords() {
        let name = name.as_str().unwrap_or_default();
        if name != "strict" {
            return Err(
                thread.type_error(format!("zip() got an unexpected keyword argument '{name}'"))
            );
        }
        strict = truth(thread, value)?;
    }
    let iterators = args.positional().iter();
    let iterators = iterators
        .map(|iterable| iter(thread, iterable))
        .collect::<Res<Vec<Value>>>()?
        .into_boxed_slice();
    make(
        thread,
        class,
        Builtin::Zip,
        Zip {
            iterators,
            strict: AtomicBool::new(strict),
        },
    )
}

fn next_tuple(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(zip) = value.payload::<Zip>() else {
        return Ok(None);
    };
    if let [first, second] = &zip.iterators[..]
        && !zip.strict.load(Relaxed)
    {
        let Some(first) = next(thread, first)? else {
            return Ok(None);
        };
        return match next(thread, second)? {
            Some(second) => Tuple::pair(thread, first, second).map(Some),
            None => Ok(None),
        };
    }
    let mut items = Vec::with_capacity(zip.iterators.len());
    for (i, iterator) in zip.iterators.iter().enumerate() {
        match next(thread, iterator)? {
            Some(item) => items.push(item),
            None if zip.strict.load(Relaxed) => return uneven(thread, zip, i).map(|()| None),
            None => return Ok(None),
        }
    }
    if items.is_empty() {
        return Ok(None);
    }
    Tuple::from_vec(thread, items).map(Some)
}

/// Iterator `ended` is exhausted: an error unless all others are too.
#[cold]
fn uneven(thread: &Thread, zip: &Zip, ended: usize) -> Res<()> {
    let others = |n: usize| match n {
        1 => " 1".to_owned(),
        _ => format!("s 1-{n}"),
    };
    if ended > 0 {
        return Err(thread.value_error(format!(
            "zip() argument {} is shorter than argument{}",
            ended + 1,
            others(ended)
        )));
    }
    for (i, iterator) in zip.iterators.iter().enumerate().skip(1) {
        if next(thread, iterator)?.is_some() {
            return Err(thread.value_error(format!(
                "zip() argument {} is longer than argument{}",
                i + 1,
                others(i)
            )));
        }
    }
    Ok(())
}

fn same(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<Zip>() else {
        return Ok(Value::NONE);
    };
    let class = thread.class_of(&args[0]).object();
    let mut parts = vec![class, Tuple::from_slice(thread, &state.iterators)?];
    if state.strict.load(Relaxed) {
        parts.push(Value::TRUE);
    }
    Tuple::from_vec(thread, parts)
}

fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let strict = truth(thread, &args[1])?;
    if let Some(state) = args[0].payload::<Zip>() {
        state.strict.store(strict, Relaxed);
    }
    Ok(Value::NONE)
}

/// `zip`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Zip,
    doc: "Tuples of one item from each iterable, until one of them ends.",
    signature: "(*iterables, strict=False)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Zip>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate)
            .shown_as("($self, object, /)"),
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Iter(same),
        SlotDef::Next(next_tuple),
    ],
    ..ClassDef::DEFAULT
};
