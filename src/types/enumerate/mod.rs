//! `enumerate`.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Builtin, NativeDef, Payload, Raised, Res, Sharing, Slot, Thread, Tuple, Value,
};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{BinaryOp, binary, index, iter, next};
use crate::types::shared::{CLASS_GETITEM, class_argument, make};
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

/// Pairs the items of an iterator with consecutive numbers.
struct Enumerate {
    iterator: Value,
    /// The next number while it is far from the end of i64.
    count: AtomicI64,
    /// The next number where it may be beyond i64; unbound before.
    big: Slot,
}

impl Payload for Enumerate {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
        self.big.trace(visit);
    }
}

/// Numbers from here on are counted as ints of any size.
const LIMIT: i64 = i64::MAX - 1;

/// `enumerate(iterable, start=0)`
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    let (iterable, start) = arguments(thread, args)?;
    let (count, big) = match start {
        None => (0, Slot::empty()),
        Some(start) => {
            let start = index(thread, &start)?;
            match start.as_int().and_then(|start| start.to_i64()) {
                Some(count) if count < LIMIT => (count, Slot::empty()),
                _ => (0, Slot::new(start)),
            }
        }
    };
    let state = Enumerate {
        iterator: iter(thread, &iterable)?,
        count: AtomicI64::new(count),
        big,
    };
    make(thread, class, Builtin::Enumerate, state)
}

fn arguments(thread: &Thread, args: CallArgs<'_>) -> Res<(Value, Option<Value>)> {
    if args.values.len() > 2 {
        return Err(thread.type_error(format!(
            "enumerate() takes at most 2 arguments ({} given)",
            args.values.len()
        )));
    }
    let mut places = [None, None];
    for (place, value) in places.iter_mut().zip(args.positional()) {
        *place = Some(value.clone());
    }
    for (name, value) in args.keywords() {
        let name = name.as_str().unwrap_or_default();
        let place = ["iterable", "start"]
            .iter()
            .position(|known| *known == name);
        match place {
            Some(i) if places[i].is_none() => places[i] = Some(value.clone()),
            _ => return Err(invalid_keyword(thread, name)),
        }
    }
    let [iterable, start] = places;
    match iterable {
        Some(iterable) => Ok((iterable, start)),
        None if start.is_some() => Err(invalid_keyword(thread, "start")),
        None => Err(thread.type_error("enumerate() missing required argument 'iterable'")),
    }
}

#[cold]
fn invalid_keyword(thread: &Thread, name: &str) -> Raised {
    thread.type_error(format!(
        "'{name}' is an invalid keyword argument for enumerate()"
    ))
}

fn next_pair(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(state) = value.payload::<Enumerate>() else {
        return Ok(None);
    };
    let Some(item) = next(thread, &state.iterator)? else {
        return Ok(None);
    };
    let number = match state.big.load() {
        Some(number) => {
            let after = binary(thread, BinaryOp::Add, &number, &Value::from_i32(1))?;
            state.big.set(after);
            number
        }
        None => {
            let count = state.count.load(Relaxed);
            if count >= LIMIT {
                state.big.set(thread.int(count + 1)?);
            } else {
                state.count.store(count + 1, Relaxed);
            }
            thread.int(count)?
        }
    };
    Tuple::pair(thread, number, item).map(Some)
}

fn same(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<Enumerate>() else {
        return Ok(Value::NONE);
    };
    let number = match state.big.load() {
        Some(number) => number,
        None => thread.int(state.count.load(Relaxed))?,
    };
    let arguments = vec![state.iterator.clone(), number];
    let class = thread.class_of(&args[0]).object();
    let arguments = Tuple::from_vec(thread, arguments)?;
    Tuple::from_vec(thread, vec![class, arguments])
}

/// `enumerate`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Enumerate,
    doc: "Pairs of consecutive numbers, from start on, and the items of an iterable.",
    signature: "(iterable, start=0)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Enumerate>),
    methods: &[
        CLASS_GETITEM,
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Iter(same),
        SlotDef::Next(next_pair),
    ],
    ..ClassDef::DEFAULT
};
