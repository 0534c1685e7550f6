//! Filling the slots of scripts' classes from the methods that look-ups in the class find.

use super::{METHODS, SlotMethod};
use crate::object::class::{Class, SLOTS, SlotId, class_flag};
use crate::object::native::NativeKind;
use crate::object::{Thread, Value, names};
use crate::runtime::descriptor::SlotWrapper;
use crate::runtime::function::BuiltinFunction;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The methods of each slot.
static BY_SLOT: LazyLock<Vec<Vec<&'static SlotMethod>>> = LazyLock::new(|| {
    let mut lists = vec![Vec::new(); SLOTS.len()];
    for method in METHODS.iter() {
        lists[method.slot as usize].push(*method);
    }
    lists
});

/// The slots of each dunder method, by its interned name.
static BY_NAME: LazyLock<FxHashMap<u64, Vec<SlotId>>> = LazyLock::new(|| {
    let mut map: FxHashMap<u64, Vec<SlotId>> = FxHashMap::default();
    for method in METHODS.iter() {
        let slots = map.entry(method.name.value().word()).or_default();
        if !slots.contains(&method.slot) {
            slots.push(method.slot);
        }
    }
    map
});

/// The slots that a method with this interned name stands for.
pub fn slots_of_name(name: &Value) -> &'static [SlotId] {
    BY_NAME.get(&name.word()).map_or(&[], Vec::as_slice)
}

/// Fills every slot of a script's class.
pub fn fill_all(thread: &Thread, class: &Class) {
    for slot in SLOTS {
        fill(thread, class, *slot);
    }
}

/// Fills one slot: with the native function if only a native class's own methods are found, else with the function that calls the script's.
pub fn fill(thread: &Thread, class: &Class, slot: SlotId) {
    let mut native: Option<Value> = None;
    let mut script = None;
    let mut unhashable = false;
    for method in &BY_SLOT[slot as usize] {
        let Some(found) = thread.lookup_in_class(class, method.name.value()) else {
            continue;
        };
        // A wrapper that was taken from an unrelated class is called like any other callable, and refuses.
        let foreign = found
            .payload::<SlotWrapper>()
            .is_some_and(|wrapper| !class.is_subclass_of(&wrapper.owner.get()));
        if slot == SlotId::Hash && found.is_none() {
            unhashable = true;
            continue;
        }
        match native_owner(&found, method) {
            Native::Owner(owner) => {
                let suits = match (&native, owner.as_class()) {
                    (_, None) => false,
                    (None, Some(payload)) => class.is_subclass_of(&owner) && payload.has_slot(slot),
                    (Some(known), Some(payload)) => known
                        .as_class()
                        .is_some_and(|known| known.same_slot(slot, payload)),
                };
                if suits {
                    native = Some(owner);
                } else {
                    script = method.script;
                }
            }
            Native::OtherSlot if !foreign => {}
            Native::OtherSlot => script = method.script.or(script),
            Native::No => script = method.script.or(script),
        }
    }
    match (script, &native) {
        (Some(def), _) => class.set_slot(def),
        (None, Some(owner)) => match owner.as_class() {
            Some(owner) => class.inherit_slot(slot, owner),
            None => class.clear_slot(slot),
        },
        (None, None) => class.clear_slot(slot),
    }
    match slot {
        SlotId::Hash if unhashable => class.set_flags(class_flag::UNHASHABLE),
        SlotId::Hash => class.clear_flags(class_flag::UNHASHABLE),
        SlotId::Finalize if class.has_slot(slot) => class.set_flags(class_flag::FINALIZER),
        SlotId::Finalize => class.clear_flags(class_flag::FINALIZER),
        _ => {}
    }
}

enum Native {
    /// The wrapper of this class's slot.
    Owner(Value),
    /// A wrapper of the same name for another slot, which serves the operation.
    OtherSlot,
    /// A script's method, or something else.
    No,
}

fn native_owner(found: &Value, method: &SlotMethod) -> Native {
    if let Some(wrapper) = found.payload::<SlotWrapper>() {
        let same_name = wrapper.method.name.value().is(method.name.value());
        return match wrapper.method.slot == method.slot && same_name {
            true => Native::Owner(wrapper.owner.get()),
            false if same_name => Native::OtherSlot,
            false => Native::No,
        };
    }
    if method.slot == SlotId::New
        && let Some(function) = found.payload::<BuiltinFunction>()
        && function.def.name == names::NEW.text()
        && let Some(class) = function.receiver.load()
    {
        return Native::Owner(class);
    }
    match found.payload::<BuiltinFunction>() {
        Some(function) => named_like_slot(function, method),
        None => Native::No,
    }
}

/// A native method with the name of a slot that its class has does what the slot does, and stands in the namespace instead of a wrapper.
fn named_like_slot(function: &BuiltinFunction, method: &SlotMethod) -> Native {
    let owner = function.owner.get();
    let is_method = function.def.kind == NativeKind::Method && function.receiver.load().is_none();
    match owner.as_class() {
        Some(class) if is_method && class.is_fixed() && function.def.name == method.name.text() => {
            match class.has_slot(method.slot) {
                true => Native::Owner(owner),
                false => Native::OtherSlot,
            }
        }
        _ => Native::No,
    }
}
