//! `count`, `cycle` and `repeat`.

use super::{only, payload, push, reduced, state_parts};
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Builtin, List, NativeDef, Payload, Res, Sharing, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::runtime::protocol::{self, BinaryOp, binary};
use crate::types::shared::{ReprText, arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering::Relaxed};

struct Count {
    next: Slot,
    step: Value,
}

impl Payload for Count {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.next.trace(visit);
        visit(&self.step);
    }
}

/// The name of an instance's class, without its module.
fn own_name(thread: &Thread, value: &Value) -> String {
    let name = thread.class_of(value).name.get();
    name.as_str().unwrap_or_default().to_owned()
}

fn is_number(thread: &Thread, value: &Value) -> bool {
    let class = thread.class_of(value);
    class.index().is_some()
        || class.int().is_some()
        || class.float().is_some()
        || class.native_base() == Builtin::Complex
}

static COUNT_ARGUMENTS: NativeDef = signature("count", "(start=0, step=1)");

fn new_count(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &COUNT_ARGUMENTS, args)?;
    let start = bound[0].bound().cloned().unwrap_or(Value::from_i32(0));
    let step = bound[1].bound().cloned().unwrap_or(Value::from_i32(1));
    if !is_number(thread, &start) || !is_number(thread, &step) {
        return Err(thread.type_error("a number is required"));
    }
    // Counting in machine words begins with a plain int.
    let start = match (start.is_exact(Builtin::Bool), step.as_small_int()) {
        (true, Some(1)) => thread.int(i64::from(start.is(&Value::TRUE)))?,
        _ => start,
    };
    let next = Slot::new(start);
    thread.alloc_instance(class_argument(thread, class)?, Count { next, step })
}

fn next_count(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let count = payload::<Count>(thread, value)?;
    let current = count.next.get();
    let following = match (current.as_small_int(), count.step.as_small_int()) {
        (Some(a), Some(b)) => thread.int(a + b)?,
        _ => binary(thread, BinaryOp::Add, &current, &count.step)?,
    };
    count.next.set(following);
    Ok(Some(current))
}

fn count_repr(thread: &Thread, value: &Value) -> Res {
    let count = payload::<Count>(thread, value)?;
    let mut text = ReprText::new("");
    text.push(&own_name(thread, value));
    text.push("(");
    text.push_repr(thread, &count.next.get())?;
    if count.step.as_small_int() != Some(1) {
        text.push(", ");
        text.push_repr(thread, &count.step)?;
    }
    text.finish(thread, ")")
}

fn count_reduce(thread: &Thread, args: &[Value]) -> Res {
    let count = payload::<Count>(thread, &args[0])?;
    let next = count.next.get();
    let fits = next.as_int().is_some_and(|int| int.to_i64().is_some());
    let mut parts = vec![next];
    if !fits || count.step.as_small_int() != Some(1) {
        parts.push(count.step.clone());
    }
    reduced(thread, &args[0], parts, None)
}

/// `count`
pub static COUNT: ClassDef = ClassDef {
    name: "itertools.count",
    doc: "The numbers from start on, step apart.",
    signature: COUNT_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(crate::object::layout::id_of::<Count>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", count_reduce)
        .doc("What copies of the iterator are made from.")],
    slots: &[
        SlotDef::New(new_count),
        SlotDef::Iter(identity),
        SlotDef::Next(next_count),
        SlotDef::Repr(count_repr),
    ],
    ..ClassDef::DEFAULT
};

struct Cycle {
    iterator: Slot,
    /// The items that the iterator gives are among those saved.
    complete: AtomicBool,
    saved: Mutex<Vec<Value>>,
    position: AtomicUsize,
}

impl Payload for Cycle {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterator.trace(visit);
        if let Some(saved) = self.saved.try_lock() {
            saved.iter().for_each(visit);
        }
    }
}

static CYCLE_ARGUMENTS: NativeDef = signature("cycle", "(iterable, /)");

fn new_cycle(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let iterable = only(thread, &CYCLE_ARGUMENTS, args)?;
    let cycle = Cycle {
        iterator: Slot::new(protocol::iter(thread, &iterable)?),
        complete: AtomicBool::new(false),
        saved: Mutex::new(Vec::new()),
        position: AtomicUsize::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, cycle)
}

fn next_cycle(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let cycle = payload::<Cycle>(thread, value)?;
    if let Some(iterator) = cycle.iterator.load() {
        if let Some(item) = protocol::next(thread, &iterator)? {
            if !cycle.complete.load(Relaxed) {
                push(thread, &cycle.saved, item.clone())?;
            }
            return Ok(Some(item));
        }
        drop(cycle.iterator.take());
    }
    let saved = cycle.saved.lock();
    if saved.is_empty() {
        return Ok(None);
    }
    let position = cycle.position.load(Relaxed) % saved.len();
    cycle.position.store(position + 1, Relaxed);
    Ok(saved.get(position).cloned())
}

fn cycle_reduce(thread: &Thread, args: &[Value]) -> Res {
    let cycle = payload::<Cycle>(thread, &args[0])?;
    let saved = cycle.saved.lock().clone();
    let saved = List::new_value(thread, saved)?;
    let (iterator, complete) = match cycle.iterator.load() {
        Some(iterator) => (iterator, false),
        None => {
            let iterator = protocol::iter(thread, &saved)?;
            let position = cycle.position.load(Relaxed);
            for _ in 0..position {
                drop(protocol::next(thread, &iterator)?);
            }
            (iterator, true)
        }
    };
    let state = Tuple::pair(thread, saved, Value::from_bool(complete))?;
    reduced(thread, &args[0], vec![iterator], Some(state))
}

fn cycle_setstate(thread: &Thread, args: &[Value]) -> Res {
    let cycle = payload::<Cycle>(thread, &args[0])?;
    let parts = state_parts(thread, &args[1], 2)?;
    let Some(list) = parts[0].as_list() else {
        return Err(thread.type_error(format!(
            "argument 1 must be list, not {}",
            thread.class_of(&parts[0]).name_text()
        )));
    };
    let complete = protocol::convert::index_ssize(thread, &parts[1])? != 0;
    let items = list.to_vec(thread)?;
    let old = std::mem::replace(&mut *cycle.saved.lock(), items);
    drop(old);
    cycle.complete.store(complete, Relaxed);
    cycle.position.store(0, Relaxed);
    Ok(Value::NONE)
}

/// `cycle`
pub static CYCLE: ClassDef = ClassDef {
    name: "itertools.cycle",
    doc: "The items of an iterable over and over again.",
    signature: CYCLE_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(crate::object::layout::id_of::<Cycle>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", cycle_reduce)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", cycle_setstate)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_cycle),
        SlotDef::Iter(identity),
        SlotDef::Next(next_cycle),
    ],
    ..ClassDef::DEFAULT
};

struct Repeat {
    object: Value,
    /// How often it is still given; negative: for ever.
    left: AtomicI64,
}

impl Payload for Repeat {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object);
    }
}

static REPEAT_ARGUMENTS: NativeDef = signature("repeat", "(object, times=None)");

fn new_repeat(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &REPEAT_ARGUMENTS, args)?;
    let left = match bound[1].bound() {
        Some(times) => protocol::convert::index_ssize(thread, times)?.max(0),
        None => -1,
    };
    let repeat = Repeat {
        object: bound[0].clone(),
        left: AtomicI64::new(left),
    };
    thread.alloc_instance(class_argument(thread, class)?, repeat)
}

fn next_repeat(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let repeat = payload::<Repeat>(thread, value)?;
    match repeat.left.load(Relaxed) {
        0 => return Ok(None),
        left if left > 0 => repeat.left.store(left - 1, Relaxed),
        _ => {}
    }
    Ok(Some(repeat.object.clone()))
}

fn repeat_repr(thread: &Thread, value: &Value) -> Res {
    let repeat = payload::<Repeat>(thread, value)?;
    let mut text = ReprText::new("");
    text.push(&own_name(thread, value));
    text.push("(");
    text.push_repr(thread, &repeat.object)?;
    let left = repeat.left.load(Relaxed);
    if left >= 0 {
        text.push(&format!(", {left}"));
    }
    text.finish(thread, ")")
}

fn repeat_length_hint(thread: &Thread, args: &[Value]) -> Res {
    match payload::<Repeat>(thread, &args[0])?.left.load(Relaxed) {
        left if left < 0 => Err(thread.type_error("len() of unsized object")),
        left => thread.int(left),
    }
}

fn repeat_reduce(thread: &Thread, args: &[Value]) -> Res {
    let repeat = payload::<Repeat>(thread, &args[0])?;
    let mut items = vec![repeat.object.clone()];
    let left = repeat.left.load(Relaxed);
    if left >= 0 {
        items.push(thread.int(left)?);
    }
    reduced(thread, &args[0], items, None)
}

/// `repeat`
pub static REPEAT: ClassDef = ClassDef {
    name: "itertools.repeat",
    doc: "The same object, so many times or for ever.",
    flags: class_flag::BASE,
    layout: Some(crate::object::layout::id_of::<Repeat>),
    methods: &[
        NativeDef::method("__length_hint__", "(self, /)", repeat_length_hint),
        NativeDef::method("__reduce__", "(self, /)", repeat_reduce),
    ],
    slots: &[
        SlotDef::New(new_repeat),
        SlotDef::Iter(identity),
        SlotDef::Next(next_repeat),
        SlotDef::Repr(repeat_repr),
    ],
    ..ClassDef::DEFAULT
};
