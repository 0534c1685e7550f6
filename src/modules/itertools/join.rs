//! Iterators that put items of several iterables, or several items of one, together: `accumulate`, `batched`, `chain`, `pairwise`, `zip_longest`.

use super::{only, payload, reduced, room};
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{NativeDef, Payload, Res, Sharing, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::runtime::protocol::{self, BinaryOp, binary, call_positional, get_attr_str, iter, next};
use crate::runtime::safepoint::poll;
use crate::types::shared::{CLASS_GETITEM, arguments, class_argument, signature};

struct Accumulate {
    iterator: Value,
    function: Value,
    /// What comes first, until it was given.
    initial: Slot,
    total: Slot,
}

impl Payload for Accumulate {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
        visit(&self.function);
        self.initial.trace(visit);
        self.total.trace(visit);
    }
}

static ACCUMULATE_ARGUMENTS: NativeDef =
    signature("accumulate", "(iterable, func=None, *, initial=None)");

fn new_accumulate(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &ACCUMULATE_ARGUMENTS, args)?;
    let initial = match bound[2].bound() {
        Some(value) if !value.is_none() => Slot::new(value.clone()),
        _ => Slot::empty(),
    };
    let accumulate = Accumulate {
        iterator: iter(thread, &bound[0])?,
        function: bound[1].bound().cloned().unwrap_or(Value::NONE),
        initial,
        total: Slot::empty(),
    };
    thread.alloc_instance(class_argument(thread, class)?, accumulate)
}

fn next_accumulate(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Accumulate>(thread, value)?;
    let initial = this.initial.take();
    if let Some(initial) = initial.bound() {
        this.total.set(initial.clone());
        return Ok(Some(initial.clone()));
    }
    let Some(item) = next(thread, &this.iterator)? else {
        return Ok(None);
    };
    let total = match this.total.load() {
        None => item,
        Some(total) if this.function.is_none() => binary(thread, BinaryOp::Add, &total, &item)?,
        Some(total) => call_positional(thread, &this.function, &[total, item])?,
    };
    this.total.set(total.clone());
    Ok(Some(total))
}

fn accumulate_reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Accumulate>(thread, &args[0])?;
    let Some(initial) = this.initial.load() else {
        let parts = vec![this.iterator.clone(), this.function.clone()];
        let total = this.total.load().unwrap_or(Value::NONE);
        return reduced(thread, &args[0], parts, Some(total));
    };
    // The initial value comes first in what is accumulated.
    let copyable = get_attr_str(thread, &thread.class_object(&args[0]), "_chain")?;
    let first = Tuple::from_vec(thread, vec![initial])?;
    let chained = call_positional(thread, &copyable, &[first, this.iterator.clone()])?;
    let parts = vec![chained, this.function.clone()];
    reduced(thread, &args[0], parts, Some(Value::NONE))
}

fn accumulate_setstate(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Accumulate>(thread, &args[0])?;
    if args[1].is_none() {
        drop(this.total.take());
    } else {
        this.total.set(args[1].clone());
    }
    Ok(Value::NONE)
}

/// `accumulate`
pub static ACCUMULATE: ClassDef = ClassDef {
    name: "itertools.accumulate",
    doc: "Running totals of an iterable.",
    signature: ACCUMULATE_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<Accumulate>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", accumulate_reduce)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", accumulate_setstate)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_accumulate),
        SlotDef::Iter(identity),
        SlotDef::Next(next_accumulate),
    ],
    ..ClassDef::DEFAULT
};

struct Batched {
    /// Unbound at the end.
    iterator: Slot,
    size: usize,
    strict: bool,
}

impl Payload for Batched {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterator.trace(visit);
    }
}

static BATCHED_ARGUMENTS: NativeDef = signature("batched", "(iterable, n, *, strict=False)");

fn new_batched(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &BATCHED_ARGUMENTS, args)?;
    let size = protocol::convert::index_ssize(thread, &bound[1])?;
    let strict = match bound[2].bound() {
        Some(strict) => protocol::truth(thread, strict)?,
        None => false,
    };
    if size < 1 {
        return Err(thread.value_error("n must be at least one"));
    }
    let batched = Batched {
        iterator: Slot::new(iter(thread, &bound[0])?),
        size: size as usize,
        strict,
    };
    thread.alloc_instance(class_argument(thread, class)?, batched)
}

fn next_batched(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Batched>(thread, value)?;
    let Some(iterator) = this.iterator.load() else {
        return Ok(None);
    };
    let mut items: Vec<Value> = Vec::new();
    while items.len() < this.size {
        let Some(item) = next(thread, &iterator)? else {
            break;
        };
        if items.len() == items.capacity() {
            let more = items.len().max(4).min(this.size);
            thread.check_memory(more.saturating_mul(size_of::<Value>()))?;
            if items.try_reserve(more).is_err() {
                return Err(thread.memory_error());
            }
            poll(thread)?;
        }
        items.push(item);
    }
    if items.len() < this.size {
        drop(this.iterator.take());
        if items.is_empty() {
            return Ok(None);
        }
        if this.strict {
            return Err(thread.value_error("batched(): incomplete batch"));
        }
    }
    Tuple::from_vec(thread, items).map(Some)
}

/// `batched`
pub static BATCHED: ClassDef = ClassDef {
    name: "itertools.batched",
    doc: "Tuples of n items; the last one may be shorter.",
    signature: BATCHED_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<Batched>),
    slots: &[
        SlotDef::New(new_batched),
        SlotDef::Iter(identity),
        SlotDef::Next(next_batched),
    ],
    ..ClassDef::DEFAULT
};

struct Chain {
    /// An iterator over the iterables; unbound at the end.
    source: Slot,
    /// The iterator of the present one.
    active: Slot,
}

impl Payload for Chain {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.source.trace(visit);
        self.active.trace(visit);
    }
}

static CHAIN_ARGUMENTS: NativeDef = signature("chain", "(*iterables)");

fn chain_of(thread: &Thread, class: &Value, iterables: &Value) -> Res {
    let chain = Chain {
        source: Slot::new(iter(thread, iterables)?),
        active: Slot::empty(),
    };
    thread.alloc_instance(class_argument(thread, class)?, chain)
}

fn new_chain(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &CHAIN_ARGUMENTS, args)?;
    chain_of(thread, class, &Tuple::from_vec(thread, bound)?)
}

fn from_iterable(thread: &Thread, args: &[Value]) -> Res {
    chain_of(thread, &args[0], &args[1])
}

fn next_chain(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Chain>(thread, value)?;
    while let Some(source) = this.source.load() {
        let active = match this.active.load() {
            Some(active) => active,
            None => {
                let Some(iterable) = next(thread, &source)? else {
                    drop(this.source.take());
                    return Ok(None);
                };
                let active = match iter(thread, &iterable) {
                    Ok(active) => active,
                    Err(raised) => {
                        drop(this.source.take());
                        return Err(raised);
                    }
                };
                this.active.set(active.clone());
                active
            }
        };
        if let Some(item) = next(thread, &active)? {
            return Ok(Some(item));
        }
        drop(this.active.take());
        poll(thread)?;
    }
    Ok(None)
}

fn chain_reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Chain>(thread, &args[0])?;
    let state = match (this.source.load(), this.active.load()) {
        (Some(source), Some(active)) => Some(Tuple::pair(thread, source, active)?),
        (Some(source), None) => Some(Tuple::from_vec(thread, vec![source])?),
        (None, _) => None,
    };
    reduced(thread, &args[0], Vec::new(), state)
}

fn chain_setstate(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Chain>(thread, &args[0])?;
    let Some(parts) = args[1].as_tuple() else {
        return Err(thread.type_error("state is not a tuple"));
    };
    if !(1..=2).contains(&parts.len()) {
        let bound = if parts.is_empty() {
            "least 1"
        } else {
            "most 2"
        };
        let plural = if parts.is_empty() { "" } else { "s" };
        return Err(thread.type_error(format!(
            "function takes at {bound} argument{plural} ({} given)",
            parts.len()
        )));
    }
    if parts
        .iter()
        .any(|part| thread.class_of(part).next().is_none())
    {
        return Err(thread.type_error("Arguments must be iterators."));
    }
    this.source.set(parts[0].clone());
    match parts.get(1) {
        Some(active) => this.active.set(active.clone()),
        None => drop(this.active.take()),
    }
    Ok(Value::NONE)
}

/// `chain`
pub static CHAIN: ClassDef = ClassDef {
    name: "itertools.chain",
    doc: "The items of one iterable after those of another.",
    signature: CHAIN_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<Chain>),
    methods: &[
        NativeDef::class_method("from_iterable", "(type, iterable, /)", from_iterable).doc(
            "A chain over the iterables that an iterable gives; they are asked for one\n\
            after the other.",
        ),
        CLASS_GETITEM,
        NativeDef::method("__reduce__", "(self, /)", chain_reduce)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", chain_setstate)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_chain),
        SlotDef::Iter(identity),
        SlotDef::Next(next_chain),
    ],
    ..ClassDef::DEFAULT
};

struct Pairwise {
    iterator: Slot,
    previous: Slot,
}

impl Payload for Pairwise {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterator.trace(visit);
        self.previous.trace(visit);
    }
}

static PAIRWISE_ARGUMENTS: NativeDef = signature("pairwise", "(iterable, /)");

fn new_pairwise(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let iterable = only(thread, &PAIRWISE_ARGUMENTS, args)?;
    let pairwise = Pairwise {
        iterator: Slot::new(iter(thread, &iterable)?),
        previous: Slot::empty(),
    };
    thread.alloc_instance(class_argument(thread, class)?, pairwise)
}

fn next_pairwise(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Pairwise>(thread, value)?;
    let Some(iterator) = this.iterator.load() else {
        return Ok(None);
    };
    if this.previous.load().is_none() {
        match next(thread, &iterator)? {
            Some(item) => this.previous.set(item),
            None => {
                drop(this.iterator.take());
                return Ok(None);
            }
        }
    }
    let Some(item) = next(thread, &iterator)? else {
        drop(this.iterator.take());
        drop(this.previous.take());
        return Ok(None);
    };
    let previous = this.previous.replace(item.clone());
    if previous.is_unbound() {
        return Ok(None);
    }
    Tuple::pair(thread, previous, item).map(Some)
}

/// `pairwise`
pub static PAIRWISE: ClassDef = ClassDef {
    name: "itertools.pairwise",
    doc: "Each item together with the one after it.",
    signature: PAIRWISE_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<Pairwise>),
    slots: &[
        SlotDef::New(new_pairwise),
        SlotDef::Iter(identity),
        SlotDef::Next(next_pairwise),
    ],
    ..ClassDef::DEFAULT
};

struct ZipLongest {
    /// The unbound marker stands for an iterator that has ended.
    iterators: Mutex<Vec<Value>>,
    fill: Slot,
}

impl Payload for ZipLongest {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.fill.trace(visit);
        if let Some(iterators) = self.iterators.try_lock() {
            iterators.iter().filter_map(Value::bound).for_each(visit);
        }
    }
}

static ZIP_LONGEST_ARGUMENTS: NativeDef = signature("zip_longest", "(*iterables, fillvalue=None)");

fn new_zip_longest(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    if args
        .keywords()
        .any(|(name, _)| name.as_str() != Some("fillvalue"))
    {
        return Err(thread.type_error("zip_longest() got an unexpected keyword argument"));
    }
    let bound = arguments(thread, &ZIP_LONGEST_ARGUMENTS, args)?;
    let iterators = bound[1..].iter();
    let iterators = iterators
        .map(|iterable| iter(thread, iterable))
        .collect::<Res<Vec<Value>>>()?;
    let zip = ZipLongest {
        iterators: Mutex::new(iterators),
        fill: Slot::new(bound[0].bound().cloned().unwrap_or(Value::NONE)),
    };
    thread.alloc_instance(class_argument(thread, class)?, zip)
}

fn next_zip_longest(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<ZipLongest>(thread, value)?;
    let count = this.iterators.lock().len();
    let mut items = room(thread, count)?;
    let mut any = false;
    for i in 0..count {
        let iterator = this.iterators.lock().get(i).cloned();
        let iterator = iterator.unwrap_or(Value::UNBOUND);
        let item = match iterator.bound() {
            Some(iterator) => next(thread, iterator)?,
            None => None,
        };
        match item {
            Some(item) => {
                any = true;
                items.push(item);
            }
            None => {
                let ended = this
                    .iterators
                    .lock()
                    .get_mut(i)
                    .map(|place| std::mem::replace(place, Value::UNBOUND));
                drop(ended);
                items.push(this.fill.get());
            }
        }
    }
    if any {
        Tuple::from_vec(thread, items).map(Some)
    } else {
        Ok(None)
    }
}

fn zip_longest_reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<ZipLongest>(thread, &args[0])?;
    let iterators = this.iterators.lock().clone();
    // An empty tuple stands for an iterator that has ended.
    let parts = iterators
        .iter()
        .map(|iterator| iterator.bound().cloned().unwrap_or_else(Tuple::empty));
    let parts = parts.collect();
    reduced(thread, &args[0], parts, Some(this.fill.get()))
}

fn zip_longest_setstate(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<ZipLongest>(thread, &args[0])?;
    this.fill.set(args[1].clone());
    Ok(Value::NONE)
}

/// `zip_longest`
pub static ZIP_LONGEST: ClassDef = ClassDef {
    name: "itertools.zip_longest",
    doc: "Tuples of one item from each iterable, until all of them have ended.",
    signature: ZIP_LONGEST_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<ZipLongest>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", zip_longest_reduce)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", zip_longest_setstate)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_zip_longest),
        SlotDef::Iter(identity),
        SlotDef::Next(next_zip_longest),
    ],
    ..ClassDef::DEFAULT
};
