//! Iteration. Every native loop over an iterator goes through here, so that all of them can be interrupted.
//!
//! Exact lists, tuples, dictionaries and ranges are stepped without an iterator object; it makes no difference that a program can see,
//! since nobody else could get hold of that object.

use super::attribute::lookup_special;
use super::call::call_positional;
use super::convert::length;
use crate::object::class::{Class, NextFn, class_flag};
use crate::object::iters::{DictIter, DictIterKind, ListIter, RangeIter, SequenceIter, TupleIter};
use crate::object::layout::index_of_shape;
use crate::object::{Builtin, List, Raised, Range, Res, Thread, Value, names};
use crate::runtime::raise;
use crate::runtime::safepoint::{poll, poll_direct};

/// Items that are collected between two looks at the memory limit.
const CHECK_EVERY: usize = 4096;

/// The index of a built-in class whose direct instance this is; of no use for others.
#[inline(always)]
fn exact_index(value: &Value) -> usize {
    value
        .header()
        .map_or(usize::MAX, |header| index_of_shape(header.shape()))
}

const LIST: usize = Builtin::List as usize;
const TUPLE: usize = Builtin::Tuple as usize;
const DICT: usize = Builtin::Dict as usize;
const RANGE: usize = Builtin::Range as usize;

/// The `__iter__` of iterators.
///
/// # Errors
/// None.
pub fn identity(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

/// `iter(value)`
///
/// # Errors
/// TypeError if it cannot be iterated over, and what `__iter__` raises.
#[inline]
pub fn iter(thread: &Thread, value: &Value) -> Res {
    thread.before_read(value);
    match exact_index(value) {
        LIST => ListIter::new_value(thread, value),
        TUPLE => TupleIter::new_value(thread, value),
        DICT => DictIter::new_value(thread, value, DictIterKind::Keys),
        RANGE if let Some(steps) = value.payload::<Range>().and_then(RangeIter::over) => {
            thread.alloc(Builtin::RangeIterator, steps)
        }
        _ => iter_by_class(thread, value),
    }
}

#[inline(never)]
fn iter_by_class(thread: &Thread, value: &Value) -> Res {
    let class = thread.class_of(value);
    if let Some(f) = class.iter() {
        let iterator = f(thread, value)?;
        check_iterator(thread, &iterator)?;
        return Ok(iterator);
    }
    if is_sequence(class) {
        return SequenceIter::new_value(thread, value);
    }
    Err(thread.type_error(format!("'{}' object is not iterable", class.name_text())))
}

/// TypeError unless what `__iter__` has answered is an iterator.
#[inline]
pub fn check_iterator(thread: &Thread, answer: &Value) -> Res<()> {
    let class = thread.class_of(answer);
    if class.next().is_some() {
        return Ok(());
    }
    let name = class.name_text();
    Err(thread.type_error(format!("iter() returned non-iterator of type '{name}'")))
}

/// Whether instances can be iterated over by `__getitem__`: scripts' classes that define it and native sequences.
fn is_sequence(class: &Class) -> bool {
    let native = class.is_static() || class.has(class_flag::NATIVE_HEAP);
    class.get_item().is_some()
        && !class.has(class_flag::MAPPING)
        && (!native || class.has(class_flag::SEQUENCE))
}

/// Whether `iter(value)` finds something to call.
pub fn is_iterable(thread: &Thread, value: &Value) -> bool {
    let class = thread.class_of(value);
    class.iter().is_some() || is_sequence(class)
}

/// `next(iterator)`; None when it is exhausted (StopIteration is taken).
///
/// # Errors
/// TypeError if it is no iterator, and what `__next__` raises.
#[inline]
pub fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    // Iterators over iterators recurse natively.
    thread.check_stack("")?;
    thread.before_step(iterator);
    match thread.class_of(iterator).next() {
        Some(f) => step(thread, f, iterator),
        None => Err(not_an_iterator(thread, iterator)),
    }
}

#[inline(always)]
fn step(thread: &Thread, f: NextFn, iterator: &Value) -> Res<Option<Value>> {
    match f(thread, iterator) {
        Ok(item) => Ok(item),
        Err(raised) => {
            raise::catch(thread, Builtin::StopIteration, Err(raised)).map(Option::flatten)
        }
    }
}

#[cold]
fn not_an_iterator(thread: &Thread, value: &Value) -> Raised {
    let name = thread.class_of(value).name_text();
    thread.type_error(format!("'{name}' object is not an iterator"))
}

/// Gives the items of an iterable to `f` until it answers false. Polls the eval breaker.
///
/// # Errors
/// As `iter` and `next`, and what `f` and pending events raise.
pub fn for_each(
    thread: &Thread,
    iterable: &Value,
    f: &mut dyn FnMut(Value) -> Res<bool>,
) -> Res<()> {
    thread.before_read(iterable);
    match exact_index(iterable) {
        LIST if let Some(list) = iterable.as_list() => {
            let mut i = 0;
            while let Some(item) = list.get(i) {
                if !f(item)? {
                    return Ok(());
                }
                poll(thread)?;
                i += 1;
            }
            Ok(())
        }
        TUPLE if let Some(items) = iterable.as_tuple() => {
            for item in items {
                if !f(item.clone())? {
                    return Ok(());
                }
                poll(thread)?;
            }
            Ok(())
        }
        DICT => {
            let keys = DictIter::over(iterable, DictIterKind::Keys);
            while let Some(key) = keys.step(thread)? {
                if !f(key)? {
                    return Ok(());
                }
                poll(thread)?;
            }
            Ok(())
        }
        RANGE if let Some(steps) = iterable.payload::<Range>().and_then(RangeIter::over) => {
            while let Some(number) = steps.step(thread)? {
                if !f(number)? {
                    return Ok(());
                }
                poll(thread)?;
            }
            Ok(())
        }
        _ => {
            let iterator = iter_by_class(thread, iterable)?;
            drain(thread, &iterator, f)
        }
    }
}

/// Gives the items that an iterator has left to `f` until it answers false. Polls the eval breaker.
///
/// # Errors
/// As `next`, and what `f` and pending events raise.
pub fn drain(thread: &Thread, iterator: &Value, f: &mut dyn FnMut(Value) -> Res<bool>) -> Res<()> {
    let class = thread.class_of(iterator);
    // A built-in class keeps its slot, and its instances their class.
    let fixed = if class.is_static() {
        class.next()
    } else {
        None
    };
    loop {
        let item = match fixed {
            Some(next) => {
                thread.before_step(iterator);
                step(thread, next, iterator)?
            }
            None => next(thread, iterator)?,
        };
        match item {
            Some(item) => {
                if !f(item)? {
                    return Ok(());
                }
            }
            None => return Ok(()),
        }
        poll(thread)?;
    }
}

/// Gives the items of an iterable to `f`, as [`for_each`] does, on behalf of a native function that was called with `args`; `f` uses what nobody else
/// has. Where the loop has called that function itself, generators and functions run beside other threads.
///
/// # Errors
/// As `for_each`.
pub fn for_each_of(
    thread: &Thread,
    args: &[Value],
    iterable: &Value,
    f: &mut dyn FnMut(Value) -> Res<bool>,
) -> Res<()> {
    if !thread.is_direct(args.as_ptr() as u64) || !is_script_driven(iterable) {
        return for_each(thread, iterable, f);
    }
    let is_generator = iterable.is_exact(Builtin::Generator);
    loop {
        let item = if is_generator {
            thread.check_stack("")?;
            thread.before_step(iterable);
            let Some(resume) = thread.class_of(iterable).next() else {
                return Ok(());
            };
            thread.staying(true, || step(thread, resume, iterable))?
        } else {
            thread.mark_direct(iterable.word());
            next(thread, iterable)?
        };
        let Some(item) = item else {
            return Ok(());
        };
        if !f(item)? {
            return Ok(());
        }
        poll_direct(thread)?;
    }
}

/// Whether this is an iterator whose items a script's code makes, and which needs nothing but its own when that returns.
pub fn is_script_driven(iterable: &Value) -> bool {
    [Builtin::Generator, Builtin::Map, Builtin::Filter]
        .iter()
        .any(|class| iterable.is_exact(*class))
}

/// [`collect`] on behalf of a native function, as [`for_each_of`].
///
/// # Errors
/// As `collect`.
pub fn collect_of(thread: &Thread, args: &[Value], iterable: &Value) -> Res<Vec<Value>> {
    if !is_script_driven(iterable) {
        return collect(thread, iterable);
    }
    let mut items = Vec::new();
    for_each_of(thread, args, iterable, &mut |item| {
        push(thread, &mut items, item).map(|()| true)
    })?;
    Ok(items)
}

/// The items of a list as they are at one moment. Long lists are copied in parts, with safepoints between them; where another thread changes the list
/// meanwhile, it is copied again, in one go.
///
/// # Errors
/// MemoryError, and what safepoints raise.
pub fn snapshot(thread: &Thread, list: &List) -> Res<Vec<Value>> {
    let len = list.len();
    if len <= CHECK_EVERY {
        return list.to_vec(thread);
    }
    let mut items = Vec::new();
    reserve(thread, &mut items, len)?;
    while items.len() < len {
        let rest = len - items.len();
        let part = list.copy_range(thread, items.len(), items.len() + rest.min(CHECK_EVERY))?;
        if part.is_empty() {
            break;
        }
        items.extend(part);
        poll(thread)?;
    }
    if list.is_made_of(&items) {
        return Ok(items);
    }
    drop(items);
    list.to_vec(thread)
}

/// Drops values, the last one first, with safepoints between them where there are many.
///
/// # Errors
/// What safepoints raise; the values are gone nevertheless.
pub fn release(thread: &Thread, mut items: Vec<Value>) -> Res<()> {
    while let Some(item) = items.pop() {
        drop(item);
        if items.len() % CHECK_EVERY == CHECK_EVERY - 1 {
            poll(thread)?;
        }
    }
    Ok(())
}

/// The items of an iterable; MemoryError when they are too many.
///
/// # Errors
/// As `for_each`, and what `__len__` and `__length_hint__` raise.
pub fn collect(thread: &Thread, iterable: &Value) -> Res<Vec<Value>> {
    let mut items = Vec::new();
    collect_into(thread, iterable, &mut items)?;
    Ok(items)
}

/// Adds the items of an iterable to `items`.
///
/// # Errors
/// As `collect`; the items so far stay.
pub fn collect_into(thread: &Thread, iterable: &Value, items: &mut Vec<Value>) -> Res<()> {
    thread.before_read(iterable);
    match exact_index(iterable) {
        LIST if let Some(list) = iterable.as_list() => {
            reserve(thread, items, list.len())?;
            items.extend(list.to_vec(thread)?);
            return Ok(());
        }
        TUPLE if let Some(tuple) = iterable.as_tuple() => {
            reserve(thread, items, tuple.len())?;
            items.extend_from_slice(tuple);
            return Ok(());
        }
        DICT if let Some(dict) = iterable.as_dict() => {
            reserve(thread, items, dict.len())?;
            items.extend(dict.keys());
            return Ok(());
        }
        RANGE if let Some(steps) = iterable.payload::<Range>().and_then(RangeIter::over) => {
            let count = steps.remaining.load(std::sync::atomic::Ordering::Relaxed);
            reserve(thread, items, usize::try_from(count).unwrap_or(usize::MAX))?;
            while let Some(number) = steps.step(thread)? {
                items.push(number);
                if items.len().is_multiple_of(CHECK_EVERY) {
                    poll(thread)?;
                }
            }
            return Ok(());
        }
        _ => {}
    }
    let iterator = iter_by_class(thread, iterable)?;
    let hint = guess_length(thread, iterable)?;
    // A wrong guess must cost nothing: what is reserved at once is bounded.
    reserve(thread, items, hint.min(CHECK_EVERY))?;
    let mut add = |item| push(thread, items, item).map(|()| true);
    match thread.class_of(&iterator).next() {
        Some(next) if is_of_table(&iterator) => {
            thread.before_step(&iterator);
            while let Some(item) = step(thread, next, &iterator)? {
                add(item)?;
            }
            Ok(())
        }
        _ => drain(thread, &iterator, &mut add),
    }
}

/// Whether this goes through a dictionary or a set. A copy of its items is made in one piece, in which neither another thread nor a signal handler
/// changes the container: programs rely on `list(d.items())`.
pub fn is_of_table(value: &Value) -> bool {
    const OTHERS: [Builtin; 6] = [
        Builtin::DictKeys,
        Builtin::DictValues,
        Builtin::DictItems,
        Builtin::Set,
        Builtin::FrozenSet,
        Builtin::SetIterator,
    ];
    value.payload::<DictIter>().is_some() || OTHERS.iter().any(|class| value.is_exact(*class))
}

/// Adds an item to a vector.
#[inline]
fn push(thread: &Thread, items: &mut Vec<Value>, item: Value) -> Res<()> {
    if items.len() == items.capacity() {
        let more = (items.len() / 2).max(8);
        reserve(thread, items, more)?;
    }
    items.push(item);
    Ok(())
}

/// Room for `more` items in a vector.
fn reserve(thread: &Thread, items: &mut Vec<Value>, more: usize) -> Res<()> {
    let bytes = more.saturating_add(items.len()).saturating_mul(8);
    if bytes > isize::MAX as usize {
        return Err(thread.memory_error());
    }
    if more > items.capacity() - items.len() {
        if bytes > CHECK_EVERY {
            thread.check_memory(bytes)?;
        }
        if items.try_reserve(more).is_err() {
            return Err(thread.memory_error());
        }
    }
    Ok(())
}

/// The length hint where a program can see that it is asked for; 0 for native iterators, whose hint nobody observes.
///
/// # Errors
/// As `length_hint`.
pub fn guess_length(thread: &Thread, iterable: &Value) -> Res<usize> {
    let class = thread.class_of(iterable);
    if class.is_static() && class.len().is_none() {
        return Ok(0);
    }
    length_hint(thread, iterable, 0)
}

/// `operator.length_hint(value, default)`
///
/// # Errors
/// TypeError and ValueError for a hint that is no size, and what `__len__` and `__length_hint__` raise but TypeError.
pub fn length_hint(thread: &Thread, value: &Value, default: usize) -> Res<usize> {
    Ok(length_hint_opt(thread, value)?.unwrap_or(default))
}

/// As [`length_hint`]; None if there is no hint.
///
/// # Errors
/// As [`length_hint`].
pub fn length_hint_opt(thread: &Thread, value: &Value) -> Res<Option<usize>> {
    if thread.class_of(value).len().is_some()
        && let Some(len) = raise::catch(thread, Builtin::TypeError, length(thread, value))?
    {
        return Ok(Some(len));
    }
    let Some(method) = lookup_special(thread, value, names::LENGTH_HINT.value())? else {
        return Ok(None);
    };
    let answer = call_positional(thread, &method, &[]);
    let Some(hint) = raise::catch(thread, Builtin::TypeError, answer)? else {
        return Ok(None);
    };
    if hint.is_not_implemented() {
        return Ok(None);
    }
    let Some(number) = hint.as_int() else {
        let name = thread.class_of(&hint).name_text();
        return Err(thread.type_error(format!("__length_hint__ must be an integer, not {name}")));
    };
    if number.is_negative() {
        return Err(thread.value_error("__length_hint__() should return >= 0"));
    }
    match number.to_i64() {
        Some(hint) => Ok(Some(hint as usize)),
        None => Err(thread.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// The `out.len()` items of `value`, for `a, b = value`.
///
/// # Errors
/// TypeError if it cannot be iterated over, ValueError if it has another number of items.
#[inline]
pub fn unpack_sequence(thread: &Thread, value: &Value, out: &mut [Value]) -> Res<()> {
    thread.before_read(value);
    match exact_index(value) {
        TUPLE
            if let Some(items) = value.as_tuple()
                && items.len() == out.len() =>
        {
            out.clone_from_slice(items);
            Ok(())
        }
        LIST if let Some(list) = value.as_list()
            && list.len() == out.len() =>
        {
            for (i, place) in out.iter_mut().enumerate() {
                *place = list.get(i).unwrap_or(Value::NONE);
            }
            Ok(())
        }
        _ => unpack_iterable(thread, value, out),
    }
}

#[inline(never)]
fn unpack_iterable(thread: &Thread, value: &Value, out: &mut [Value]) -> Res<()> {
    let iterator = unpack_iter(thread, value)?;
    for (i, place) in out.iter_mut().enumerate() {
        match next(thread, &iterator)? {
            Some(item) => *place = item,
            None => {
                let message = format!(
                    "not enough values to unpack (expected {}, got {i})",
                    out.len()
                );
                return Err(thread.value_error(message));
            }
        }
    }
    if next(thread, &iterator)?.is_some() {
        let message = format!("too many values to unpack (expected {})", out.len());
        return Err(thread.value_error(message));
    }
    Ok(())
}

/// `a, *b, c = value`: the first `before` items, a list of the rest, the last `after` items, in `out`, which has one place for each.
///
/// # Errors
/// TypeError if it cannot be iterated over, ValueError if it has too few items.
pub fn unpack_ex(
    thread: &Thread,
    value: &Value,
    before: usize,
    after: usize,
    out: &mut [Value],
) -> Res<()> {
    let iterator = unpack_iter(thread, value)?;
    let least = before + after;
    let too_few = |got: usize| {
        thread.value_error(format!(
            "not enough values to unpack (expected at least {least}, got {got})"
        ))
    };
    for (i, place) in out.iter_mut().take(before).enumerate() {
        match next(thread, &iterator)? {
            Some(item) => *place = item,
            None => return Err(too_few(i)),
        }
    }
    let mut rest = Vec::new();
    drain(thread, &iterator, &mut |item| {
        push(thread, &mut rest, item).map(|()| true)
    })?;
    if rest.len() < after {
        return Err(too_few(before + rest.len()));
    }
    let tail = rest.split_off(rest.len() - after);
    out[before] = crate::object::List::new_value(thread, rest)?;
    for (place, item) in out[before + 1..].iter_mut().zip(tail) {
        *place = item;
    }
    Ok(())
}

fn unpack_iter(thread: &Thread, value: &Value) -> Res {
    if !is_iterable(thread, value) {
        let name = thread.class_of(value).name_text();
        return Err(thread.type_error(format!("cannot unpack non-iterable {name} object")));
    }
    iter(thread, value)
}
