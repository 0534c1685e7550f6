//! `map`.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, SlotId, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Sharing, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{call_positional, iter, next};
use crate::types::shared::{class_argument, make, no_keywords};

/// Calls a function with the items of one or more iterators.
struct Map {
    function: Value,
    iterators: Box<[Value]>,
}

impl Payload for Map {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        self.iterators.iter().for_each(visit);
    }
}

/// `map(function, *iterables)`
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::Map, SlotId::Init, args)?;
    let (Some((function, iterables)), true) = (
        args.positional().split_first(),
        args.positional().len() >= 2,
    ) else {
        return Err(thread.type_error("map() must have at least two arguments."));
    };
    let iterators = iterables
        .iter()
        .map(|iterable| iter(thread, iterable))
        .collect::<Res<Vec<Value>>>()?
        .into_boxed_slice();
    let function = function.clone();
    make(
        thread,
        class,
        Builtin::Map,
        Map {
            function,
            iterators,
        },
    )
}

fn next_result(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(map) = value.payload::<Map>() else {
        return Ok(None);
    };
    // The map needs nothing any more when the function has answered.
    let stays = thread.is_direct(value.word()) && map.function.is_exact(Builtin::Function);
    let call =
        |items: &[Value]| thread.staying(stays, || call_positional(thread, &map.function, items));
    if let [iterator] = &map.iterators[..] {
        return match next(thread, iterator)? {
            Some(item) => call(&[item]).map(Some),
            None => Ok(None),
        };
    }
    let mut items = Vec::with_capacity(map.iterators.len());
    for iterator in &map.iterators {
        match next(thread, iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    call(&items).map(Some)
}

fn same(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<Map>() else {
        return Ok(Value::NONE);
    };
    let mut arguments = vec![state.function.clone()];
    arguments.extend(state.iterators.iter().cloned());
    let class = thread.class_of(&args[0]).object();
    let arguments = Tuple::from_vec(thread, arguments)?;
    Tuple::from_vec(thread, vec![class, arguments])
}

/// `map`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Map,
    doc: "What a function gives for the items of the iterables, until one of them ends.",
    signature: "(function, iterable, /, *iterables)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Map>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Iter(same),
        SlotDef::Next(next_result),
    ],
    ..ClassDef::DEFAULT
};
