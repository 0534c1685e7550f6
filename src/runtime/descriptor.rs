//! Descriptors as objects: computed attributes, `__slots__` members, slot wrappers, static and class methods.
#![forbid(unsafe_code)]

use super::classes::GetSetDef;
use super::slots::SlotMethod;
use crate::object::layout::core;
use crate::object::{Payload, Slot, Value};

/// A computed attribute of a native class (`getset_descriptor`).
pub struct GetSet {
    /// Its table line.
    pub def: &'static GetSetDef,
    /// The class that has it.
    pub owner: Slot,
}

impl Payload for GetSet {
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.owner.trace(visit);
    }
}

/// A `__slots__` member, or an attribute of a native class that passes for one (`member_descriptor`).
pub struct Member {
    /// Its name, interned.
    pub name: Value,
    /// The class that has it.
    pub owner: Slot,
    /// Byte offset of the field; 0: instances keep it as a hidden attribute.
    pub offset: u32,
    /// The table line of an attribute of a native class.
    pub computed: Option<&'static GetSetDef>,
}

impl Payload for Member {
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.name);
        self.owner.trace(visit);
    }
}

/// The dunder method that stands for a filled slot of a native class (`wrapper_descriptor`).
pub struct SlotWrapper {
    /// Which method.
    pub method: &'static SlotMethod,
    /// The class whose slot it calls.
    pub owner: Slot,
}

impl Payload for SlotWrapper {
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.owner.trace(visit);
    }
}

/// `staticmethod`
#[derive(Default)]
pub struct StaticMethod {
    /// What was decorated; unbound before `__init__`.
    pub callable: Slot,
}

impl Payload for StaticMethod {
    const LAYOUT: u8 = core::STATIC_METHOD;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.callable.trace(visit);
    }
}

/// `classmethod`
#[derive(Default)]
pub struct ClassMethod {
    /// What was decorated; unbound before `__init__`.
    pub callable: Slot,
}

impl Payload for ClassMethod {
    const LAYOUT: u8 = core::CLASS_METHOD;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.callable.trace(visit);
    }
}

/// `property`
#[derive(Default)]
pub struct Property {
    /// `fget`, or unbound.
    pub getter: Slot,
    /// `fset`, or unbound.
    pub setter: Slot,
    /// `fdel`, or unbound.
    pub deleter: Slot,
    /// `__doc__`, or unbound.
    pub doc: Slot,
    /// `__name__`, or unbound.
    pub name: Slot,
    /// Whether the docstring is the getter's.
    pub doc_from_getter: std::sync::atomic::AtomicBool,
}

impl Payload for Property {
    const LAYOUT: u8 = core::PROPERTY;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.getter,
            &self.setter,
            &self.deleter,
            &self.doc,
            &self.name,
        ] {
            slot.trace(visit);
        }
    }
}
