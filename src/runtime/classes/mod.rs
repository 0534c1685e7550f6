//! Making classes: static ones from tables, and those of scripts (bases, MRO, layout, slots).

use crate::object::class::SlotDef;
use crate::object::{Builtin, NativeDef, Res, Thread, Value};

/// An attribute of instances that is computed by native functions.
pub struct GetSetDef {
    /// The name that scripts see.
    pub name: &'static str,
    /// Reads it from an instance.
    pub get: fn(&Thread, &Value) -> Res,
    /// Writes it, or deletes it when there is no value; None: read-only.
    pub set: Option<fn(&Thread, &Value, Option<&Value>) -> Res<()>>,
}

/// A native class as a table. `ClassDef { class: Builtin::List, methods: METHODS, ..ClassDef::DEFAULT }`.
pub struct ClassDef {
    /// Which built-in class this fills; for classes of native modules (made per interpreter by [`native_class`]) the base class.
    pub class: Builtin,
    /// The dotted name of a class of a native module (`collections.deque`); empty for a built-in class.
    pub name: &'static str,
    /// The docstring.
    pub doc: &'static str,
    /// See `class_flag`.
    pub flags: u32,
    /// The layout of the payload, `layout::id_of::<T>`; None: that of the table in `builtin.rs`, or of the base.
    pub layout: Option<fn() -> u8>,
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Methods.
    pub methods: &'static [NativeDef],
    /// Operators and protocols. Dunder methods for them appear in the namespace by themselves.
    pub slots: &'static [SlotDef],
    /// Computed attributes.
    pub getset: &'static [GetSetDef],
}

impl ClassDef {
    /// No methods, slots or attributes.
    pub const DEFAULT: ClassDef = ClassDef {
        class: Builtin::Object,
        name: "",
        doc: "",
        flags: 0,
        layout: None,
        has_dict: false,
        methods: &[],
        slots: &[],
        getset: &[],
    };
}

/// Makes the static class objects from their tables; called once per process, with the tables of all built-in classes. Classes without a
/// table get an empty one.
pub fn install_static(tables: &[&'static ClassDef]) {
    let _ = tables;
    todo!()
}

/// A class of a native module, made when the module is imported. Its instances are made with `thread.alloc_instance(class, payload)`.
pub fn native_class(thread: &Thread, def: &'static ClassDef) -> Res {
    let _ = (thread, def);
    todo!()
}

/// `metaclass(name, bases, namespace)` as `type.__new__` does it: checks, MRO, layout, slots, `__set_name__`, `__init_subclass__`.
pub fn new_class(
    thread: &Thread,
    metaclass: &Value,
    name: &Value,
    bases: &[Value],
    namespace: &Value,
    keywords: &[(Value, Value)],
) -> Res {
    let _ = (thread, metaclass, name, bases, namespace, keywords);
    todo!()
}

/// The most derived metaclass of `metaclass` and those of the bases; TypeError on a conflict.
pub fn calculate_metaclass(thread: &Thread, metaclass: &Value, bases: &[Value]) -> Res {
    let _ = (thread, metaclass, bases);
    todo!()
}

/// The namespace cell that holds attribute `name` (interned) as resolved along the MRO of `class`, for inline caches; kept up to date when any class in the
/// MRO changes. None if there is no such attribute or no cell left.
pub fn resolved_cell(thread: &Thread, class: &Value, name: &Value) -> Option<u32> {
    let _ = (thread, class, name);
    todo!()
}

/// Sets (or deletes) an attribute in the namespace of a script's class, with slots and resolved cells brought up to date.
pub fn set_class_attribute(
    thread: &Thread,
    class: &Value,
    name: &Value,
    value: Option<&Value>,
) -> Res<()> {
    let _ = (thread, class, name, value);
    todo!()
}
