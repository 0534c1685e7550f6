//! `set(…)` and `frozenset(…)`.

use super::update::update;
use super::value::payload;
use crate::object::class::{CallArgs, Class, SlotId};
use crate::object::{Builtin, NativeDef, Res, Set, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::protocol::collect_of;
use crate::runtime::protocol::iterate::is_script_driven;
use crate::types::shared::{
    arguments, class_argument, make, no_keywords, refuse_keywords, signature,
};

const SET_SIGNATURE: NativeDef = signature("set", "(iterable=(), /)");
const FROZEN_SIGNATURE: NativeDef = signature("frozenset", "(iterable=(), /)");

/// `set.__new__(class, …)`: an empty set, whatever the arguments.
pub fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    make(thread, class, Builtin::Set, Set::default())
}

/// `set.__init__(iterable)`
pub fn init(thread: &Thread, set: &Value, args: CallArgs<'_>) -> Res<()> {
    let given = args.values;
    refuse_keywords(thread, Builtin::Set, args)?;
    let positional = CallArgs::positional_only(args.positional());
    let name = thread.class_of(set).name_text();
    let args = bind(thread, &name, &SET_SIGNATURE, positional)?;
    let payload = payload(thread, set)?;
    if !payload.is_empty() {
        drop(payload.take_all(thread));
    }
    match args[0].bound() {
        Some(iterable) if is_script_driven(iterable) && set.is_exact(Builtin::Set) => {
            let items = collect_of(thread, given, iterable)?;
            thread.before_write(set);
            for item in items {
                payload.add(thread, item)?;
            }
            Ok(())
        }
        Some(iterable) => update(thread, set, iterable),
        None => Ok(()),
    }
}

/// `frozenset(iterable)`
pub fn construct_frozen(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class: &Class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::FrozenSet, SlotId::Init, args)?;
    let positional = CallArgs::positional_only(args.positional());
    let args = arguments(thread, &FROZEN_SIGNATURE, positional)?;
    if let Some(iterable) = args[0].bound()
        && class.is_exact(Builtin::FrozenSet)
        && iterable.is_exact(Builtin::FrozenSet)
    {
        return Ok(iterable.clone());
    }
    let made = make(thread, class, Builtin::FrozenSet, Set::default())?;
    if let Some(iterable) = args[0].bound() {
        update(thread, &made, iterable)?;
    }
    Ok(made)
}
