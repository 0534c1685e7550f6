//! `combinations`, `combinations_with_replacement` and `permutations`: tuples of items of one pool. The three differ in how positions advance.

use super::{payload, positions_tuple, reduced, room, state_positions};
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{NativeDef, Payload, Res, Sharing, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::runtime::protocol::{self, collect};
use crate::types::shared::{arguments, class_argument, signature};

/// Positions in a pool of `n` items.
struct Positions {
    /// All of them for permutations, otherwise those of the tuple.
    indices: Vec<usize>,
    /// Permutations: how far each place still has to go.
    cycles: Vec<usize>,
    started: bool,
    done: bool,
    /// For permutations.
    permuted: bool,
}

type Advance = fn(&mut Positions, usize, usize) -> bool;

struct Pick {
    pool: Box<[Value]>,
    length: usize,
    advance: Advance,
    positions: Mutex<Positions>,
}

impl Payload for Pick {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.pool.iter().for_each(visit);
    }
}

fn next_combination(at: &mut Positions, n: usize, r: usize) -> bool {
    let Some(i) = (0..r).rev().find(|&i| at.indices[i] != i + n - r) else {
        return false;
    };
    let first = at.indices[i] + 1;
    for (k, place) in at.indices[i..].iter_mut().enumerate() {
        *place = first + k;
    }
    true
}

fn next_with_replacement(at: &mut Positions, n: usize, r: usize) -> bool {
    let Some(i) = (0..r).rev().find(|&i| at.indices[i] + 1 != n) else {
        return false;
    };
    let index = at.indices[i] + 1;
    at.indices[i..].fill(index);
    true
}

fn next_permutation(at: &mut Positions, n: usize, r: usize) -> bool {
    for i in (0..r).rev() {
        at.cycles[i] -= 1;
        if at.cycles[i] == 0 {
            at.indices[i..].rotate_left(1);
            at.cycles[i] = n - i;
        } else {
            let j = n - at.cycles[i];
            at.indices.swap(i, j);
            return true;
        }
    }
    false
}

fn range(thread: &Thread, len: usize, value: impl Fn(usize) -> usize) -> Res<Vec<usize>> {
    let mut indices = room(thread, len)?;
    indices.extend((0..len).map(value));
    Ok(indices)
}

fn length_of(thread: &Thread, value: &Value) -> Res<usize> {
    usize::try_from(protocol::convert::index_ssize(thread, value)?)
        .map_err(|_| thread.value_error("r must be non-negative"))
}

fn make(
    thread: &Thread,
    class: &Value,
    pool: Vec<Value>,
    length: usize,
    advance: Advance,
    positions: Positions,
) -> Res {
    let pick = Pick {
        pool: pool.into_boxed_slice(),
        length,
        advance,
        positions: Mutex::new(positions),
    };
    thread.alloc_instance(class_argument(thread, class)?, pick)
}

static COMBINATIONS_ARGUMENTS: NativeDef = signature("combinations", "(iterable, r)");

fn new_combinations(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &COMBINATIONS_ARGUMENTS, args)?;
    protocol::convert::index_ssize(thread, &bound[1])?;
    let pool = collect(thread, &bound[0])?;
    let r = length_of(thread, &bound[1])?;
    let done = r > pool.len();
    let positions = Positions {
        indices: range(thread, if done { 0 } else { r }, |i| i)?,
        cycles: Vec::new(),
        started: false,
        done,
        permuted: false,
    };
    make(thread, class, pool, r, next_combination, positions)
}

static WITH_REPLACEMENT_ARGUMENTS: NativeDef =
    signature("combinations_with_replacement", "(iterable, r)");

fn new_with_replacement(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &WITH_REPLACEMENT_ARGUMENTS, args)?;
    protocol::convert::index_ssize(thread, &bound[1])?;
    let pool = collect(thread, &bound[0])?;
    let r = length_of(thread, &bound[1])?;
    let done = r > 0 && pool.is_empty();
    let positions = Positions {
        indices: range(thread, if done { 0 } else { r }, |_| 0)?,
        cycles: Vec::new(),
        started: false,
        done,
        permuted: false,
    };
    make(thread, class, pool, r, next_with_replacement, positions)
}

static PERMUTATIONS_ARGUMENTS: NativeDef = signature("permutations", "(iterable, r=None)");

fn new_permutations(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &PERMUTATIONS_ARGUMENTS, args)?;
    let pool = collect(thread, &bound[0])?;
    let n = pool.len();
    let r = match bound[1].bound() {
        Some(r) if !r.is_none() => {
            if r.as_int().is_none() && r.as_bool().is_none() {
                return Err(thread.type_error("Expected int as r"));
            }
            length_of(thread, r)?
        }
        _ => n,
    };
    let done = r > n;
    let positions = Positions {
        indices: range(thread, n, |i| i)?,
        cycles: range(thread, if done { 0 } else { r }, |i| n - i)?,
        started: false,
        done,
        permuted: true,
    };
    make(thread, class, pool, r, next_permutation, positions)
}

fn next_pick(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Pick>(thread, value)?;
    let items = {
        let mut at = this.positions.lock();
        if at.done {
            return Ok(None);
        }
        if at.started && !(this.advance)(&mut at, this.pool.len(), this.length) {
            at.done = true;
            return Ok(None);
        }
        at.started = true;
        let mut items = room(thread, this.length)?;
        let indices = at.indices.iter().take(this.length);
        items.extend(indices.filter_map(|&i| this.pool.get(i).cloned()));
        items
    };
    Tuple::from_vec(thread, items).map(Some)
}

fn reduce_pick(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Pick>(thread, &args[0])?;
    let length = thread.int_from_usize(this.length)?;
    let state = {
        let at = this.positions.lock();
        if at.done && at.started {
            None
        } else if !at.started {
            Some(None)
        } else if !at.permuted {
            Some(Some(positions_tuple(thread, &at.indices)?))
        } else {
            let indices = positions_tuple(thread, &at.indices)?;
            let cycles = positions_tuple(thread, &at.cycles)?;
            Some(Some(Tuple::pair(thread, indices, cycles)?))
        }
    };
    match state {
        None => reduced(thread, &args[0], vec![Tuple::empty(), length], None),
        Some(state) => {
            let pool = Tuple::from_slice(thread, &this.pool)?;
            reduced(thread, &args[0], vec![pool, length], state)
        }
    }
}

/// Goes to a combination; `last` is the highest position at each place.
fn set_combination(thread: &Thread, args: &[Value], last: fn(usize, usize, usize) -> usize) -> Res {
    let this = payload::<Pick>(thread, &args[0])?;
    let (n, r) = (this.pool.len(), this.length);
    let indices = state_positions(thread, &args[1], r, 0, |i| last(i, n, r))?;
    let mut at = this.positions.lock();
    if !at.done {
        at.indices = indices;
        at.started = true;
    }
    Ok(Value::NONE)
}

fn setstate_combinations(thread: &Thread, args: &[Value]) -> Res {
    set_combination(thread, args, |i, n, r| (i + n).saturating_sub(r))
}

fn setstate_with_replacement(thread: &Thread, args: &[Value]) -> Res {
    set_combination(thread, args, |_, n, _| n.saturating_sub(1))
}

fn setstate_permutations(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Pick>(thread, &args[0])?;
    let (n, r) = (this.pool.len(), this.length);
    let Some([indices, cycles]) = args[1].as_tuple() else {
        return Err(match args[1].as_tuple() {
            Some(_) => thread.value_error("invalid arguments"),
            None => thread.type_error("state is not a tuple"),
        });
    };
    let indices = state_positions(thread, indices, n, 0, |_| n.saturating_sub(1))?;
    let cycles = state_positions(thread, cycles, r, 1, |i| n.saturating_sub(i))?;
    let mut at = this.positions.lock();
    if !at.done {
        at.indices = indices;
        at.cycles = cycles;
        at.started = true;
    }
    Ok(Value::NONE)
}

macro_rules! class {
    ($class:ident $name:literal $signature:literal $new:ident $setstate:ident $doc:literal) => {
        #[doc = concat!("`", $name, "`")]
        pub static $class: ClassDef = ClassDef {
            name: concat!("itertools.", $name),
            doc: $doc,
            signature: $signature,
            flags: class_flag::BASE,
            layout: Some(id_of::<Pick>),
            methods: &[
                NativeDef::method("__reduce__", "(self, /)", reduce_pick)
                    .doc("What copies of the iterator are made from."),
                NativeDef::method("__setstate__", "(self, object, /)", $setstate)
                    .doc("Sets what a copy has to know."),
            ],
            slots: &[
                SlotDef::New($new),
                SlotDef::Iter(identity),
                SlotDef::Next(next_pick),
            ],
            ..ClassDef::DEFAULT
        };
    };
}

class!(COMBINATIONS "combinations" "(iterable, r)" new_combinations setstate_combinations "Tuples of r items, in the order of the iterable.");
class!(COMBINATIONS_WITH_REPLACEMENT "combinations_with_replacement" "(iterable, r)" new_with_replacement setstate_with_replacement
    "Tuples of r items, in the order of the iterable; an item may come several times.");
class!(PERMUTATIONS "permutations" "(iterable, r=None)" new_permutations setstate_permutations "Tuples of r items in every order.");
