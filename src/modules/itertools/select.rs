//! Iterators that give some of the items of another: `compress`, `dropwhile`, `filterfalse`, `islice`, `takewhile`; and `starmap`.

use super::{payload, reduced};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{List, NativeDef, Payload, Raised, Res, Sharing, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::runtime::protocol::{self, call_positional, iter, next, truth};
use crate::runtime::safepoint::poll;
use crate::types::shared::{arguments, class_argument, position_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering::Relaxed};

/// A function and an iterator; for some, whether the place was `reached` at which the function is done.
macro_rules! with_function {
    ($payload:ident $arguments:ident $new:ident $next:ident $reduce:ident $class:ident $name:literal $parameters:literal $doc:literal $($reached:ident $setstate:ident)?) => {
        struct $payload {
            function: Value,
            iterator: Value,
            $(
                /// Whether the function has had its say.
                $reached: AtomicBool,
            )?
        }

        impl Payload for $payload {
    const SHARING: Sharing = Sharing::Iterator;
            fn trace(&self, visit: &mut dyn FnMut(&Value)) {
                visit(&self.function);
                visit(&self.iterator);
            }
        }

        static $arguments: NativeDef = signature($name, $parameters);

        fn $new(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
            let bound = arguments(thread, &$arguments, args)?;
            let this = $payload {
                function: bound[0].clone(),
                iterator: iter(thread, &bound[1])?,
                $($reached: AtomicBool::new(false),)?
            };
            thread.alloc_instance(class_argument(thread, class)?, this)
        }

        fn $reduce(thread: &Thread, args: &[Value]) -> Res {
            let this = payload::<$payload>(thread, &args[0])?;
            let parts = vec![this.function.clone(), this.iterator.clone()];
            #[allow(unused_mut, unused_assignments)]
            let mut state = None;
            $(state = Some(Value::from_i32(this.$reached.load(Relaxed).into()));)?
            reduced(thread, &args[0], parts, state)
        }

        $(
            fn $setstate(thread: &Thread, args: &[Value]) -> Res {
                let this = payload::<$payload>(thread, &args[0])?;
                this.$reached.store(truth(thread, &args[1])?, Relaxed);
                Ok(Value::NONE)
            }
        )?

        #[doc = concat!("`", $name, "`")]
        pub static $class: ClassDef = ClassDef {
            name: concat!("itertools.", $name),
            doc: $doc,
            signature: $parameters,
            flags: class_flag::BASE,
            layout: Some(id_of::<$payload>),
            methods: &[
                NativeDef::method("__reduce__", "(self, /)", $reduce)
                    .doc("What copies of the iterator are made from."),
                $(
                    NativeDef::method("__setstate__", "(self, object, /)", $setstate)
                        .doc("Sets what a copy has to know."),
                )?
            ],
            slots: &[
                SlotDef::New($new),
                SlotDef::Iter(identity),
                SlotDef::Next($next),
            ],
            ..ClassDef::DEFAULT
        };
    };
}

with_function!(DropWhile DROPWHILE_ARGUMENTS new_dropwhile next_dropwhile reduce_dropwhile DROPWHILE "dropwhile"
    "(predicate, iterable, /)" "The items from the first one on for which the predicate is false." reached setstate_dropwhile);
with_function!(TakeWhile TAKEWHILE_ARGUMENTS new_takewhile next_takewhile reduce_takewhile TAKEWHILE "takewhile"
    "(predicate, iterable, /)" "The items before the first one for which the predicate is false." reached setstate_takewhile);
with_function!(FilterFalse FILTERFALSE_ARGUMENTS new_filterfalse next_filterfalse reduce_filterfalse FILTERFALSE "filterfalse"
    "(function, iterable, /)" "The items for which the function is false.");
with_function!(StarMap STARMAP_ARGUMENTS new_starmap next_starmap reduce_starmap STARMAP "starmap"
    "(function, iterable, /)" "The results of the function, whose arguments come as tuples.");

fn holds(thread: &Thread, function: &Value, item: &Value) -> Res<bool> {
    let answer = call_positional(thread, function, std::slice::from_ref(item))?;
    truth(thread, &answer)
}

fn next_dropwhile(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<DropWhile>(thread, value)?;
    while let Some(item) = next(thread, &this.iterator)? {
        if this.reached.load(Relaxed) {
            return Ok(Some(item));
        }
        if !holds(thread, &this.function, &item)? {
            this.reached.store(true, Relaxed);
            return Ok(Some(item));
        }
        poll(thread)?;
    }
    Ok(None)
}

fn next_takewhile(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<TakeWhile>(thread, value)?;
    if this.reached.load(Relaxed) {
        return Ok(None);
    }
    let Some(item) = next(thread, &this.iterator)? else {
        return Ok(None);
    };
    if holds(thread, &this.function, &item)? {
        return Ok(Some(item));
    }
    this.reached.store(true, Relaxed);
    Ok(None)
}

fn next_filterfalse(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<FilterFalse>(thread, value)?;
    let by_truth =
        this.function.is_none() || this.function.is(crate::object::Builtin::Bool.class());
    while let Some(item) = next(thread, &this.iterator)? {
        let good = if by_truth {
            truth(thread, &item)?
        } else {
            holds(thread, &this.function, &item)?
        };
        if !good {
            return Ok(Some(item));
        }
        poll(thread)?;
    }
    Ok(None)
}

fn next_starmap(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<StarMap>(thread, value)?;
    let Some(item) = next(thread, &this.iterator)? else {
        return Ok(None);
    };
    let answer = match item.as_tuple() {
        Some(items) => call_positional(thread, &this.function, items)?,
        None => {
            let items = protocol::collect(thread, &item)?;
            call_positional(thread, &this.function, &items)?
        }
    };
    Ok(Some(answer))
}

struct Compress {
    data: Value,
    selectors: Value,
}

impl Payload for Compress {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.data);
        visit(&self.selectors);
    }
}

static COMPRESS_ARGUMENTS: NativeDef = signature("compress", "(data, selectors)");

fn new_compress(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &COMPRESS_ARGUMENTS, args)?;
    let compress = Compress {
        data: iter(thread, &bound[0])?,
        selectors: iter(thread, &bound[1])?,
    };
    thread.alloc_instance(class_argument(thread, class)?, compress)
}

fn next_compress(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Compress>(thread, value)?;
    loop {
        let Some(item) = next(thread, &this.data)? else {
            return Ok(None);
        };
        let Some(selector) = next(thread, &this.selectors)? else {
            return Ok(None);
        };
        if truth(thread, &selector)? {
            return Ok(Some(item));
        }
        poll(thread)?;
    }
}

fn reduce_compress(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Compress>(thread, &args[0])?;
    let parts = vec![this.data.clone(), this.selectors.clone()];
    reduced(thread, &args[0], parts, None)
}

/// `compress`
pub static COMPRESS: ClassDef = ClassDef {
    name: "itertools.compress",
    doc: "The items whose selectors are true.",
    signature: COMPRESS_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<Compress>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", reduce_compress)
            .doc("What copies of the iterator are made from."),
    ],
    slots: &[
        SlotDef::New(new_compress),
        SlotDef::Iter(identity),
        SlotDef::Next(next_compress),
    ],
    ..ClassDef::DEFAULT
};

struct Slice {
    /// Unbound at the end.
    iterator: Slot,
    /// The position of the item that comes next.
    wanted: AtomicI64,
    /// Negative: none.
    stop: i64,
    step: i64,
    /// How many items were taken from the iterator.
    taken: AtomicI64,
}

impl Payload for Slice {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterator.trace(visit);
    }
}

static ISLICE_ARGUMENTS: NativeDef =
    signature("islice", "(iterable, start, stop=None, step=None, /)");

/// An index that may be None.
fn bound_of(thread: &Thread, value: &Value, none: i64) -> Result<i64, Raised> {
    if value.is_none() {
        Ok(none)
    } else {
        protocol::index_i64(thread, value)
    }
}

fn replaced(thread: &Thread, raised: Raised, message: &str) -> Raised {
    drop(thread.take_raised(raised));
    thread.value_error(message)
}

const WRONG_STOP: &str =
    "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const WRONG_INDICES: &str =
    "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const WRONG_STEP: &str = "Step for islice() must be a positive integer or None.";

fn new_islice(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &ISLICE_ARGUMENTS, args)?;
    let (start, stop) = match bound[2].bound() {
        Some(stop) => (&bound[1], stop),
        None => (&Value::NONE, &bound[1]),
    };
    let limit = match bound_of(thread, stop, -1) {
        Ok(-1) if !stop.is_none() => return Err(thread.value_error(WRONG_STOP)),
        Ok(limit) => limit,
        Err(raised) => return Err(replaced(thread, raised, WRONG_STOP)),
    };
    let start = match bound_of(thread, start, 0) {
        Ok(start) => start,
        Err(raised) => return Err(replaced(thread, raised, WRONG_INDICES)),
    };
    if start < 0 || limit < -1 {
        return Err(thread.value_error(WRONG_INDICES));
    }
    let step = match bound[3].bound() {
        Some(step) => match bound_of(thread, step, 1) {
            Ok(step) => step,
            Err(raised) => return Err(replaced(thread, raised, WRONG_STEP)),
        },
        None => 1,
    };
    if step < 1 {
        return Err(thread.value_error(WRONG_STEP));
    }
    let slice = Slice {
        iterator: Slot::new(iter(thread, &bound[0])?),
        wanted: AtomicI64::new(start),
        stop: limit,
        step,
        taken: AtomicI64::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, slice)
}

fn next_islice(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Slice>(thread, value)?;
    let Some(iterator) = this.iterator.load() else {
        return Ok(None);
    };
    let wanted = this.wanted.load(Relaxed);
    while this.taken.load(Relaxed) < wanted {
        if next(thread, &iterator)?.is_none() {
            drop(this.iterator.take());
            return Ok(None);
        }
        this.taken.fetch_add(1, Relaxed);
        poll(thread)?;
    }
    if this.stop >= 0 && this.taken.load(Relaxed) >= this.stop {
        drop(this.iterator.take());
        return Ok(None);
    }
    let Some(item) = next(thread, &iterator)? else {
        drop(this.iterator.take());
        return Ok(None);
    };
    this.taken.fetch_add(1, Relaxed);
    let mut following = wanted.saturating_add(this.step);
    if this.stop >= 0 {
        following = following.min(this.stop);
    }
    this.wanted.store(following, Relaxed);
    Ok(Some(item))
}

fn reduce_islice(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Slice>(thread, &args[0])?;
    let zero = Value::from_i32(0);
    let Some(iterator) = this.iterator.load() else {
        let empty = List::new_value(thread, Vec::new())?;
        let parts = vec![iter(thread, &empty)?, zero.clone()];
        return reduced(thread, &args[0], parts, Some(zero));
    };
    let stop = match this.stop {
        ..0 => Value::NONE,
        stop => thread.int(stop)?,
    };
    let wanted = thread.int(this.wanted.load(Relaxed))?;
    let parts = vec![iterator, wanted, stop, thread.int(this.step)?];
    let taken = thread.int(this.taken.load(Relaxed))?;
    reduced(thread, &args[0], parts, Some(taken))
}

fn setstate_islice(thread: &Thread, args: &[Value]) -> Res {
    let taken = position_argument(thread, &args[1])?;
    let this = payload::<Slice>(thread, &args[0])?;
    this.taken.store(taken, Relaxed);
    Ok(Value::NONE)
}

/// `islice`
pub static ISLICE: ClassDef = ClassDef {
    name: "itertools.islice",
    doc: "islice(iterable, stop) -> islice object\n\
        islice(iterable, start, stop[, step]) -> islice object\n\n\
        The items at some positions of an iterable.",
    flags: class_flag::BASE,
    layout: Some(id_of::<Slice>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", reduce_islice)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", setstate_islice)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_islice),
        SlotDef::Iter(identity),
        SlotDef::Next(next_islice),
    ],
    ..ClassDef::DEFAULT
};
