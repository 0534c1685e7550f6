//! Attributes of scripts that are slots of a native payload.

use crate::object::{Builtin, Payload, Res, Slot, Thread, Value};
use crate::runtime::classes::GetSetDef;

/// A payload with such slots.
pub(super) trait Fields: Payload {
    /// The names of the attributes, by slot.
    const NAMES: &'static [&'static str];

    /// The payload of an object, which the thread owns now.
    ///
    /// # Errors
    /// TypeError
    fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Self>;

    /// By the order of the names; unbound ones are attributes that the object does not have.
    fn fields(&self) -> &[Slot];
}

/// The attribute of a slot.
///
/// # Errors
/// AttributeError
pub(super) fn get<T: Fields, const FIELD: usize>(thread: &Thread, value: &Value) -> Res {
    let known = T::own(thread, value)?.fields()[FIELD].load();
    known.ok_or_else(|| {
        let class = thread.class_of(value).name_text();
        let name = T::NAMES[FIELD];
        let message = format!("'{class}' object has no attribute '{name}'");
        thread.error(Builtin::AttributeError, message)
    })
}

/// Sets the attribute of a slot, or deletes it.
///
/// # Errors
/// TypeError
pub(super) fn set<T: Fields, const FIELD: usize>(
    thread: &Thread,
    value: &Value,
    new: Option<&Value>,
) -> Res<()> {
    let new = new.cloned().unwrap_or(Value::UNBOUND);
    T::own(thread, value)?.fields()[FIELD].set(new);
    Ok(())
}

/// The table's entry for a slot.
pub(super) const fn attribute<T: Fields, const FIELD: usize>() -> GetSetDef {
    GetSetDef::new(T::NAMES[FIELD], get::<T, FIELD>).writable(set::<T, FIELD>)
}
