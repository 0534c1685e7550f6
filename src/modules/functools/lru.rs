//! `_lru_cache_wrapper`: a function whose results are remembered by its arguments, all of them or those that were used last.
//!
//! The order of the dictionary of results is that of use. Comparing and hashing keys, and the function itself, may call the same object again, clear it, or
//! hand it to another thread (`off`): whatever is to be known after that is looked up anew. Finding a result in a cache without a limit changes
//! nothing but the counts, so threads do that beside each other; with a limit the order changes, and the object becomes the thread's own.

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::dict::hash_key;
use crate::object::instance::Plain;
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, Dict, NativeDef, Payload, Res, Sharing, Thread, Tuple, Value,
};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{self, call_positional, convert, get_attr_str};
use crate::types::function::value::bind_method;
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

/// How many results are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    None,
    /// At most so many.
    Some(usize),
}

struct Cached {
    function: Value,
    limit: Limit,
    /// Whether equal arguments of other classes are other arguments.
    typed: bool,
    /// Makes what `cache_info()` returns.
    info_class: Value,
    /// Stands in a key between positional and keyword arguments.
    mark: Value,
    results: Dict,
    hits: AtomicI64,
    misses: AtomicI64,
}

impl Payload for Cached {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        visit(&self.info_class);
        visit(&self.mark);
        self.results.trace(visit);
    }
}

/// A cached function, of which only what never changes may be used.
fn cached<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Cached> {
    value.payload().ok_or_else(|| wrong(thread))
}

/// A cached function, which the thread owns now.
fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Cached> {
    thread.own(value).ok_or_else(|| wrong(thread))
}

#[cold]
fn wrong(thread: &Thread) -> crate::object::Raised {
    thread.type_error("a cached function was expected")
}

/// Counts one more; others may do the same beside this thread.
fn count(thread: &Thread, counter: &AtomicI64) {
    match thread.runs_together() {
        true => drop(counter.fetch_add(1, Relaxed)),
        false => counter.store(counter.load(Relaxed) + 1, Relaxed),
    }
}

static NEW: NativeDef = signature(
    "lru_cache",
    "(user_function, maxsize, typed, cache_info_type)",
);

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &NEW, args)?;
    let [function, maxsize, typed, info_class] = &bound[..] else {
        return Err(wrong(thread));
    };
    if thread.class_of(function).call().is_none() {
        return Err(thread.type_error("the first argument must be callable"));
    }
    let limit = if maxsize.is_none() {
        Limit::None
    } else if thread.class_of(maxsize).index().is_some() {
        let most = convert::index_size(thread, maxsize)?;
        // A negative one counts as none.
        Limit::Some(usize::try_from(most).unwrap_or_default())
    } else {
        return Err(thread.type_error("maxsize should be integer or None"));
    };
    let payload = Cached {
        function: function.clone(),
        limit,
        typed: protocol::truth(thread, typed)?,
        info_class: info_class.clone(),
        mark: thread.alloc(Builtin::Object, Plain)?,
        results: Dict::default(),
        hits: AtomicI64::new(0),
        misses: AtomicI64::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

impl Cached {
    /// The only argument, if that is its own key.
    fn plain_key<'a>(&self, args: CallArgs<'a>) -> Option<&'a Value> {
        match args.values {
            [key] if !self.typed && args.names.is_empty() => {
                (key.is_exact(Builtin::Int) || key.is_exact(Builtin::Str)).then_some(key)
            }
            _ => None,
        }
    }

    /// The key of any arguments.
    #[inline(never)]
    fn made_key(&self, thread: &Thread, args: CallArgs<'_>) -> Res {
        if !self.typed && args.names.is_empty() {
            return Tuple::from_slice(thread, args.values);
        }
        let mut parts = args.positional().to_vec();
        if !args.names.is_empty() {
            parts.push(self.mark.clone());
        }
        for (name, value) in args.keywords() {
            parts.push(name.clone());
            parts.push(value.clone());
        }
        if self.typed {
            parts.extend(args.values.iter().map(|value| thread.class_object(value)));
        }
        Tuple::from_vec(thread, parts)
    }
}

fn call(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let stays = thread.is_direct(args.values.as_ptr() as u64);
    let this = cached(thread, value)?;
    if this.limit == Limit::Some(0) {
        count(thread, &this.misses);
        return thread.staying(stays, || protocol::call(thread, &this.function, args));
    }
    let made;
    let key = match this.plain_key(args) {
        Some(key) => key,
        None => {
            made = this.made_key(thread, args)?;
            &made
        }
    };
    let hash = hash_key(thread, key)?;
    let found = match this.limit {
        Limit::None => {
            if let Some(header) = value.header() {
                thread.publish(header);
            }
            this.results.get_hashed(thread, key, hash)?
        }
        Limit::Some(_) => own(thread, value)?.results.get_as_last(thread, key, hash)?,
    };
    if let Some(result) = found {
        count(thread, &this.hits);
        return Ok(result);
    }
    count(thread, &this.misses);
    let result = thread.staying(stays, || protocol::call(thread, &this.function, args))?;
    remember(thread, own(thread, value)?, key, hash, result.clone())?;
    Ok(result)
}

/// Keeps a result; with a limit not in place of one that the function itself has put there meanwhile.
fn remember(thread: &Thread, this: &Cached, key: &Value, hash: i64, result: Value) -> Res<()> {
    let results = &this.results;
    let mut dropped = None;
    if let Limit::Some(most) = this.limit {
        if results.get_hashed(thread, key, hash)?.is_some() {
            return Ok(());
        }
        if results.len() >= most {
            dropped = results.pop_first(thread);
        }
    }
    let old = results.replace(thread, key.clone(), hash, result)?;
    drop((old, dropped));
    Ok(())
}

fn get(thread: &Thread, value: &Value, instance: Option<&Value>, _: &Value) -> Res {
    match instance {
        Some(instance) => bind_method(thread, value, instance),
        None => Ok(value.clone()),
    }
}

fn cache_info(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    let limit = match this.limit {
        Limit::None => Value::NONE,
        Limit::Some(most) => thread.int_from_usize(most)?,
    };
    let fields = [
        thread.int(this.hits.load(Relaxed))?,
        thread.int(this.misses.load(Relaxed))?,
        limit,
        thread.int_from_usize(this.results.len())?,
    ];
    call_positional(thread, &this.info_class, &fields)
}

fn cache_clear(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    this.hits.store(0, Relaxed);
    this.misses.store(0, Relaxed);
    drop(this.results.take_all(thread));
    Ok(Value::NONE)
}

/// A pickle names the function.
fn reduce(thread: &Thread, args: &[Value]) -> Res {
    get_attr_str(thread, &args[0], "__qualname__")
}

fn itself(_: &Thread, args: &[Value]) -> Res {
    Ok(args[0].clone())
}

static METHODS: [NativeDef; 5] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("cache_info", "(self, /)", cache_info)
            .doc("How often the cache had a result, how often not, its size limit and size."),
        NativeDef::method("cache_clear", "(self, /)", cache_clear)
            .doc("Forgets all results and counts."),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__copy__", "(self, *args)", itself).unsigned(),
        NativeDef::method("__deepcopy__", "(self, *args)", itself).unsigned(),
    ],
);

/// `_lru_cache_wrapper`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "functools._lru_cache_wrapper",
    doc: "A function whose results are remembered.\n\n\
        user_function: the function.\n\
        maxsize: how many results are kept; None for all, 0 for none.\n\
        typed: whether f(3) and f(3.0) are kept apart.\n\
        cache_info_type: makes what cache_info() returns of hits, misses, maxsize\n\
        and the number of results.",
    flags: class_flag::METHOD_DESCRIPTOR | class_flag::WEAKREF,
    layout: Some(id_of::<Cached>),
    has_dict: true,
    methods: &METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Call(call),
        SlotDef::DescrGet(get),
    ],
    ..ClassDef::DEFAULT
};
