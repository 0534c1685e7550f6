//! `list.sort` and `sorted`.
//!
//! How keys are compared is decided once per sort: keys that are all inline ints, all inline floats or all exact strings are sorted as plain
//! data by the standard library; everything else by the adaptive merge sort in `base`, whose sequence of comparisons scripts can observe.
//! **Invariant**: while keys are computed and compared the list is empty, and what scripts put there meanwhile is an error; whatever fails, every
//! item comes back.

use crate::base::Interrupted;
use crate::base::sort::{SortError, sort};
use crate::base::sort_plain::sort_plain;
use crate::object::class::Compare;
use crate::object::equality::quick_equal;
use crate::object::list::vec_for;
use crate::object::{Builtin, List, Raised, Res, Thread, Value};
use crate::runtime::protocol::{call_positional, compare_bool, equal};
use crate::runtime::safepoint::{poll, poll_direct};
use std::cmp::Ordering;

/// So many numbers are sorted without a safepoint: in less than a millisecond, half of the time that they take in all.
const NUMBERS_AT_ONCE: usize = 1 << 15;
/// The same of texts, which may have to be compared behind their first bytes.
const TEXTS_AT_ONCE: usize = 1 << 12;
/// So many other keys are looked at between safepoints.
const AT_ONCE: usize = 1 << 14;

/// `list.sort(key=…, reverse=…)`
///
/// # Errors
/// What the key function and comparisons raise; ValueError if they changed the list.
pub fn sort_list(thread: &Thread, list: &List, key: Option<&Value>, reverse: bool) -> Res<()> {
    let mut items = list.take_all(thread);
    list.watch_growth();
    let result = sort_values(thread, &mut items, key, reverse, false);
    let modified = list.has_grown();
    drop(list.replace_all(thread, items));
    result?;
    if modified {
        return Err(thread.value_error("list modified during sort"));
    }
    Ok(())
}

/// Sorts values as `sorted` does. On an error they are all still there, in some order. `is_direct`: for the loop itself
/// ([`Thread::is_direct`]).
///
/// # Errors
/// What the key function and comparisons raise.
pub fn sort_values(
    thread: &Thread,
    items: &mut Vec<Value>,
    key: Option<&Value>,
    reverse: bool,
    is_direct: bool,
) -> Res<()> {
    let Some(key) = key else {
        return sort_by_keys(thread, items, None, reverse);
    };
    let stays = is_direct && key.is_exact(Builtin::Function);
    let mut keys = vec_for(thread, items.len())?;
    for item in items.iter() {
        let call = || call_positional(thread, key, std::slice::from_ref(item));
        keys.push(thread.staying(stays, call)?);
        match stays {
            true => poll_direct(thread)?,
            false => poll(thread)?,
        }
    }
    sort_by_keys(thread, items, Some(keys), reverse)
}

/// What all keys of a sort are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ints,
    Floats,
    Strings,
    Tuples,
    Any,
}

fn kind_of(key: &Value) -> Kind {
    if key.as_small_int().is_some() {
        Kind::Ints
    } else if key.as_inline_float().is_some() {
        Kind::Floats
    } else if key.is_exact(Builtin::Str) {
        Kind::Strings
    } else if key.is_exact(Builtin::Tuple) {
        Kind::Tuples
    } else {
        Kind::Any
    }
}

fn common_kind(keys: &[Value]) -> Kind {
    let Some((first, rest)) = keys.split_first() else {
        return Kind::Any;
    };
    let kind = kind_of(first);
    if rest.iter().all(|key| kind_of(key) == kind) {
        kind
    } else {
        Kind::Any
    }
}

fn sort_by_keys(
    thread: &Thread,
    items: &mut Vec<Value>,
    keys: Option<Vec<Value>>,
    reverse: bool,
) -> Res<()> {
    let n = items.len();
    if n < 2 {
        return Ok(());
    }
    if u32::try_from(n).is_err() {
        return Err(thread.memory_error());
    }
    let own = keys.is_none();
    let compared: &[Value] = keys.as_deref().unwrap_or(items);
    let kind = common_kind(compared);
    if kind == Kind::Ints && own && n <= NUMBERS_AT_ONCE {
        sort_ints(items, reverse);
        return Ok(());
    }
    thread.check_memory(n * 24)?;
    let (order, result) = match kind {
        Kind::Ints => by_number(thread, compared, reverse, |key| {
            key.as_small_int().unwrap_or_default()
        }),
        Kind::Floats => by_number(thread, compared, reverse, |key| {
            ordered_bits(key.as_inline_float().unwrap_or_default())
        }),
        Kind::Strings => by_text(thread, compared, reverse),
        Kind::Tuples => by_comparison(compared, reverse, |a, b| tuple_less(thread, a, b)),
        Kind::Any => by_comparison(compared, reverse, |a, b| {
            poll(thread)?;
            compare_bool(thread, a, b, Compare::Lt)
        }),
    };
    let mut places: Vec<Option<Value>> = std::mem::take(items).into_iter().map(Some).collect();
    let mut result = result;
    items.reserve(places.len());
    for some in order.chunks(AT_ONCE) {
        items.extend(
            some.iter()
                .filter_map(|i| places.get_mut(*i as usize).and_then(Option::take)),
        );
        // Whatever comes of a safepoint, all items go back.
        if n > AT_ONCE && result.is_ok() {
            result = poll(thread).map_err(SortError::Compare);
        }
    }
    // Keys die after the items are back in place.
    drop(keys);
    match result {
        Ok(()) => Ok(()),
        Err(SortError::Compare(raised)) => Err(raised),
        Err(SortError::Memory) => Err(thread.memory_error()),
    }
}

/// The order of the items as positions, and whether it is complete.
type Order = (Vec<u32>, Result<(), SortError<Raised>>);

/// Inline ints are their own keys, and equal ones are identical.
fn sort_ints(items: &mut [Value], reverse: bool) {
    let mut numbers: Vec<i64> = items.iter().filter_map(Value::as_small_int).collect();
    if reverse {
        numbers.sort_unstable_by(|a, b| b.cmp(a));
    } else {
        numbers.sort_unstable();
    }
    for (item, number) in items.iter_mut().zip(numbers) {
        if let Some(value) = Value::from_small_int(number) {
            *item = value;
        }
    }
}

/// An integer that is ordered as the float is; the two zeros are one.
fn ordered_bits(float: f64) -> i64 {
    let bits = (float + 0.0).to_bits() as i64;
    bits ^ ((bits >> 63) as u64 >> 1) as i64
}

/// Sorts keys that are plain data, with their positions, which break ties.
fn by_plain<T: Copy>(
    thread: &Thread,
    mut pairs: Vec<(T, u32)>,
    at_once: usize,
    compare: impl Fn(&(T, u32), &(T, u32)) -> Ordering,
) -> Order {
    let mut raised = None;
    let result = sort_plain(&mut pairs, at_once, compare, &mut || {
        poll(thread).map_err(|error| {
            raised = Some(error);
            Interrupted
        })
    });
    let result = match (result, raised) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(raised)) => Err(SortError::Compare(raised)),
        (Err(_), None) => Err(SortError::Memory),
    };
    (pairs.into_iter().map(|(_, i)| i).collect(), result)
}

fn by_number(
    thread: &Thread,
    keys: &[Value],
    reverse: bool,
    number: impl Fn(&Value) -> i64,
) -> Order {
    let pairs: Vec<(i64, u32)> = keys.iter().map(number).zip(0u32..).collect();
    if reverse {
        by_plain(thread, pairs, NUMBERS_AT_ONCE, |a, b| {
            b.0.cmp(&a.0).then(a.1.cmp(&b.1))
        })
    } else {
        by_plain(thread, pairs, NUMBERS_AT_ONCE, Ord::cmp)
    }
}

/// The first eight bytes of a text as a number that is ordered as they are.
fn prefix(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let len = text.len().min(8);
    bytes[..len].copy_from_slice(&text[..len]);
    u64::from_be_bytes(bytes)
}

fn by_text(thread: &Thread, keys: &[Value], reverse: bool) -> Order {
    let text = |i: u32| {
        let key = keys.get(i as usize).and_then(Value::as_str_object);
        key.map_or(&[][..], |text| text.as_bytes())
    };
    let pairs: Vec<(u64, u32)> = (0..keys.len() as u32)
        .map(|i| (prefix(text(i)), i))
        .collect();
    let order =
        |a: &(u64, u32), b: &(u64, u32)| a.0.cmp(&b.0).then_with(|| text(a.1).cmp(text(b.1)));
    if reverse {
        by_plain(thread, pairs, TEXTS_AT_ONCE, |a, b| {
            order(b, a).then(a.1.cmp(&b.1))
        })
    } else {
        by_plain(thread, pairs, TEXTS_AT_ONCE, |a, b| {
            order(a, b).then(a.1.cmp(&b.1))
        })
    }
}

/// Sorts by a comparison that scripts may observe. A reverse sort runs on the reversed sequence, so that equal items keep their order.
fn by_comparison(
    keys: &[Value],
    reverse: bool,
    mut less: impl FnMut(&Value, &Value) -> Res<bool>,
) -> Order {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    if reverse {
        order.reverse();
    }
    let result = sort(&mut order, |a, b| {
        less(&keys[*a as usize], &keys[*b as usize])
    });
    if reverse {
        order.reverse();
    }
    (order, result)
}

/// `a < b` of two exact tuples.
fn tuple_less(thread: &Thread, a: &Value, b: &Value) -> Res<bool> {
    poll(thread)?;
    let (x, y) = (
        a.as_tuple().unwrap_or_default(),
        b.as_tuple().unwrap_or_default(),
    );
    for (a, b) in x.iter().zip(y) {
        let same = match quick_equal(a, b) {
            Some(same) => same,
            None => equal(thread, a, b)?,
        };
        if !same {
            return compare_bool(thread, a, b, Compare::Lt);
        }
    }
    Ok(x.len() < y.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn float_bits_are_ordered_as_floats() {
        let floats = [-1e300, -2.5, -1e-300, -0.0, 0.0, 1e-300, 0.5, 2.0, 1e300];
        for a in floats {
            for b in floats {
                let ordering = ordered_bits(a).cmp(&ordered_bits(b));
                assert_eq!(Some(ordering), a.partial_cmp(&b), "{a} {b}");
            }
        }
    }

    #[test]
    fn prefixes_are_ordered_as_texts() {
        let texts: [&[u8]; 6] = [b"", b"a", b"a\0", b"ab", b"abcdefgh", b"b"];
        for a in texts {
            for b in texts {
                let ordering = prefix(a).cmp(&prefix(b)).then(a.cmp(b));
                assert_eq!(ordering, a.cmp(b), "{a:?} {b:?}");
            }
        }
    }
}
