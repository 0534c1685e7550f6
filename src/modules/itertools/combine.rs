//! `product`.

use super::{payload, positions_tuple, reduced, room, state_positions};
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{NativeDef, Payload, Res, Sharing, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::runtime::protocol::{self, collect};
use crate::types::shared::{arguments, class_argument, signature};

struct Product {
    /// One pool per iterable.
    pools: Box<[Box<[Value]>]>,
    /// How often the pools are gone through.
    repeat: usize,
    /// The position in each pool; None before the first tuple.
    state: Mutex<State>,
}

enum State {
    Fresh,
    At(Vec<usize>),
    Done,
}

impl Payload for Product {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.pools.iter().flatten().for_each(visit);
    }
}

static PRODUCT_ARGUMENTS: NativeDef = signature("product", "(*iterables, repeat=1)");

fn new_product(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &PRODUCT_ARGUMENTS, args)?;
    let repeat = match bound[0].bound() {
        Some(repeat) => protocol::convert::index_ssize(thread, repeat)?,
        None => 1,
    };
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(thread.value_error("repeat argument cannot be negative"));
    };
    let iterables = if repeat == 0 { &[] } else { &bound[1..] };
    if iterables.len().checked_mul(repeat).is_none() {
        return Err(thread.overflow_error("repeat argument too large"));
    }
    let pools = iterables.iter();
    let pools = pools
        .map(|iterable| collect(thread, iterable).map(Vec::into_boxed_slice))
        .collect::<Res<Vec<_>>>()?
        .into_boxed_slice();
    let count = pools.len().saturating_mul(repeat);
    thread.check_memory(count.saturating_mul(2 * size_of::<usize>()))?;
    let product = Product {
        pools,
        repeat,
        state: Mutex::new(State::Fresh),
    };
    thread.alloc_instance(class_argument(thread, class)?, product)
}

impl Product {
    fn pool(&self, i: usize) -> &[Value] {
        &self.pools[i % self.pools.len()]
    }

    /// Goes on to the next tuple's positions; false at the end.
    fn advance(&self, thread: &Thread, state: &mut State) -> Res<bool> {
        let more = match state {
            State::Done => false,
            State::Fresh => {
                if self.pools.iter().any(|pool| pool.is_empty()) {
                    false
                } else {
                    let count = self.pools.len() * self.repeat;
                    let mut positions = room(thread, count)?;
                    positions.resize(count, 0);
                    *state = State::At(positions);
                    true
                }
            }
            State::At(positions) => {
                let mut moved = false;
                for i in (0..positions.len()).rev() {
                    positions[i] += 1;
                    if positions[i] < self.pool(i).len() {
                        moved = true;
                        break;
                    }
                    positions[i] = 0;
                }
                moved
            }
        };
        if !more {
            *state = State::Done;
        }
        Ok(more)
    }
}

fn next_product(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Product>(thread, value)?;
    let items = {
        let mut state = this.state.lock();
        if !this.advance(thread, &mut state)? {
            return Ok(None);
        }
        let State::At(positions) = &*state else {
            return Ok(None);
        };
        let mut items = room(thread, positions.len())?;
        let positions = positions.iter().enumerate();
        items.extend(positions.filter_map(|(i, &position)| this.pool(i).get(position).cloned()));
        items
    };
    Tuple::from_vec(thread, items).map(Some)
}

fn product_reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Product>(thread, &args[0])?;
    let positions = match &*this.state.lock() {
        State::Done => None,
        State::Fresh => Some(None),
        State::At(positions) => Some(Some(positions_tuple(thread, positions)?)),
    };
    let Some(state) = positions else {
        return reduced(thread, &args[0], vec![Tuple::empty()], None);
    };
    let count = this.pools.len() * this.repeat;
    let mut pools = room(thread, count)?;
    for i in 0..count {
        pools.push(Tuple::from_slice(thread, this.pool(i))?);
    }
    reduced(thread, &args[0], pools, state)
}

fn product_setstate(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<Product>(thread, &args[0])?;
    let count = this.pools.len() * this.repeat;
    let last = |i: usize| this.pool(i).len().saturating_sub(1);
    let positions = state_positions(thread, &args[1], count, 0, last)?;
    if !this.pools.iter().any(|pool| pool.is_empty()) {
        *this.state.lock() = State::At(positions);
    }
    Ok(Value::NONE)
}

/// `product`
pub static PRODUCT: ClassDef = ClassDef {
    name: "itertools.product",
    doc: "All tuples of one item from each iterable, as nested loops would make them.",
    signature: PRODUCT_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<Product>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", product_reduce)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", product_setstate)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_product),
        SlotDef::Iter(identity),
        SlotDef::Next(next_product),
    ],
    ..ClassDef::DEFAULT
};
