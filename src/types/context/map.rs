//! What a context holds: a map from variables to values that never changes, so that contexts share it and copying one is copying a reference.
//!
//! A hash trie (Bagwell 2001) whose nodes are tuples: a bitmap, then for each of its bits a variable and its value, or None and a deeper node.
//! As tuples, nodes are counted by the memory limit, seen by the collector and readable by all threads without anything being done for that,
//! which a persistent map from a crate could not offer: its shared nodes would belong to no object. The hash of a variable is its number, given
//! out in the order of creation, so that there are no collisions, the first 32 variables of a program lie in one node, and
//! iteration gives the same order in every run. Setting one of n variables copies the nodes on its path: all there is for n up to 32.
//!
//! **Invariant**: no node but the root is empty, and a node with a single value is inlined into the one above. The empty map is the empty tuple.

use super::variable::ContextVar;
use crate::object::{Res, Thread, Tuple, Value};

/// Bits of a variable's number that one level looks at.
const BITS: u32 = 5;

/// A node: its bitmap, and two words for each bit that is set.
struct Node<'m> {
    bitmap: u32,
    words: &'m [Value],
}

impl<'m> Node<'m> {
    fn of(map: &'m Value) -> Node<'m> {
        match map.as_tuple() {
            Some([bitmap, words @ ..]) => Node {
                bitmap: bitmap.as_small_int().unwrap_or(0) as u32,
                words,
            },
            _ => Node {
                bitmap: 0,
                words: &[],
            },
        }
    }

    /// The place of the words for a bit, whether there are any or not.
    fn place(&self, bit: u32) -> usize {
        2 * (self.bitmap & (bit - 1)).count_ones() as usize
    }

    /// The node with the words for a bit changed, added (`new` and not there) or taken away (no `new`).
    fn with(&self, thread: &Thread, bit: u32, new: Option<(Value, Value)>) -> Res {
        let place = self.place(bit);
        let (before, mut after) = self.words.split_at(place.min(self.words.len()));
        if self.bitmap & bit != 0 {
            after = after.get(2..).unwrap_or(&[]);
        }
        let bitmap = match new {
            Some(_) => self.bitmap | bit,
            None => self.bitmap & !bit,
        };
        if bitmap == 0 {
            return Ok(Tuple::empty());
        }
        let new_len = if new.is_some() { 2 } else { 0 };
        let mut new = new.map(|(key, value)| [key, value]).into_iter().flatten();
        let len = 1 + before.len() + new_len + after.len();
        let bitmap = thread.int(bitmap as i64)?;
        Tuple::build(thread, len, |i| {
            if i == 0 {
                return Ok(bitmap.clone());
            }
            let i = i - 1;
            Ok(if i < before.len() {
                before[i].clone()
            } else if i < before.len() + new_len {
                new.next().unwrap_or(Value::NONE)
            } else {
                after[i - before.len() - new_len].clone()
            })
        })
    }
}

fn bit_of(number: u64, shift: u32) -> u32 {
    1 << (number >> shift & ((1 << BITS) - 1))
}

/// The value of a variable.
pub fn find<'m>(map: &'m Value, variable: &Value, number: u64) -> Option<&'m Value> {
    let mut node = Node::of(map);
    let mut shift = 0;
    loop {
        let bit = bit_of(number, shift);
        if node.bitmap & bit == 0 {
            return None;
        }
        let place = node.place(bit);
        let [key, value] = node.words.get(place..place + 2)? else {
            return None;
        };
        if !key.is_none() {
            return key.is(variable).then_some(value);
        }
        node = Node::of(value);
        shift += BITS;
    }
}

/// The map with a variable set.
///
/// # Errors
/// MemoryError
pub fn with(thread: &Thread, map: &Value, variable: &Value, number: u64, value: Value) -> Res {
    with_below(thread, map, 0, variable, number, value)
}

/// As [`with`], in a node at the level that looks at the bits from `shift` on. Numbers have 64 bits, which bounds the recursion.
fn with_below(
    thread: &Thread,
    map: &Value,
    shift: u32,
    variable: &Value,
    number: u64,
    value: Value,
) -> Res {
    let node = Node::of(map);
    let bit = bit_of(number, shift);
    let place = node.place(bit);
    let new = match node.words.get(place..place + 2) {
        Some([key, below]) if node.bitmap & bit != 0 && !key.is(variable) => {
            let deeper = shift + BITS;
            let below = match key.payload::<ContextVar>() {
                None => with_below(thread, below, deeper, variable, number, value)?,
                Some(other) => {
                    let single = Tuple::empty();
                    let single =
                        with_below(thread, &single, deeper, key, other.number, below.clone())?;
                    with_below(thread, &single, deeper, variable, number, value)?
                }
            };
            (Value::NONE, below)
        }
        _ => (variable.clone(), value),
    };
    node.with(thread, bit, Some(new))
}

/// The map without a variable.
///
/// # Errors
/// MemoryError
pub fn without(thread: &Thread, map: &Value, variable: &Value, number: u64) -> Res {
    without_below(thread, map, 0, variable, number)
}

fn without_below(thread: &Thread, map: &Value, shift: u32, variable: &Value, number: u64) -> Res {
    let node = Node::of(map);
    let bit = bit_of(number, shift);
    let place = node.place(bit);
    let [key, below] = node.words.get(place..place + 2).unwrap_or_default() else {
        return Ok(map.clone());
    };
    if node.bitmap & bit == 0 || !key.is_none() && !key.is(variable) {
        return Ok(map.clone());
    }
    if !key.is_none() {
        return node.with(thread, bit, None);
    }
    let below = without_below(thread, below, shift + BITS, variable, number)?;
    let new = match Node::of(&below).words {
        [key, value] if !key.is_none() => (key.clone(), value.clone()),
        _ => (Value::NONE, below),
    };
    node.with(thread, bit, Some(new))
}

/// Shows all variables with their values to `visit`, which answers whether to go on.
///
/// # Errors
/// What `visit` raises.
pub fn each(map: &Value, visit: &mut dyn FnMut(&Value, &Value) -> Res<bool>) -> Res<bool> {
    for pair in Node::of(map).words.chunks_exact(2) {
        let [key, value] = pair else {
            continue;
        };
        let goes_on = match key.is_none() {
            true => each(value, visit)?,
            false => visit(key, value)?,
        };
        if !goes_on {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The number of variables that are set.
pub fn len(map: &Value) -> usize {
    let pairs = Node::of(map).words.chunks_exact(2);
    pairs
        .map(|pair| match pair {
            [key, value] if key.is_none() => len(value),
            _ => 1,
        })
        .sum()
}
