//! Making tuples: the constructor, concatenation, repetition, slices.

use crate::object::class::{CallArgs, SlotId};
use crate::object::list::vec_for;
use crate::object::{Builtin, NativeDef, Res, Slice, Thread, Tuple, Value};
use crate::runtime::protocol::sequence::tuple_get;
use crate::runtime::protocol::{SliceBounds, collect_of, index_i64, index_size};
use crate::types::shared::{arguments, class_argument, no_keywords, signature};

const SIGNATURE: NativeDef = signature("tuple", "(iterable=(), /)");

/// `tuple(iterable)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let given = args.values;
    let class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::Tuple, SlotId::Init, args)?;
    let args = arguments(
        thread,
        &SIGNATURE,
        CallArgs::positional_only(args.positional()),
    )?;
    let exact = class.is_exact(Builtin::Tuple);
    let Some(iterable) = args[0].bound() else {
        return if exact {
            Ok(Tuple::empty())
        } else {
            Tuple::instance_of(thread, class, &[])
        };
    };
    if exact && iterable.is_exact(Builtin::Tuple) {
        return Ok(iterable.clone());
    }
    if let Some(items) = iterable.as_tuple()
        && iterable.is_exact(Builtin::Tuple)
    {
        return Tuple::instance_of(thread, class, items);
    }
    let items = collect_of(thread, given, iterable)?;
    if exact {
        Tuple::from_vec(thread, items)
    } else {
        Tuple::instance_of(thread, class, &items)
    }
}

/// `left + right`
pub fn concat(thread: &Thread, left: &Value, right: &Value) -> Res {
    let (Some(a), Some(b)) = (left.as_tuple(), right.as_tuple()) else {
        let name = thread.class_of(right).name_text();
        return Err(thread.type_error(format!(
            "can only concatenate tuple (not \"{name}\") to tuple"
        )));
    };
    if a.is_empty() && right.is_exact(Builtin::Tuple) {
        return Ok(right.clone());
    }
    if b.is_empty() && left.is_exact(Builtin::Tuple) {
        return Ok(left.clone());
    }
    Tuple::build(thread, a.len() + b.len(), |i| {
        Ok(a.get(i).unwrap_or_else(|| &b[i - a.len()]).clone())
    })
}

/// `tuple * n`
pub fn repeat(thread: &Thread, tuple: &Value, n: &Value) -> Res {
    let n = index_size(thread, n)?.max(0) as usize;
    let items = tuple.as_tuple().unwrap_or_default();
    if (n == 1 || items.is_empty()) && tuple.is_exact(Builtin::Tuple) {
        return Ok(tuple.clone());
    }
    let Some(total) = items.len().checked_mul(n) else {
        return Err(thread.memory_error());
    };
    Tuple::build(thread, total, |i| Ok(items[i % items.len()].clone()))
}

/// `tuple[key]`
pub fn get_item(thread: &Thread, tuple: &Value, key: &Value) -> Res {
    let items = tuple.as_tuple().unwrap_or_default();
    if key.as_int().is_some() || thread.class_of(key).index().is_some() {
        return tuple_get(thread, items, index_i64(thread, key)?);
    }
    let Some(slice) = key.payload::<Slice>() else {
        let name = thread.class_of(key).name_text();
        return Err(thread.type_error(format!(
            "tuple indices must be integers or slices, not {name}"
        )));
    };
    let range = SliceBounds::read(thread, slice)?.fit(items.len());
    if range.step == 1 {
        if range.count == items.len() && tuple.is_exact(Builtin::Tuple) {
            return Ok(tuple.clone());
        }
        return Tuple::from_slice(thread, &items[range.start..range.start + range.count]);
    }
    let mut chosen = vec_for(thread, range.count)?;
    chosen.extend(range.positions().map(|i| items[i].clone()));
    Tuple::from_vec(thread, chosen)
}
