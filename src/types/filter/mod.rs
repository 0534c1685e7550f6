//! `filter`.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, SlotId, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Sharing, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{call_positional, iter, next, truth};
use crate::runtime::safepoint::{poll, poll_direct};
use crate::types::shared::{arguments, class_argument, make, no_keywords, signature};

const SIGNATURE: NativeDef = signature("filter", "(function, iterable, /)");

/// Steps through the items of an iterator for which a function holds.
struct Filter {
    /// None and `bool` ask for the truth of the items themselves.
    function: Value,
    iterator: Value,
}

impl Payload for Filter {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        visit(&self.iterator);
    }
}

/// `filter(function, iterable)`
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::Filter, SlotId::Init, args)?;
    let positional = CallArgs::positional_only(args.positional());
    let args = arguments(thread, &SIGNATURE, positional)?;
    let filter = Filter {
        function: args[0].clone(),
        iterator: iter(thread, &args[1])?,
    };
    make(thread, class, Builtin::Filter, filter)
}

fn next_item(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(filter) = value.payload::<Filter>() else {
        return Ok(None);
    };
    // What the filter holds never changes: it needs nothing else when the function has answered.
    let stays = thread.is_direct(value.word()) && filter.function.is_exact(Builtin::Function);
    let own_truth = filter.function.is_none() || filter.function.is(Builtin::Bool.class());
    while let Some(item) = next(thread, &filter.iterator)? {
        let holds = if own_truth {
            truth(thread, &item)?
        } else {
            let call = || call_positional(thread, &filter.function, std::slice::from_ref(&item));
            let answer = thread.staying(stays, call)?;
            truth(thread, &answer)?
        };
        if holds {
            return Ok(Some(item));
        }
        match stays {
            true => poll_direct(thread)?,
            false => poll(thread)?,
        }
    }
    Ok(None)
}

fn same(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<Filter>() else {
        return Ok(Value::NONE);
    };
    let arguments = vec![state.function.clone(), state.iterator.clone()];
    let class = thread.class_of(&args[0]).object();
    let arguments = Tuple::from_vec(thread, arguments)?;
    Tuple::from_vec(thread, vec![class, arguments])
}

/// `filter`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Filter,
    doc: "The items of an iterable for which a function holds, or which are true\n\
        themselves if the function is None.",
    signature: "(function, iterable, /)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Filter>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Iter(same),
        SlotDef::Next(next_item),
    ],
    ..ClassDef::DEFAULT
};
