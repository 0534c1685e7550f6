//! Functions over iterables: len, iter, next, sorted, min, max, sum, any, all, aiter, anext.

use crate::object::class::Compare;
use crate::object::layout::core;
use crate::object::{Beside, Builtin, Exception, List, NativeDef, Raised, Res, Thread, Value};
use crate::runtime::protocol::{self, BinaryOp, binary, compare_bool, for_each_of, truth};
use crate::types::callable_iterator;
use crate::types::list::sort::sort_values;

fn len(thread: &Thread, args: &[Value]) -> Res {
    let length = || protocol::length(thread, &args[0]);
    let is_direct = thread.is_direct(args.as_ptr() as u64);
    let length = thread.staying(is_direct && args[0].layout() == core::INSTANCE, length);
    thread.int_from_usize(length?)
}

fn iter(thread: &Thread, args: &[Value]) -> Res {
    let Some(sentinel) = args[1].bound() else {
        return protocol::iter(thread, &args[0]);
    };
    if thread.class_of(&args[0]).call().is_none() {
        return Err(thread.type_error("iter(v, w): v must be callable"));
    }
    callable_iterator::new_iterator(thread, &args[0], sentinel)
}

fn next(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_of(&args[0]);
    let Some(f) = class.next() else {
        let name = class.name_text();
        return Err(thread.type_error(format!("'{name}' object is not an iterator")));
    };
    let is_direct = thread.is_direct(args.as_ptr() as u64);
    thread.before_step(&args[0]);
    let stays = is_direct && args[0].is_exact(Builtin::Generator);
    let outcome = thread.staying(stays, || f(thread, &args[0]));
    let Some(default) = args[1].bound() else {
        return match outcome? {
            Some(item) => Ok(item),
            None => Err(thread.raise(Exception::with_args(
                thread,
                Builtin::StopIteration,
                Vec::new(),
            )?)),
        };
    };
    let caught = crate::runtime::raise::catch(thread, Builtin::StopIteration, outcome)?;
    Ok(caught.flatten().unwrap_or_else(|| default.clone()))
}

fn sorted(thread: &Thread, args: &[Value]) -> Res {
    let (options, values) = args.split_at(3);
    let [iterable] = values else {
        return Err(thread.type_error(format!("sorted expected 1 argument, got {}", values.len())));
    };
    let is_direct = thread.is_direct(args.as_ptr() as u64);
    if is_direct {
        thread.mark_direct(args.as_ptr() as u64);
    }
    let mut items = protocol::collect_of(thread, args, iterable)?;
    if let Some(others) = options[2].as_dict() {
        let name = others
            .keys()
            .first()
            .map(crate::runtime::protocol::attribute::shown_name);
        return Err(thread.type_error(format!(
            "sort() got an unexpected keyword argument '{}'",
            name.unwrap_or_default()
        )));
    }
    let reverse = match options[1].bound() {
        Some(reverse) => truth(thread, reverse)?,
        None => false,
    };
    let key = options[0].bound().filter(|key| !key.is_none());
    sort_values(thread, &mut items, key, reverse, is_direct)?;
    List::new_value(thread, items)
}

/// `min` and `max`: the arguments or the items of one, compared by their keys.
fn extreme(thread: &Thread, args: &[Value], name: &str, op: Compare) -> Res {
    let (options, values) = args.split_at(2);
    let key = options[0].bound().filter(|key| !key.is_none());
    let default = options[1].bound();
    let mut best: Option<(Value, Value)> = None;
    let mut consider = |item: Value| -> Res<bool> {
        let rank = match key {
            Some(key) => protocol::call_positional(thread, key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &best {
            Some((_, leader)) => compare_bool(thread, &rank, leader, op)?,
            None => true,
        };
        if better {
            best = Some((item, rank));
        }
        Ok(true)
    };
    match values {
        [] => {
            return Err(thread.type_error(format!("{name} expected at least 1 argument, got 0")));
        }
        [iterable] => for_each_of(thread, args, iterable, &mut consider)?,
        _ => {
            if default.is_some() {
                return Err(thread.type_error(format!(
                    "Cannot specify a default for {name}() with multiple positional arguments"
                )));
            }
            for value in values {
                consider(value.clone())?;
            }
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(thread.value_error(format!("{name}() iterable argument is empty"))),
    }
}

fn min(thread: &Thread, args: &[Value]) -> Res {
    extreme(thread, args, "min", Compare::Lt)
}

fn max(thread: &Thread, args: &[Value]) -> Res {
    extreme(thread, args, "max", Compare::Gt)
}

fn any(thread: &Thread, args: &[Value]) -> Res {
    let mut found = false;
    for_each_of(thread, args, &args[0], &mut |item| {
        found = truth(thread, &item)?;
        Ok(!found)
    })?;
    Ok(Value::from_bool(found))
}

fn all(thread: &Thread, args: &[Value]) -> Res {
    let mut holds = true;
    for_each_of(thread, args, &args[0], &mut |item| {
        holds = truth(thread, &item)?;
        Ok(holds)
    })?;
    Ok(Value::from_bool(holds))
}

/// A running sum: as machine int, as float with the rounding errors collected aside (Neumaier), or as any value.
enum Total {
    Int(i64),
    Float { sum: f64, lost: f64 },
    Any(Value),
}

impl Total {
    fn value(&self, thread: &Thread) -> Res {
        match self {
            Total::Int(int) => thread.int(*int),
            Total::Float { sum, lost } => thread.float(if *lost != 0.0 && lost.is_finite() {
                sum + lost
            } else {
                *sum
            }),
            Total::Any(value) => Ok(value.clone()),
        }
    }

    /// The next sum, unless it takes the general way.
    fn plus(&self, item: &Value) -> Option<Total> {
        match *self {
            Total::Int(total) => {
                let int = item
                    .as_small_int()
                    .or_else(|| item.as_bool().map(i64::from))?;
                total.checked_add(int).map(Total::Int)
            }
            Total::Float { sum, lost } => {
                if item.is_exact(Builtin::Float) {
                    let x = item.as_float()?;
                    let next = sum + x;
                    let error = if sum.abs() >= x.abs() {
                        (sum - next) + x
                    } else {
                        (x - next) + sum
                    };
                    return Some(Total::Float {
                        sum: next,
                        lost: lost + error,
                    });
                }
                let int = item.as_int()?.to_i64()?;
                Some(Total::Float {
                    sum: sum + int as f64,
                    lost,
                })
            }
            Total::Any(_) => None,
        }
    }
}

/// How a value that begins a sum or came out of an addition goes on.
fn total_of(value: Value) -> Total {
    if let Some(int) = value.as_small_int() {
        return Total::Int(int);
    }
    if value.is_exact(Builtin::Float)
        && let Some(sum) = value.as_float()
    {
        return Total::Float { sum, lost: 0.0 };
    }
    Total::Any(value)
}

fn sum(thread: &Thread, args: &[Value]) -> Res {
    let zero = Value::from_i32(0);
    let start = args[1].bound().unwrap_or(&zero);
    let refused = if start.as_str_object().is_some() {
        Some("strings [use ''.join(seq) instead]")
    } else if start.as_bytes().is_some() {
        Some("bytes [use b''.join(seq) instead]")
    } else if start
        .payload::<crate::types::bytearray::ByteArray>()
        .is_some()
    {
        Some("bytearray [use b''.join(seq) instead]")
    } else {
        None
    };
    if let Some(refused) = refused {
        return Err(thread.type_error(format!("sum() can't sum {refused}")));
    }
    let mut total = total_of(start.clone());
    for_each_of(thread, args, &args[0], &mut |item| {
        total = match total.plus(&item) {
            Some(next) => next,
            None => {
                let so_far = total.value(thread)?;
                total_of(binary(thread, BinaryOp::Add, &so_far, &item)?)
            }
        };
        Ok(true)
    })?;
    total.value(thread)
}

fn aiter(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_of(&args[0]);
    let Some(f) = class.async_iter() else {
        return Err(not_async(thread, &args[0], "iterable"));
    };
    let iterator = f(thread, &args[0])?;
    if thread.class_of(&iterator).async_next().is_none() {
        return Err(thread.type_error(format!(
            "aiter() returned not an async iterator of type '{}'",
            thread.class_of(&iterator).name_text()
        )));
    }
    Ok(iterator)
}

fn not_async(thread: &Thread, value: &Value, what: &str) -> Raised {
    let name = thread.class_of(value).name_text();
    thread.type_error(format!("'{name}' object is not an async {what}"))
}

fn anext(thread: &Thread, args: &[Value]) -> Res {
    let Some(f) = thread.class_of(&args[0]).async_next() else {
        return Err(not_async(thread, &args[0], "iterator"));
    };
    let awaitable = f(thread, &args[0])?;
    let Some(default) = args[1].bound() else {
        return Ok(awaitable);
    };
    let helper = crate::modules::import::library_attribute(thread, "_anext", "with_default")?;
    protocol::call_positional(thread, &helper, &[awaitable, default.clone()])
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("len", "(obj, /)", len)
        .beside(Beside::Reads(1))
        .doc("How many items a container has."),
    NativeDef::function("iter", "(object, sentinel=<unrepresentable>, /)", iter)
        .beside(Beside::PROTOCOLS)
        .doc(
            "iter(iterable) -> iterator\n\
            iter(callable, sentinel) -> iterator\n\n\
            An iterator over the items of the iterable. In the second form each item is\n\
            the result of a call, until that equals the sentinel.",
        )
        .unsigned(),
    NativeDef::function("next", "(iterator, default=<unrepresentable>, /)", next)
        .beside(Beside::PROTOCOLS)
        .doc(
            "next(iterator[, default]) -> item\n\n\
            The iterator's next item. After the last one, the default if one is given,\n\
            else StopIteration.",
        )
        .unsigned(),
    NativeDef::function(
        "sorted",
        "(*args, key=None, reverse=False, **others)",
        sorted,
    )
    .beside(Beside::PROTOCOLS)
    .doc(
        "A new list of the iterable's items in ascending order.\n\n\
        The key function, if there is one, is called once for each item, and its\n\
        results are compared. Items that compare equal keep their order.",
    )
    .shown_as("($module, iterable, /, *, key=None, reverse=False)"),
    NativeDef::function("min", "(*args, key=None, default=<unrepresentable>)", min)
        .beside(Beside::PROTOCOLS)
        .doc(
            "min(iterable, *[, default=obj, key=func]) -> value\n\
            min(arg1, arg2, *args, *[, key=func]) -> value\n\n\
            The smallest item of an iterable, or the smallest argument; the first of\n\
            equals. The default is for an empty iterable.",
        )
        .unsigned(),
    NativeDef::function("max", "(*args, key=None, default=<unrepresentable>)", max)
        .beside(Beside::PROTOCOLS)
        .doc(
            "max(iterable, *[, default=obj, key=func]) -> value\n\
            max(arg1, arg2, *args, *[, key=func]) -> value\n\n\
            The largest item of an iterable, or the largest argument; the first of\n\
            equals. The default is for an empty iterable.",
        )
        .unsigned(),
    NativeDef::function("sum", "(iterable, /, start=0)", sum)
        .beside(Beside::PROTOCOLS)
        .doc(
            "The start value plus all items of the iterable, from left to right.\n\n\
        Floats are added with compensation. Strings are refused: ''.join() is for\n\
        them.",
        ),
    NativeDef::function("any", "(iterable, /)", any)
        .beside(Beside::PROTOCOLS)
        .doc("True as soon as an item is true; False for an empty iterable."),
    NativeDef::function("all", "(iterable, /)", all)
        .beside(Beside::PROTOCOLS)
        .doc("False as soon as an item is false; True for an empty iterable."),
    NativeDef::function("aiter", "(async_iterable, /)", aiter)
        .doc("An asynchronous iterator over an asynchronous iterable."),
    NativeDef::function("anext", "(aiterator, default=<unrepresentable>, /)", anext).doc(
        "An awaitable for the next item of an asynchronous iterator.\n\n\
        After the last item, awaiting gives the default if there is one, else raises\n\
        StopAsyncIteration.",
    ),
];
